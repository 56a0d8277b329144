import Foundation

/// Finds the model files that come with the tool.
public enum ModelSearch {
  /// The path of a model: in `folder` when one is named (`$COURTNLP_MODELS`), else in `models` and `rulebases/models`
  /// of the folders above `starts`, nearest first. Nil when there is none.
  public static func find(_ name: String, in folder: String?, above starts: [URL]) -> String? {
    if let folder, !folder.isEmpty {
      let path = "\(folder)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
    return starts.lazy.compactMap { find(name, above: $0) }.first
  }

  private static func find(_ name: String, above start: URL) -> String? {
    var folder = start.standardizedFileURL
    for _ in 0..<8 {
      for place in ["models", "rulebases/models"] {
        let path = folder.appendingPathComponent(place).appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: path) { return path }
      }
      let up = folder.deletingLastPathComponent()
      if up.path == folder.path { return nil }
      folder = up
    }
    return nil
  }
}
