/// An array of fixed length for what runs most: never copied, no references counted; a place outside is fatal as ever.
struct FixedArray<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let elements: UnsafeMutablePointer<Element>
  let count: Int

  /// So many times the same.
  init(_ count: Int, repeating element: Element) {
    self.count = count
    elements = .allocate(capacity: count)
    elements.initialize(repeating: element, count: count)
  }

  /// The elements of an array.
  init(_ array: [Element]) {
    count = array.count
    elements = .allocate(capacity: count)
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { elements.initialize(from: base, count: source.count) }
    }
  }

  deinit { elements.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return elements[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count)
      elements[index] = newValue
    }
  }

  /// All elements in memory, as long as the array lives.
  var base: UnsafePointer<Element> { UnsafePointer(elements) }
}
