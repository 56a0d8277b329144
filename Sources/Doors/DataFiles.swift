import Foundation

/// Finds the models and rule bases that come with the tool, by one rule for every door.
///
/// The folder that `$COURTNLP_DATA` names, and no other, when it is set; else the first that has the file of
/// `rulebases` beside the program, `../share/courtnlp`, and `rulebases` in the folders above the program, where it
/// stands after a build. Never the working directory: a folder somebody sent must not bring its own models.
public struct DataFiles: Sendable {
  /// The environment variable that names the folder.
  public static let variable = "COURTNLP_DATA"
  private static let levelsAbove = 5

  /// The folders that may hold data, in order.
  public let folders: [URL]

  /// The data of the folder `given`, or, when that is nil or empty, of `program`, a file whose links are resolved.
  public init(given: String?, program: URL?) {
    if let given, !given.isEmpty {
      folders = [URL(fileURLWithPath: given)]
    } else if let beside = program?.deletingLastPathComponent() {
      let above = (1...Self.levelsAbove).map { level in
        (0..<level).reduce(beside) { folder, _ in folder.deletingLastPathComponent() }
      }
      folders =
        [beside.appendingPathComponent("rulebases"), above[0].appendingPathComponent("share/courtnlp")]
        + above.map { $0.appendingPathComponent("rulebases") }
    } else {
      folders = []
    }
  }

  /// The path of a file such as `models/punctuation.model`; nil when it is nowhere.
  public func find(_ name: String) -> String? {
    folders.map { $0.appendingPathComponent(name).path }.first(where: FileManager.default.fileExists)
  }
}
