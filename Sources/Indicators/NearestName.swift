/// The known name a mistyped one most likely means.
public enum NearestName {
  /// The known name with the fewest edits (insertions, deletions, substitutions, swaps of neighbours) from `name`, letter
  /// case aside; `nil` where even that is further than a third of the name's length, and at least two edits, away.
  ///
  /// Of names equally near the first counts.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(100))
    let allowed = max(2, wanted.count / 3)
    var best: (name: String, edits: Int)?
    for candidate in known {
      let edits = distance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(100)))
      if edits <= allowed, edits < best?.edits ?? Int.max { best = (candidate, edits) }
    }
    return best?.name
  }

  /// Optimal string alignment distance (Damerau 1964, each substring edited at most once).
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for row in 1...one.count {
      var current = [row] + [Int](repeating: 0, count: other.count)
      for column in 1...other.count {
        let change = one[row - 1] == other[column - 1] ? 0 : 1
        var edits = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          edits = min(edits, beforeLast[column - 2] + 1)
        }
        current[column] = edits
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
