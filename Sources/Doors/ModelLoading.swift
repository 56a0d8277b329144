import TextCore
import Transcript

extension DataFiles {
  /// The model that comes with the tool. A missing one is a warning, since the rules work alone; a damaged one is an
  /// error (`MD001`), since somebody counts on it.
  ///
  /// `name` is the file's where the model comes in several kinds.
  public func load<Model: LearntModel>(
    _ type: Model.Type, named name: String = Model.format.fileName, _ diagnostics: inout [Diagnostic]
  ) -> Model? {
    guard let path = find("models/\(name)") else {
      diagnostics.append(
        Diagnostic(
          .warning, "MD002", "找不到\(Model.format.title) \(name)，只用规则，准确率会低一些",
          fix: "把 rulebases 目录放在程序旁边，或者用环境变量 \(Self.variable) 指明它在哪里"))
      return nil
    }
    return Self.read(type, path, &diagnostics)
  }

  /// The model of a file that the user names.
  public static func read<Model: LearntModel>(
    _ type: Model.Type, _ path: String, _ diagnostics: inout [Diagnostic]
  ) -> Model? {
    do {
      return try Model(path: path)
    } catch {
      diagnostics.append(
        Diagnostic(.error, "MD001", error.message, at: Place(file: path), fix: "换一个完好的模型文件"))
      return nil
    }
  }

  /// The punctuation model of this name: `fast` (also without a name), `accurate`, `none`, or a file; nil for rules alone.
  public func punctuation(_ name: String?, _ diagnostics: inout [Diagnostic]) -> PunctuationModel? {
    switch name {
    case "none": nil
    case nil, "fast": load(PunctuationModel.self, &diagnostics)
    case "accurate": load(PunctuationModel.self, named: PunctuationModel.accurateFileName, &diagnostics)
    case let path?: Self.read(PunctuationModel.self, path, &diagnostics)
    }
  }
}

extension NormalizeOptions {
  /// Loads the models that these options need; `punctuation` names that model as `--model` does, and with `none` the
  /// word model stays away too. Milliseconds.
  public mutating func loadModels(
    from files: DataFiles, punctuation name: String? = nil, _ diagnostics: inout [Diagnostic]
  ) {
    if allows(.punctuation) { punctuation = files.punctuation(name, &diagnostics) }
    if allows(.terms), name != "none" { words = files.load(WordModel.self, &diagnostics) }
    if allows(.roles), !isLines { speakers = files.load(SpeakerModel.self, &diagnostics) }
  }
}
