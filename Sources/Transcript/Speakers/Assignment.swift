/// The best one-to-one assignment (Kuhn 1955, Munkres 1957, in the O(n³) form with potentials).
enum Assignment {
  /// For each row the column, so that the sum of values is largest; there must be at least as many columns as rows.
  static func best(_ values: [[Float]]) -> [Int] {
    let rows = values.count
    guard let columns = values.first?.count, columns >= rows else { return [] }
    var rowPotential = [Float](repeating: 0, count: rows + 1)
    var columnPotential = [Float](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      var path = [Int](repeating: 0, count: columns + 1)
      var least = [Float](repeating: .infinity, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      owner[0] = row
      var column = 0
      repeat {
        isUsed[column] = true
        var delta = Float.infinity
        var next = 0
        for other in 1...columns where !isUsed[other] {
          let cost =
            -values[owner[column] - 1][other - 1] - rowPotential[owner[column]] - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            path[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...columns {
          if isUsed[other] {
            rowPotential[owner[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while owner[column] != 0
      while column != 0 {
        owner[column] = owner[path[column]]
        column = path[column]
      }
    }
    var found = [Int](repeating: 0, count: rows)
    for column in 1...columns where owner[column] > 0 { found[owner[column] - 1] = column - 1 }
    return found
  }

  /// The sum of values of an assignment.
  static func total(_ values: [[Float]], _ assignment: [Int]) -> Float {
    zip(values, assignment).reduce(0) { $0 + $1.0[$1.1] }
  }
}
