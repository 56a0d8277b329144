/// An array of fixed length for what runs most: never copied, no references counted; a place outside is fatal as ever.
@frozen
public struct FixedArray<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline let elements: UnsafeMutablePointer<Element>
  /// Elements there are.
  public let count: Int

  /// So many times the same.
  @inlinable
  public init(_ count: Int, repeating element: Element) {
    self.count = count
    elements = .allocate(capacity: count)
    elements.initialize(repeating: element, count: count)
  }

  /// The elements of an array.
  @inlinable
  public init(_ array: [Element]) {
    count = array.count
    elements = .allocate(capacity: count)
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { elements.initialize(from: base, count: source.count) }
    }
  }

  @inlinable
  deinit { elements.deallocate() }

  /// The element at a place; setting one is for arrays that belong to one task.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count)
      return elements[index]
    }
    @inline(__always)
    nonmutating set {
      precondition(index >= 0 && index < count)
      elements[index] = newValue
    }
  }

  /// All elements in memory, as long as the array lives.
  @inlinable
  public var base: UnsafePointer<Element> { UnsafePointer(elements) }
}

extension FixedArray: @unchecked Sendable where Element: Sendable {}
