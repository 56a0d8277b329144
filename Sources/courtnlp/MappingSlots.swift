import Foundation
import TextCore
import Transcript

/// Mappings of several files, gathered from the tasks of a batch and written in order of file names.
final class MappingSlots: @unchecked Sendable {
  private let lock = NSLock()
  private var files: [(name: String, entries: [MaskedText.Entry])] = []

  func add(_ name: String, _ entries: [MaskedText.Entry]) {
    lock.lock()
    files.append((name, entries))
    lock.unlock()
  }

  /// One JSON line for each different replacement.
  var lines: [UInt8] {
    var output: [UInt8] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      for entry in file.entries {
        var object = JSONObjectWriter()
        object.add("type", "mapping")
        object.add("file", file.name)
        object.add("rule", entry.rule)
        object.add("before", entry.before)
        object.add("after", entry.after)
        output += Array((object.text + "\n").utf8)
      }
    }
    return output
  }
}
