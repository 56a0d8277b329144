/// Distances between initials and finals; regional confusions as dialect surveys describe them.
enum SoundDistance {
  private static let far: UInt8 = 4
  private static let width = 64

  /// n/l (西南、江淮、湘、赣), f/h (闽、客、湘), flat and retroflex (南方、东北), r/l.
  private static let nearInitials = "n l|l r|f h|z zh|c ch|s sh"
  /// Voicing, place of articulation: what recognizers and tired ears mix up.
  private static let similarInitials =
    "b p|d t|g k|j q|z c|zh ch|z ch|c zh|j z|q c|x s|j zh|q ch|x sh|n r|m n|h k|h x|zh j|s c|sh ch|z s|zh sh|g h"
  /// Front and back nasals, o/e.
  private static let nearFinals = "an ang|en eng|in ing|ian iang|uan uang|o e|un ueng|vn iong"
  private static let similarFinals =
    "uo o|uo u|uo e|ou u|ao ou|ai ei|ie ve|ian van|i v|in vn|ing iong|iu ou|iao ao|ia a|ua a|ui ei|un en|un ong|eng ong|an ai|en ei|i e|ie i|iang ang|uang ang|uan an|ong ou|iong ong|ian in|e er|ai an|uai ai|v u|van uan|iu v|ui i"

  private static let initialTable = table(Syllable.initials, nearInitials, similarInitials)
  private static let finalTable = table(Syllable.finals, nearFinals, similarFinals)

  private static let f = Syllable.initials.firstIndex(of: "f") ?? 0
  private static let h = Syllable.initials.firstIndex(of: "h") ?? 0
  /// hua, hui, hong … for fa, fei, feng …: the f/h confusion moves the rounding into the final.
  private static let rounded: [UInt8] = {
    let forms = [
      "a": "ua", "an": "uan", "ang": "uang", "ei": "ui", "en": "un", "eng": "ong", "o": "uo", "u": "u",
    ]
    var map = Syllable.finals.indices.map(UInt8.init)
    for (plain, round) in forms {
      guard let from = Syllable.finals.firstIndex(of: plain), let to = Syllable.finals.firstIndex(of: round)
      else { continue }
      map[from] = UInt8(to)
    }
    return map
  }()
  private static let isRounded = Syllable.finals.map { $0.hasPrefix("u") }

  static func between(_ a: Syllable, _ b: Syllable) -> Int {
    let plain = Int(initialTable[a.initial * width + b.initial] + finalTable[a.final * width + b.final])
    if a.initial == f, b.initial == h { return min(plain, 1 + finals(Int(rounded[a.final]), b.final)) }
    if a.initial == h, b.initial == f { return min(plain, 1 + finals(a.final, Int(rounded[b.final]))) }
    // 黄 and 王, 胡 and 吴 are one sound in 吴 and 粤.
    if (a.initial == h && b.initial == 0) || (a.initial == 0 && b.initial == h), isRounded[a.final],
      isRounded[b.final]
    {
      return 1 + finals(a.final, b.final)
    }
    return plain
  }

  private static func finals(_ a: Int, _ b: Int) -> Int { Int(finalTable[a * width + b]) }

  private static func table(_ names: [String], _ near: String, _ similar: String) -> [UInt8] {
    var table = [UInt8](repeating: far, count: width * width)
    for index in names.indices { table[index * width + index] = 0 }
    for (pairs, distance) in [(similar, UInt8(2)), (near, 1)] {
      for pair in pairs.split(separator: "|") {
        let places = pair.split(separator: " ").compactMap { names.firstIndex(of: String($0)) }
        guard places.count == 2 else { continue }
        table[places[0] * width + places[1]] = distance
        table[places[1] * width + places[0]] = distance
      }
    }
    return table
  }
}
