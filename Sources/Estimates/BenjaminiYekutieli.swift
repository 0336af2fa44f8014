extension MultipleTesting {
  /// Benjamini–Yekutieli: as ``benjaminiHochberg(_:)``, and valid for tests that depend on each other in any way.
  ///
  ///     MultipleTesting.benjaminiYekutieli([0.01, 0.02, 0.5])   // [0.055, 0.055, 0.917]
  ///
  /// The adjusted value of p₍ᵢ₎ is min over j ≥ i of min(1, c(m) · m · p₍ⱼ₎ / j) with c(m) = 1 + ½ + … + 1/m. The price of
  /// the guarantee is c(m), about ln m + 0.58: 5.2 for a hundred tests.
  ///
  /// - Shape: any number of p-values, `nil` where there is no test. Unit: probabilities.
  /// - Reference: Benjamini and Yekutieli (2001) Ann Stat 29:1165, theorem 1.3.
  public static func benjaminiYekutieli(_ pValues: [Double?]) -> [Double?] {
    let harmonic = (1...max(1, tests(pValues).count)).reversed().reduce(0.0) { $0 + 1 / Double($1) }
    return stepUp(pValues) { rank, count in harmonic * (Double(count) / Double(rank)) }
  }
}
