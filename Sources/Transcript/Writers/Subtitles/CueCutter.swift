import TextCore

/// Cuts a speech into pieces short enough to be read as subtitles: after marks, at pauses, never inside a number or a
/// Latin word unless it alone is too long.
struct CueCutter {
  /// Most scalars of one cue: two lines of eighteen.
  static let longest = 36
  /// A cue this long ends where its sentence ends.
  private static let sentence = 12
  /// A silence, in milliseconds, over which no cue goes on.
  private static let pause = 1000
  private let bytes: [UInt8]

  /// A stretch up to the end of its marks; `content` ends before them.
  struct Piece {
    var start: Int
    var content: Int
    var end: Int
    var scalars: Int
    var endsSentence: Bool
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The cues of one speech, in order, without gaps; `gap` gives the silence between two working offsets.
  func cues(_ speech: Range<Int>, gap: (Int, Int) -> Int) -> [Piece] {
    var cues: [Piece] = []
    for clause in clauses(speech) {
      guard let last = cues.last, fits(last, clause), gap(last.content, clause.start) < Self.pause else {
        cues.append(clause)
        continue
      }
      cues[cues.count - 1] = Piece(
        start: last.start, content: clause.content, end: clause.end, scalars: last.scalars + clause.scalars,
        endsSentence: clause.endsSentence)
    }
    return cues
  }

  private func fits(_ cue: Piece, _ clause: Piece) -> Bool {
    cue.scalars + clause.scalars <= Self.longest && !(cue.endsSentence && cue.scalars >= Self.sentence)
  }

  /// Stretches that end after marks, or where the longest cue ends.
  private func clauses(_ speech: Range<Int>) -> [Piece] {
    var clauses: [Piece] = []
    var piece = Piece(
      start: speech.lowerBound, content: speech.lowerBound, end: speech.lowerBound, scalars: 0,
      endsSentence: false)
    var hasMark = false
    var index = speech.lowerBound
    while index < speech.upperBound {
      let (scalar, length) = UTF8Bytes.scalar(bytes, index)
      let mark = CueMark(scalar)
      if mark == nil,
        hasMark || (piece.scalars >= Self.longest && mayCut(before: index))
          || piece.scalars >= 2 * Self.longest
      {
        clauses.append(piece)
        piece = Piece(start: index, content: index, end: index, scalars: 0, endsSentence: false)
        hasMark = false
      }
      index += length
      piece.end = index
      piece.scalars += 1
      if mark == nil { piece.content = index }
      if mark == .sentence { piece.endsSentence = true }
      hasMark = hasMark || mark == .clause || mark == .sentence
    }
    if !speech.isEmpty { clauses.append(piece) }
    return clauses
  }

  /// False inside a run of ASCII letters and digits.
  private func mayCut(before index: Int) -> Bool {
    !(CueMark.isWord(bytes[index]) && CueMark.isWord(bytes[index - 1]))
  }
}

/// Marks after which a cue may end.
enum CueMark {
  /// ， 、 ： and the like.
  case clause
  /// 。 ？ ！ ；
  case sentence
  /// A closing mark: it belongs to what is before it, and ends nothing by itself.
  case closing

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3002, 0xFF1F, 0xFF01, 0xFF1B, 0x2026: self = .sentence
    case 0xFF0C, 0x3001, 0xFF1A: self = .clause
    case 0x201D, 0x300B, 0xFF09, 0x2019: self = .closing
    default: return nil
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x2E
  }
}
