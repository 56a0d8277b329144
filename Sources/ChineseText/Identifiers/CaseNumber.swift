import TextCore

/// 案号: （2023）鲁1402民初123号 (法〔2015〕137号), or the older （2015）济民一初字第21号.
public struct CaseNumber: Hashable, Sendable {
  /// Year the case was received.
  public let year: Int
  /// The court; nil in the older style, whose court part was free.
  public let court: CourtCode?
  /// 民初, 知民终; in the older style all between the year and 第 (济民一初字).
  public let type: String
  /// The digits; merged cases keep their separators (3827、3828).
  public let serial: String
  /// 之一 and so on.
  public let suffix: String

  /// The form the court writes, with full-width brackets.
  public var text: String {
    "（\(year)）\(court?.text ?? "")\(type)\(court == nil ? "第" : "")\(serial)号\(suffix)"
  }

  /// Says in Chinese what is wrong with a case number; nil when it holds.
  public static func validate(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let found = CaseNumberReader.read(bytes, at: 0) else {
      return "案号应当形如（2023）鲁1402民初123号：年度、法院代字、类型代字、编号、“号”"
    }
    if found.end != bytes.count { return "案号后面有多余的字" }
    return found.problem
  }

  /// The case number that starts at `start` (at its opening bracket), and one past its end; nil when none does.
  public static func read(_ bytes: [UInt8], at start: Int) -> (number: CaseNumber, end: Int)? {
    CaseNumberReader.read(bytes, at: start).map { ($0.number, $0.end) }
  }

  /// What is wrong with the number itself: an unknown type code.
  var problem: String? {
    if court == nil || CaseTypeCode.isKnown(type) { return nil }
    return "案号中的类型代字“\(type)”不在案号规定所列之中"
  }
}
