import TextCore

/// Says when each place of the source was spoken, from the times of the input's segments.
///
/// Inside a segment time runs evenly with the bytes, which for Chinese is evenly with the syllables; between two
/// segments it runs from the end of one to the start of the next. It never runs back, so that of segments that
/// overlap the later one starts when the earlier one has ended.
struct SpeechClock {
  /// How long a segment without an end is taken to last, for each Han character; about four are spoken in a second.
  private static let millisecondsOfHan = 250
  private var anchors: [(offset: Int, milliseconds: Int)] = []
  private var index = 0

  /// Nil when the input has no times. Linear.
  init?(_ draft: Draft) {
    let spans = SpeechClock.grouped(draft.times)
    guard !spans.isEmpty else { return nil }
    anchors.reserveCapacity(spans.count * 2)
    for (index, span) in spans.enumerated() {
      let next = index + 1 < spans.count ? spans[index + 1].time.start : Int.max
      add(span.source.start, span.time.start)
      add(span.source.end, SpeechClock.end(of: span, next: next))
    }
  }

  /// The time at a source offset in milliseconds; offsets are asked for in ascending order. Constant on average.
  mutating func time(at offset: Int) -> Int {
    while index + 1 < anchors.count, anchors[index + 1].offset <= offset { index += 1 }
    let (here, next) = (anchors[index], anchors[min(index + 1, anchors.count - 1)])
    guard offset > here.offset, next.offset > here.offset else { return here.milliseconds }
    let share = Double(offset - here.offset) / Double(next.offset - here.offset)
    return here.milliseconds + Int(share * Double(next.milliseconds - here.milliseconds))
  }

  private mutating func add(_ offset: Int, _ milliseconds: Int) {
    anchors.append((offset, max(milliseconds, anchors.last?.milliseconds ?? 0)))
  }

  /// Segments that share one time, such as two voices in one subtitle, share it by their length.
  private static func grouped(_ spans: [TimedSpan]) -> [TimedSpan] {
    var groups: [TimedSpan] = []
    for span in spans {
      if let last = groups.last, last.time == span.time {
        groups[groups.count - 1] = TimedSpan(
          source: Span(last.source.start, span.source.end), time: span.time)
      } else {
        groups.append(span)
      }
    }
    return groups
  }

  /// Where only the start is known, the segment lasts as long as its text takes to say, at most until the next one.
  private static func end(of span: TimedSpan, next: Int) -> Int {
    if span.time.end > span.time.start { return span.time.end }
    let spoken = max(1000, span.source.count / 3 * millisecondsOfHan)
    return next > span.time.start ? min(next, span.time.start + spoken) : span.time.start + spoken
  }
}
