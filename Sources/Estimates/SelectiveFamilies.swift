extension MultipleTesting {
  /// Tests in families, such as the indicators of a theme: families are selected first, then tests within them
  /// (Benjamini and Bogomolov). Rejecting where the adjusted value is ≤ q keeps the expected *average over the selected
  /// families* of the share of false rejections at or below q.
  ///
  ///     MultipleTesting.selectiveFamilies([0.001, 0.2, 0.3, 0.4], families: ["a", "a", "b", "b"])
  ///     // [0.004, 0.4, 0.4, 0.4]
  ///
  /// Within family f of m families the p-values are adjusted by Benjamini–Hochberg to aᵢ; the smallest of them is the
  /// family's Simes p-value, and Benjamini–Hochberg over the families' gives Q_f. At q the R families with Q_f ≤ q are
  /// selected, and of those the tests with aᵢ ≤ q·R/m are rejected. Both grow with q, so the smallest q that rejects a test
  /// is its adjusted value: min over k of max(Q_f, Q₍ₖ₎, aᵢ·m/k), at most 1.
  ///
  /// - In every selected family at least one test is rejected: the smallest adjusted value of a family is Q_f.
  /// - One family only gives Benjamini–Hochberg; families of one test each do as well.
  /// - Shape: one family name a p-value; `nil` where there is no test, and a family without tests is no family.
  /// - What is bounded is the average over families, not the share among all rejections.
  /// - Reference: Benjamini and Bogomolov (2014) J R Stat Soc B 76:297.
  public static func selectiveFamilies(_ pValues: [Double?], families: [String]) -> [Double?] {
    var members: [String: [Int]] = [:]
    var names: [String] = []
    for test in tests(pValues).sorted(by: { $0.index < $1.index }) {
      let name = families.indices.contains(test.index) ? families[test.index] : ""
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(test.index)
    }
    var within = [Double](repeating: 1, count: pValues.count)
    var smallest: [Double?] = []
    for name in names {
      let indices = members[name] ?? []
      let adjusted = benjaminiHochberg(indices.map { pValues[$0] })
      for (index, value) in zip(indices, adjusted) { within[index] = value ?? 1 }
      smallest.append(adjusted.compactMap { $0 }.min())
    }
    let selected = benjaminiHochberg(smallest).map { $0 ?? 1 }
    let ordered = selected.sorted()
    var result = [Double?](repeating: nil, count: pValues.count)
    for (family, name) in names.enumerated() {
      for index in members[name] ?? [] {
        var best = 1.0
        for (k, threshold) in ordered.enumerated() {
          let factor = Double(names.count) / Double(k + 1)
          best = min(best, max(selected[family], threshold, within[index] * factor))
        }
        result[index] = best
      }
    }
    return result
  }
}
