import TextCore

/// Full names of statutes and of documents that courts cite by title: standard section 5.
enum BookTitles {
  /// A title from scalar `first` to scalar `last`.
  struct Title: Equatable {
    let first: Int
    let last: Int
  }

  /// Titles in the speech that have no title marks yet; in order, never overlapping. O(bytes).
  static func find(_ bytes: [UInt8], _ content: SpeechContent) -> [Title] { [] }
}
