import Foundation

@testable import Transcript

/// The models that come with the tool.
enum ShippedModels {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("rulebases/models")
  static let punctuation = try? PunctuationModel(path: path(PunctuationModel.format))
  static let accuratePunctuation = try? PunctuationModel(
    path: folder.appendingPathComponent(PunctuationModel.accurateFileName).path)
  static let words = try? WordModel(path: path(WordModel.format))
  static let speakers = try? SpeakerModel(path: path(SpeakerModel.format))

  static func path(_ format: ModelFormat) -> String { folder.appendingPathComponent(format.fileName).path }
}
