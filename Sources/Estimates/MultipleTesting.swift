/// Adjustments of p-values for the number of tests made.
public enum MultipleTesting {
  /// Benjamini–Hochberg: p-values adjusted so that rejecting where the adjusted value is ≤ q keeps the expected share of
  /// false rejections at or below q, for independent or positively dependent tests.
  ///
  /// With p₍₁₎ ≤ … ≤ p₍ₘ₎ the adjusted value of p₍ᵢ₎ is min over j ≥ i of min(1, m · p₍ⱼ₎ / j). Entries without a p-value
  /// are not tests: they stay `nil` and do not count in m. Nor is an entry that is no probability, NaN included.
  ///
  /// - Reference: Benjamini and Hochberg (1995) J R Stat Soc B 57:289.
  public static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
    let tests = pValues.indices.compactMap { index in
      pValues[index].flatMap { (0...1).contains($0) ? (index: index, p: $0) : nil }
    }
    let sorted = tests.sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var result = [Double?](repeating: nil, count: pValues.count)
    var smallest = 1.0
    for (rank, test) in sorted.enumerated().reversed() {
      // The factor is 1 at the last rank; multiplying and dividing could round the result below p.
      let factor = Double(sorted.count) / Double(rank + 1)
      smallest = min(smallest, test.p * factor)
      result[test.index] = smallest
    }
    return result
  }
}
