/// The known name nearest to one that is not known, for *did you mean*.
///
///     NearestName.of("lavintekt", among: ["lavinntekt", "sysselsatte"])   // "lavinntekt"
///
/// Distance is the number of inserted, removed, changed or swapped neighbouring characters, whatever the case.
public enum NearestName {
  /// The nearest of the candidates, or `nil` where none is near: more than a third of the characters would have to
  /// change, and none begins with the name. Of equally near ones the first.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    var completion: String?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      guard letters.count <= longest else { continue }
      if completion == nil, wanted.count >= 3, letters.starts(with: wanted) { completion = candidate }
      let limit = max(1, max(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name ?? completion
  }

  /// Insertions, removals, changes and swaps of neighbours that turn one text into the other (optimal string alignment).
  public static func distance(_ one: String, _ other: String) -> Int {
    distance(Array(one), Array(other))
  }

  /// Longer names are no names; comparing them would take long for nothing.
  private static let longest = 200

  private static func distance(_ one: [Character], _ other: [Character]) -> Int {
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var current = last
    for i in 1...one.count {
      current[0] = i
      for j in 1...other.count {
        let change = one[i - 1] == other[j - 1] ? 0 : 1
        var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        current[j] = cost
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[other.count]
  }
}
