/// Characters that are traditional in some words and simplified in others.
enum AmbiguousForms {
  /// Stands in the table for “look at the neighbours”; no Han character.
  static let marker: UInt16 = 1

  /// How one of them is decided.
  struct Entry: Sendable {
    let form: UInt32
    /// Neighbours after or before it that settle it: the word is written with the other character in simplified text.
    let after: Set<UInt32>
    let before: Set<UInt32>
    /// With other traditional characters around it is traditional unless these neighbours keep it.
    let needsEvidence: Bool
    let keptAfter: Set<UInt32>
    let keptBefore: Set<UInt32>

    func form(_ previous: UInt32, _ next: UInt32, _ hasEvidence: Bool) -> UInt32? {
      if after.contains(next) || before.contains(previous) { return form }
      guard needsEvidence, hasEvidence else { return nil }
      return keptAfter.contains(next) || keptBefore.contains(previous) ? nil : form
    }
  }

  static let entries: [UInt32: Entry] = [
    word("乾", "干", after: "燥净淨脆杯旱涸洗粮糧枯咳粉瘪癟", before: "饼餅晒曬烘烤擦"),
    word("瞭", "了", after: "解", before: "明"),
    word("徵", "征", after: "收求信用兵询詢集税稅得召兆", before: "特象应應"),
    word("夥", "伙", after: "伴计計", before: "合同团團散入拆"),
    word("藉", "借", after: "口此由助故", before: "凭憑假"),
    word("摺", "折", after: "叠疊页頁扣", before: "存奏打对對"),
    word("麽", "么", after: "", before: "什甚怎这這那多要"),
    evidence("於", "于", keptAfter: "", keptBefore: ""),
    evidence("著", "着", keptAfter: "作名者述录錄书書称稱有于於", keptBefore: "显顯名原编編土卓昭巨论論专專合遗遺"),
  ].reduce(into: [:]) { $0[$1.0] = $1.1 }

  private static func word(_ from: String, _ to: String, after: String, before: String) -> (UInt32, Entry) {
    (
      value(from),
      Entry(
        form: value(to), after: values(after), before: values(before), needsEvidence: false, keptAfter: [],
        keptBefore: [])
    )
  }

  private static func evidence(
    _ from: String, _ to: String, keptAfter: String, keptBefore: String
  ) -> (UInt32, Entry) {
    (
      value(from),
      Entry(
        form: value(to), after: [], before: [], needsEvidence: true, keptAfter: values(keptAfter),
        keptBefore: values(keptBefore))
    )
  }

  private static func value(_ text: String) -> UInt32 { text.unicodeScalars.first?.value ?? 0 }
  private static func values(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
