/// An array that grows, for what runs most and is used again and again: never copied, no references counted, its memory
/// kept; a place outside is fatal as ever.
@frozen
public struct GrowingArray<Element: BitwiseCopyable & Sendable>: ~Copyable {
  @usableFromInline var elements: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  /// Elements there are.
  @inlinable
  public var count: Int { filled }

  /// An empty array.
  @inlinable
  public init() {
    elements = .allocate(capacity: 0)
    capacity = 0
  }

  @inlinable
  deinit { elements.deallocate() }

  /// The element at a place.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count)
      return elements[index]
    }
    @inline(__always)
    set {
      precondition(index >= 0 && index < count)
      elements[index] = newValue
    }
  }

  /// Adds an element; the memory doubles when it is full.
  @inlinable
  @inline(__always)
  public mutating func append(_ element: Element) {
    if filled == capacity { grow() }
    elements[filled] = element
    filled += 1
  }

  /// Adds elements.
  @inlinable
  @inline(__always)
  public mutating func append(contentsOf more: UnsafeBufferPointer<Element>) {
    while capacity - filled < more.count { grow() }
    if let base = more.baseAddress { (elements + filled).update(from: base, count: more.count) }
    filled += more.count
  }

  /// All elements in memory, until the next change.
  @inlinable
  public var all: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: elements, count: filled)
  }

  @inlinable
  mutating func grow() {
    let more = max(64, 2 * capacity)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: more)
    moved.update(from: elements, count: filled)
    elements.deallocate()
    (elements, capacity) = (moved, more)
  }

  /// Forgets the elements and keeps their memory.
  @inlinable
  @inline(__always)
  public mutating func removeAll() { filled = 0 }

  /// Lets `body` rearrange the elements from a place on.
  @inlinable
  @inline(__always)
  public mutating func rearrange(from start: Int, _ body: (inout UnsafeMutableBufferPointer<Element>) -> Void)
  {
    precondition(start >= 0 && start <= count)
    var tail = UnsafeMutableBufferPointer(start: elements + start, count: count - start)
    body(&tail)
  }
}
