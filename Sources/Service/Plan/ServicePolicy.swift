/// How a service centre works where the law leaves it free.
public struct ServicePolicy: Hashable, Sendable {
  /// Times an address is tried when it fails for a time.
  public var tries = 3
  /// Seconds before the first retry; each further one waits twice as long.
  public var backoff = 1800
  /// Longest wait between retries in seconds.
  public var longestBackoff = 86_400
  /// First second of the day at which a person may be disturbed (08:00).
  public var wakes = 8 * 3600
  /// First second of the day at which a person may not be disturbed any more (21:00).
  public var sleeps = 21 * 3600
  /// Days a reply is waited for where arrival alone is no service.
  public var replyDays = 3
  /// Days after which a missing receipt is chased, by hand or by post.
  public var receiptDays = 15
  /// Days after which a missing receipt is chased, electronic.
  public var electronicReceiptDays = 2
  /// Messages in one batch file.
  public var batchLines = 1000
  /// Bytes in one batch file, unless one message alone is longer.
  public var batchBytes = 1 << 20

  /// The usual way.
  public init() {}

  /// Seconds to wait after so many failures.
  func delay(after failures: Int) -> Int {
    min(longestBackoff, backoff << min(max(failures - 1, 0), 20))
  }

  /// The moment itself, or the next one at which a person may be disturbed.
  func awake(at now: Moment) -> Moment {
    let second = now.secondOfDay
    if second < wakes { return Moment(now.date, second: wakes) }
    return second < sleeps ? now : Moment(now.date.adding(days: 1), second: wakes)
  }

  /// When a missing receipt of that channel is chased.
  func overdue(_ attempt: Attempt) -> Moment {
    let days =
      attempt.channel == .electronic || attempt.channel == .simple ? electronicReceiptDays : receiptDays
    return attempt.time.adding(seconds: days * 86_400)
  }
}
