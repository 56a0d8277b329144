import Doors
import Foundation
import TextCore

/// Reads messages, lets the server say what to do, and does it: replies at once, or calls of tools on several threads.
///
/// What is held is bounded: the length of a message, the number of calls not yet done, and the bytes of their messages.
final class ServeLoop: @unchecked Sendable {
  private static let mostCalls = 256
  private static let mostBytes = 64 << 20

  private let server: AgentServer
  private let console: Console
  private let queue = OperationQueue()
  private let lock = NSLock()
  /// The call that each id waits for; a cancelled id waits for none. Guarded by `lock`, as all below.
  private var waiting: [String: Int] = [:]
  private var lastCall = 0
  private var calls = 0
  private var bytes = 0

  init(_ server: AgentServer, _ console: Console, jobs: Int) {
    self.server = server
    self.console = console
    queue.maxConcurrentOperationCount = jobs
  }

  /// Serves until the input ends; then answers what is left.
  func run() -> ExitCode {
    defer { queue.waitUntilAllOperationsAreFinished() }
    do throws(ReadFailure) {
      var reader = try LineReader("-", limit: AgentServer.maximumSize)
      while let line = try reader.next() { take(line) }
    } catch {
      console.report(error.diagnostic)
      return .incomplete
    }
    return .done
  }

  private func take(_ line: LineReader.Line) {
    guard case .bytes(let bytes) = line else { return console.write(AgentServer.tooLong) }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    switch server.step(bytes) {
    case .none: break
    case .reply(let reply): console.write(reply)
    case .cancel(let id): _ = lock.withLock { waiting.removeValue(forKey: id) }
    case .run(let id, let work): start(id, bytes.count, work)
    }
  }

  private func start(_ id: String, _ size: Int, _ work: @escaping @Sendable () -> [UInt8]) {
    switch lock.withLock({ admit(id, size) }) {
    case .failure(let refusal): console.write(refusal.reply)
    case .success(let call):
      queue.addOperation { [self] in
        let reply = lock.withLock { waiting[id] == call } ? work() : []
        if lock.withLock({ finish(id, call, size) }) { console.write(reply) }
      }
    }
  }

  private struct Refusal: Error { let reply: [UInt8] }

  /// The number of a new call, or why it cannot be taken.
  private func admit(_ id: String, _ size: Int) -> Result<Int, Refusal> {
    if waiting[id] != nil { return .failure(Refusal(reply: AgentServer.duplicate(id: id))) }
    guard calls < Self.mostCalls, bytes + size <= Self.mostBytes else {
      return .failure(Refusal(reply: AgentServer.busy(id: id)))
    }
    lastCall += 1
    calls += 1
    bytes += size
    waiting[id] = lastCall
    return .success(lastCall)
  }

  /// True when the call is still wanted.
  private func finish(_ id: String, _ call: Int, _ size: Int) -> Bool {
    calls -= 1
    bytes -= size
    guard waiting[id] == call else { return false }
    waiting[id] = nil
    return true
  }
}
