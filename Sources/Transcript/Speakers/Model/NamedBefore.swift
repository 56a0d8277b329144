/// The role named last before a place.
struct NamedBefore {
  /// What was named and how far back.
  struct Call {
    let mention: RoleMention?
    let distance: Int
    let mentions: [RoleMention]
    let next: Int

    /// The role named within the first characters of a speech that began at `start`.
    func opening(_ start: Int) -> RoleMention? {
      var (low, high) = (0, next)
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].start < start { low = middle + 1 } else { high = middle }
      }
      return low < next && mentions[low].start < start + 5 ? mentions[low] : nil
    }

    /// Index into the `named` weights.
    func weight(for actor: Actor, byJudge: Bool) -> Int {
      let grade = mention.map { actor.grade($0) } ?? RoleModel.grades - 1
      return ((byJudge ? 1 : 0) * RoleModel.grades + grade) * RoleModel.distances + distance
    }
  }

  private let mentions: [RoleMention]
  private var next = 0
  private static let reach = 40

  init(_ mentions: [RoleMention]) { self.mentions = mentions }

  /// The last role named before `index`; call with growing indices.
  mutating func advance(to index: Int) -> Call {
    while next < mentions.count, mentions[next].end <= index { next += 1 }
    guard next > 0, index - mentions[next - 1].end <= Self.reach else {
      return Call(mention: nil, distance: RoleModel.distances - 1, mentions: mentions, next: next)
    }
    let distance = index - mentions[next - 1].end
    let bucket = distance == 0 ? 0 : distance < 3 ? 1 : distance < 7 ? 2 : distance < 16 ? 3 : 4
    return Call(mention: mentions[next - 1], distance: bucket, mentions: mentions, next: next)
  }
}
