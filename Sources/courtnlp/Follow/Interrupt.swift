import Foundation

/// The wish of the user (SIGINT) or of the system (SIGTERM) that the run ends.
enum Interrupt {
  /// Set by the signal handler, which may do nothing else.
  nonisolated(unsafe) private static var count: sig_atomic_t = 0

  /// True when the run should end.
  static var isPending: Bool { count > 0 }

  /// Lets the first signal ask for an end; the second one ends the process at once, as usual. A parent may have
  /// started the process with these signals blocked.
  static func listen() {
    for kind in [SIGINT, SIGTERM] {
      signal(kind) { kind in
        Interrupt.count = 1
        signal(kind, SIG_DFL)
      }
    }
    var wanted = sigset_t()
    sigemptyset(&wanted)
    sigaddset(&wanted, SIGINT)
    sigaddset(&wanted, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }
}
