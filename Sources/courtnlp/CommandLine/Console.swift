import Foundation
import TextCore

/// Standard output and standard error of one run: the only place that prints.
///
/// A closed pipe ends the run with code 0, as a clerk's `| head` expects. Safe to use from several tasks.
final class Console: Sendable {
  private let renderer: DiagnosticRenderer
  private let asJSON: Bool
  private let lock = NSLock()

  init(_ arguments: Arguments? = nil) {
    let when = arguments?["--color"] ?? "auto"
    let noColor = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let color = when == "always" || (when == "auto" && !noColor && Platform.isTerminal(2))
    renderer = DiagnosticRenderer(color: color)
    asJSON = arguments?.has("--json") ?? false
  }

  /// Writes to standard output.
  func write(_ bytes: [UInt8]) { send(1, bytes) }
  /// Writes to standard output.
  func write(_ text: String) { send(1, Array(text.utf8)) }
  /// Writes a line to standard error.
  func note(_ text: String) { send(2, Array((text + "\n").utf8)) }

  /// Reports a finding on standard error, as text or JSON.
  func report(_ diagnostic: Diagnostic) {
    note(asJSON ? renderer.json(diagnostic) : renderer.text(diagnostic))
  }

  /// Reports findings in order.
  func report(_ diagnostics: [Diagnostic]) { for diagnostic in diagnostics { report(diagnostic) } }

  private func send(_ descriptor: Int32, _ bytes: [UInt8]) {
    lock.lock()
    defer { lock.unlock() }
    let error = bytes.withUnsafeBytes { Platform.write(descriptor, $0) }
    guard error != 0, descriptor == 1 else { return }
    if Platform.isBrokenPipe(error) { exit(ExitCode.done.rawValue) }
    let text = "错误：无法写到标准输出：\(Platform.message(error)) [IO001]\n"
    _ = Array(text.utf8).withUnsafeBytes { Platform.write(2, $0) }
    exit(ExitCode.incomplete.rawValue)
  }
}
