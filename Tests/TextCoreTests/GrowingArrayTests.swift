import Testing
import TextCore

@Suite struct GrowingArrayTests {
  @Test func keepsWhatIsAppendedWhileItGrows() {
    var array = GrowingArray<Int>()
    for number in 0..<1000 { array.append(number) }
    [7, 8, 9].withUnsafeBufferPointer { array.append(contentsOf: $0) }
    #expect(array.count == 1003)
    #expect(Array(array.all) == Array(0..<1000) + [7, 8, 9])
  }

  @Test func rearrangesItsTail() {
    var array = GrowingArray<Int>()
    for number in [3, 1, 2, 0] { array.append(number) }
    array.rearrange(from: 1) { $0.sort() }
    #expect(Array(array.all) == [3, 0, 1, 2])
    array[0] = 5
    #expect(array[0] == 5)
  }

  @Test func startsAgainEmpty() {
    var array = GrowingArray<UInt8>()
    array.append(1)
    array.removeAll()
    array.append(2)
    #expect(Array(array.all) == [2])
  }
}
