/// How much a live hearing remembers and how long it holds back, in turns and bytes.
public struct LiveLimits: Sendable {
  /// Turns heard before the first is given out, so that the header can hold what is said at the opening; fewer when
  /// they are longer than two turns may be held.
  public var opening: Int
  /// Source bytes of one turn held at most; a longer one is given out in pieces.
  public var longestHeld: Int
  /// Bytes at the end of a piece that are held back for what may follow.
  public var heldBack: Int
  /// The window is cut back to `keptWindow` when it has grown longer than this.
  public var longestWindow: Int
  /// Bytes that stay in the window at least.
  public var keptWindow: Int

  /// The usual limits: 400 characters of one turn (under two minutes), over two hours of speech.
  public init(
    opening: Int = 8, longestHeld: Int = 1200, heldBack: Int = 450, longestWindow: Int = 192 << 10,
    keptWindow: Int = 128 << 10
  ) {
    self.opening = opening
    self.longestHeld = longestHeld
    self.heldBack = heldBack
    self.longestWindow = longestWindow
    self.keptWindow = keptWindow
  }
}
