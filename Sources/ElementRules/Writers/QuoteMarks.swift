import TextCore

/// The stretches of a transcript that quotes lead to; quotes that overlap share one.
struct QuoteMarks {
  /// Disjoint, in order.
  private let ranges: [Range<Int>]

  init(_ sheet: FactSheet) {
    let versions = sheet.facts.flatMap { $0.versions + $0.corrected }
    let sorted = versions.flatMap(\.quotes).map(\.range).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var merged: [Range<Int>] = []
    for range in sorted {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
  }

  /// The number of the mark that holds a quote.
  func number(of quote: Statement.Quote) -> Int { first { $0.upperBound > quote.range.lowerBound } }

  /// A speech with its marks.
  func marked(_ speech: Range<Int>, _ bytes: [UInt8]) -> String {
    var (html, done): ([UInt8], Int) = ([], speech.lowerBound)
    var index = first { $0.upperBound > speech.lowerBound }
    while index < ranges.count, ranges[index].lowerBound < speech.upperBound {
      let range = ranges[index].clamped(to: speech)
      HTMLText.append(bytes[done..<range.lowerBound], to: &html)
      html += Array("<mark id=\"q\(index)\">".utf8)
      HTMLText.append(bytes[range], to: &html)
      html += Array("</mark>".utf8)
      (done, index) = (range.upperBound, index + 1)
    }
    HTMLText.append(bytes[done..<speech.upperBound], to: &html)
    return String(decoding: html, as: UTF8.self)
  }

  /// Index of the first range for which `holds` is true; those before it are false.
  private func first(where holds: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(ranges[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
