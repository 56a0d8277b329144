import Doors
import Foundation
import TextCore

// The functions of Bindings/c/courtnlp.h. Texts are UTF-8 and end in a zero byte; what is returned belongs to the
// caller, who gives it back to `courtnlp_free`. Nothing is kept outside the toolkit that `courtnlp_open` returns.

/// What a `courtnlp *` points to.
private final class Handle: Sendable {
  let toolkit: Toolkit

  init(_ toolkit: Toolkit) { self.toolkit = toolkit }
}

/// Opens the toolkit: loads models and rule bases. Null settings are the defaults; when `diagnostics` is not null, it
/// gets a JSON array of what somebody should know. Returns null when it cannot be opened.
@c(courtnlp_open)
public func courtnlpOpen(
  _ settings: UnsafePointer<CChar>?, _ diagnostics: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> OpaquePointer? {
  var found: [Diagnostic] = []
  let toolkit = Toolkit(settings: bytes(settings), files: libraryFiles, &found)
  let renderer = DiagnosticRenderer()
  diagnostics?.pointee = text(Array(JSONText.array(found.map(renderer.json)).utf8))
  return toolkit.map { OpaquePointer(Unmanaged.passRetained(Handle($0)).toOpaque()) }
}

/// Runs a command on a JSON request and returns the JSON answer, as a line of `courtnlp … --jsonl` would; null when a
/// pointer is null or memory is short. Any number of threads may call it with one toolkit.
@c(courtnlp_run)
public func courtnlpRun(
  _ toolkit: OpaquePointer?, _ command: UnsafePointer<CChar>?, _ request: UnsafePointer<CChar>?
) -> UnsafeMutablePointer<CChar>? {
  guard let toolkit, let command, let request else { return nil }
  let handle = Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(toolkit)).takeUnretainedValue()
  return text(handle.toolkit.answer(String(cString: command), bytes(request)).json)
}

/// Closes the toolkit, after the last call with it has returned. Null is allowed.
@c(courtnlp_close)
public func courtnlpClose(_ toolkit: OpaquePointer?) {
  guard let toolkit else { return }
  Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(toolkit)).release()
}

/// Gives back a text. Null is allowed.
@c(courtnlp_free)
public func courtnlpFree(_ text: UnsafeMutablePointer<CChar>?) { free(text) }

/// The version and the commit, in words.
@c(courtnlp_version)
public func courtnlpVersion() -> UnsafeMutablePointer<CChar>? { text(Array(Release.text.utf8)) }

private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
  guard let text else { return [] }
  return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}

private func text(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
  guard let memory = malloc(bytes.count + 1) else { return nil }
  let buffer = UnsafeMutableRawBufferPointer(start: memory, count: bytes.count + 1)
  buffer.copyBytes(from: bytes)
  buffer[bytes.count] = 0
  return memory.assumingMemoryBound(to: CChar.self)
}

/// The data that comes with this library, by the rule of the program.
private var libraryFiles: DataFiles {
  DataFiles(
    given: ProcessInfo.processInfo.environment[DataFiles.variable],
    program: LoadedImage.path(of: #dsohandle).map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() })
}
