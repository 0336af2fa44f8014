/// Procedures that bound the probability of even one false rejection among all tests.
extension MultipleTesting {
  /// Bonferroni: min(1, m · p), valid however the tests depend on each other, and never better than ``holm(_:)``.
  ///
  /// - Shape: any number of p-values, `nil` where there is no test. Unit: probabilities.
  /// - Reference: Dunn (1961) J Am Stat Assoc 56:52.
  public static func bonferroni(_ pValues: [Double?]) -> [Double?] {
    stepUp(pValues) { _, count in Double(count) }
  }

  /// Holm: rejecting where the adjusted value is ≤ q makes a single false rejection no more probable than q, however the
  /// tests depend on each other.
  ///
  ///     MultipleTesting.holm([0.01, 0.02, 0.5])   // [0.03, 0.04, 0.5]
  ///
  /// With p₍₁₎ ≤ … ≤ p₍ₘ₎ the adjusted value of p₍ᵢ₎ is max over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎).
  ///
  /// - Shape: any number of p-values, `nil` where there is no test. Unit: probabilities.
  /// - Reference: Holm (1979) Scand J Stat 6:65.
  public static func holm(_ pValues: [Double?]) -> [Double?] {
    stepDown(pValues) { rank, count in Double(count - rank + 1) }
  }

  /// Hochberg: the factors of ``holm(_:)`` from the largest p-value down. Never larger than Holm's values; valid for
  /// independent and for many positively dependent tests.
  ///
  /// The adjusted value of p₍ᵢ₎ is min over j ≥ i of (m − j + 1) · p₍ⱼ₎.
  ///
  /// - Shape: any number of p-values, `nil` where there is no test. Unit: probabilities.
  /// - Reference: Hochberg (1988) Biometrika 75:800.
  public static func hochberg(_ pValues: [Double?]) -> [Double?] {
    stepUp(pValues) { rank, count in Double(count - rank + 1) }
  }
}
