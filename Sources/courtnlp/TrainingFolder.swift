import Transcript

/// Reads the texts that a model is trained on.
enum TrainingFolder {
  /// The `.txt` files of a folder, or the `gold.txt` of its folders, by name.
  static func files(_ folder: String) -> [TrainingFile] {
    let paths = GoldFolder.entries(folder).compactMap { name -> String? in
      if name.hasSuffix(".txt") { return "\(folder)/\(name)" }
      let gold = "\(folder)/\(name)/gold.txt"
      return GoldFolder.isFile(gold) ? gold : nil
    }
    return paths.compactMap(file)
  }

  /// A file; nil when it cannot be read.
  static func file(_ path: String) -> TrainingFile? {
    guard case .success(let bytes) = InputFile.read(path) else { return nil }
    return TrainingFile(name: path, bytes: bytes)
  }
}
