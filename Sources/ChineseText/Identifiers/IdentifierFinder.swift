import TextCore

/// Finds identifiers in running Chinese text, where no spaces mark words.
///
/// Linear: at most six groups of a run of digits are looked at together.
public struct IdentifierFinder: Sendable {
  private static let mostGroups = 6
  private let spoken: Bool

  /// With `spoken`, digits said one by one (幺三九…) are read too.
  public init(spoken: Bool = false) { self.spoken = spoken }

  /// All identifiers of the range, in order, never overlapping.
  ///
  /// A number with the shape of an identity number but a wrong check digit is given with its `problem`; a case number
  /// with an unknown type code too. What only context could tell (an account without check digit) is not found.
  public func find(in bytes: [UInt8], range: Range<Int>? = nil) -> [Identifier] {
    let range = range ?? 0..<bytes.count
    var found: [Identifier] = []
    var index = range.lowerBound
    while index < range.upperBound {
      index = step(bytes, index, range, &found)
    }
    return found
  }

  private func step(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>, _ found: inout [Identifier]) -> Int {
    let byte = bytes[index]
    if byte == 0x40, let email = EmailAddress.range(bytes, around: index, within: range) {
      while let last = found.last, last.range.upperBound > email.lowerBound { found.removeLast() }
      found.append(Identifier(.email, email))
      return email.upperBound
    }
    if CaseNumberReader.mayStart(byte), let number = CaseNumberReader.read(bytes, at: index),
      number.end <= range.upperBound
    {
      found.append(Identifier(.caseNumber, index..<number.end, problem: number.problem))
      return number.end
    }
    if byte >= 0xE0, let end = VehiclePlate.end(bytes, at: index), end <= range.upperBound {
      found.append(Identifier(.plate, index..<end))
      return end
    }
    guard byte < 0x80 || byte == 0xEF || spoken,
      let run = CodeRun.read(bytes, at: index, end: range.upperBound, spoken: spoken)
    else { return index + UTF8Bytes.length(lead: byte) }
    found += classify(run)
    return run.end
  }

  /// Takes the longest groups that make an identifier, from the left.
  func classify(_ run: CodeRun) -> [Identifier] {
    var found: [Identifier] = []
    var first = 0
    while first < run.groups.count {
      var last = min(run.groups.count, first + Self.mostGroups) - 1
      while last >= first {
        let (code, range) = run.joined(first, last)
        let isWritten = last == first || (first...last).allSatisfy { run.length(ofGroup: $0) >= 2 }
        if isWritten, let (kind, problem) = Self.kind(of: code, grouped: last > first) {
          found.append(Identifier(kind, range, problem: problem))
          break
        }
        last -= 1
      }
      first = max(first, last) + 1
    }
    return found
  }

  /// What a code is by its length, alphabet and checks.
  static func kind(of code: [UInt8], grouped: Bool) -> (IdentifierKind, problem: String?)? {
    if IdentityCard.hasValidCheck(code), IdentityCard.hasShape(code) { return (.identityCard, nil) }
    if code.count == 18, CreditCode.isValid(code) { return (.creditCode, nil) }
    if BankCard.isValid(code) { return (.bankCard, nil) }
    if IdentityCard.hasShape(code) { return (.identityCard, IdentityCard.problem(code)) }
    if PhoneNumber.isMobile(code) { return (.mobile, nil) }
    return PhoneNumber.isLandline(code) ? (.landline, nil) : nil
  }
}
