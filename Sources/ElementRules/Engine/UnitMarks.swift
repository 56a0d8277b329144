import TextCore

/// What stands in one stretch of text: the groups of words that occur, and where.
struct UnitMarks {
  /// A place where a pattern is worth verifying.
  struct Candidate {
    let use: PatternTable.Use
    /// Index of the hit of its anchor.
    let hit: Int
  }

  private struct Mark {
    /// The stretch for which the mark holds.
    var unit = 0
    /// Index of the latest hit of the group in `links`.
    var last: Int32 = -1
  }

  private struct Link {
    let hit: Int32
    let before: Int32
  }

  private var unit = 0
  private var marks: [Mark] = []
  private var links: [Link] = []
  private var marked: [Int32] = []

  /// Starts a new stretch with these hits. Linear in them and the groups of their words.
  mutating func read(_ hits: ArraySlice<LiteralAutomaton.Match>, _ table: PatternTable) {
    if marks.isEmpty { marks = Array(repeating: Mark(), count: table.groupCount) }
    unit += 1
    links.removeAll(keepingCapacity: true)
    marked.removeAll(keepingCapacity: true)
    for hit in hits.indices {
      for item in table.groups.range(Int32(truncatingIfNeeded: hits[hit].pattern)) {
        let group = table.groups[item]
        let isNew = marks[Int(group)].unit != unit
        if isNew { marked.append(group) }
        links.append(Link(hit: Int32(hit), before: isNew ? -1 : marks[Int(group)].last))
        marks[Int(group)] = Mark(unit: unit, last: Int32(links.count - 1))
      }
    }
  }

  /// The places where patterns of a purpose are worth verifying, in no order.
  func candidates(_ purpose: PatternTable.Purpose, _ table: PatternTable) -> [Candidate] {
    var found: [Candidate] = []
    for group in marked {
      for index in table.uses[purpose.rawValue].range(group) {
        add(table.uses[purpose.rawValue][index], &found)
      }
    }
    return found
  }

  /// The places where a pattern is worth verifying.
  func places(of use: PatternTable.Use) -> [Candidate] {
    var found: [Candidate] = []
    add(use, &found)
    return found
  }

  private func add(_ use: PatternTable.Use, _ found: inout [Candidate]) {
    guard stands(use.third), stands(use.second), stands(use.anchors) else { return }
    var link = marks[Int(use.anchors)].last
    while link >= 0 {
      found.append(Candidate(use: use, hit: Int(links[Int(link)].hit)))
      link = links[Int(link)].before
    }
  }

  private func stands(_ group: Int32) -> Bool { marks[Int(group)].unit == unit }
}
