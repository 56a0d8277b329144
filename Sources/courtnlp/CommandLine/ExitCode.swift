/// How a run ended; fixed by the interface.
enum ExitCode: Int32, Comparable {
  /// Done.
  case done = 0
  /// Done, but a check did not pass.
  case checkFailed = 1
  /// Could not do all of it.
  case incomplete = 2
  /// Wrong usage.
  case usage = 64

  static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}
