/// A model that was trained and lies in a file of its own.
public protocol LearntModel: Sendable {
  /// The frame of its files.
  static var format: ModelFormat { get }

  /// Reads a model; throws why the file was refused.
  init(path: String) throws(ModelFileError)
}
