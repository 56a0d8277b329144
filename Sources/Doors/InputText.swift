import ChineseText
import Documents
import TextCore

/// Turns the bytes of an input into text, whatever office program or encoding wrote them.
public enum InputText {
  /// The text of a Word file or of an encoded text; nil, with the error, for what is neither. What comes with its
  /// encoding is text, never a Word file.
  public static func decode(_ job: Job) -> (source: SourceText?, diagnostics: [Diagnostic]) {
    guard job.encoding == nil, WordDocument.isWord(job.bytes) else {
      let decoded = TextDecoder().decode(job.bytes, name: job.name, as: job.encoding)
      return (decoded.isText ? decoded.source : nil, decoded.diagnostics)
    }
    do throws(DocumentError) {
      let document = try WordDocument.read(job.bytes, name: job.name)
      return (document.source, document.diagnostics)
    } catch {
      return (nil, [error.diagnostic(file: job.name)])
    }
  }
}
