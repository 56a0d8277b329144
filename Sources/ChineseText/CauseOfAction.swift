import TextCore

/// Causes of action and charges by their official names (民事案件案由规定, 法〔2020〕347号 as amended; 行政案件案由暂行规定,
/// 法发〔2020〕44号; the charges of the Criminal Law).
public enum CauseOfAction {
  /// The longest name that ends just before `end` and begins at or after `start`; O(names).
  public static func name(in bytes: [UInt8], endingAt end: Int, notBefore start: Int = 0) -> String? {
    guard let name = names.first(where: { end - $0.count >= start && UTF8Bytes.hasSuffix(bytes, end, $0) })
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Longest first.
  private static let names: [[UInt8]] = CauseOfActionTable.names.withUTF8Buffer { text in
    text.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init)
  }
}
