/// Adjustments of p-values for the number of tests made.
///
/// All procedures share their conventions: entries without a p-value are not tests. They stay `nil` and do not count in
/// m, and nor does an entry that is no probability, NaN included. The order of the entries does not matter, and an adjusted
/// value is never below the p-value it belongs to. Which one to use: ``Adjustment``.
public enum MultipleTesting {
  /// Benjamini–Hochberg: p-values adjusted so that rejecting where the adjusted value is ≤ q keeps the expected share of
  /// false rejections at or below q, for independent or positively dependent tests.
  ///
  /// With p₍₁₎ ≤ … ≤ p₍ₘ₎ the adjusted value of p₍ᵢ₎ is min over j ≥ i of min(1, m · p₍ⱼ₎ / j). Entries without a p-value
  /// are not tests: they stay `nil` and do not count in m. Nor is an entry that is no probability, NaN included.
  ///
  /// - Reference: Benjamini and Hochberg (1995) J R Stat Soc B 57:289.
  public static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
    stepUp(pValues) { rank, count in
      // The factor is 1 at the last rank; multiplying and dividing could round the result below p.
      Double(count) / Double(rank)
    }
  }

  /// From the largest p-value down: each p times the factor of its rank (from 1), and never more than any larger one's.
  static func stepUp(_ pValues: [Double?], factor: (_ rank: Int, _ count: Int) -> Double) -> [Double?] {
    let sorted = tests(pValues)
    var result = [Double?](repeating: nil, count: pValues.count)
    var smallest = 1.0
    for (rank, test) in sorted.enumerated().reversed() {
      smallest = min(smallest, test.p * factor(rank + 1, sorted.count))
      result[test.index] = smallest
    }
    return result
  }

  /// From the smallest p-value up: each p times the factor of its rank (from 1), and never less than any smaller one's.
  static func stepDown(_ pValues: [Double?], factor: (_ rank: Int, _ count: Int) -> Double) -> [Double?] {
    let sorted = tests(pValues)
    var result = [Double?](repeating: nil, count: pValues.count)
    var largest = 0.0
    for (rank, test) in sorted.enumerated() {
      largest = max(largest, min(1, test.p * factor(rank + 1, sorted.count)))
      result[test.index] = largest
    }
    return result
  }

  /// The entries that are tests, by p-value.
  static func tests(_ pValues: [Double?]) -> [(index: Int, p: Double)] {
    pValues.indices.compactMap { index in
      pValues[index].flatMap { (0...1).contains($0) ? (index: index, p: $0) : nil }
    }.sorted { ($0.p, $0.index) < ($1.p, $1.index) }
  }
}
