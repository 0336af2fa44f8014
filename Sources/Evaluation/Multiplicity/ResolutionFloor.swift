/// What a floor under the p-values does to many tests: how many must reach it before any can be a finding.
///
///     ResolutionFloor(placebos: 30).hits(tests: 300, level: 0.05)      // 194
///     ResolutionFloor(placebos: 100).hits(tests: 300, level: 0.05)     // 60
///
/// J placebos give p ≥ 1/(J + 1). Benjamini and Hochberg reject k tests where p₍ₖ₎·m/k ≤ q, so with every p-value at its floor
/// at least k = ⌈m/((J + 1)q)⌉ of m indicators must be there at once; Bonferroni and Holm cannot reject the first unless
/// (J + 1)·α ≥ m. ``StepDownPlacebos`` needs (J + 1)·α ≥ 1 only.
///
/// - Shape: whole numbers. What is not true: more years do not help, and nor do more indicators; more zones, few indicators
///   named beforehand and composites do.
public struct ResolutionFloor: Sendable, Equatable {
  /// How many placebos there are, J.
  public let placebos: Int

  /// The floor of so many placebos; below zero counts as none.
  public init(placebos: Int) { self.placebos = max(0, placebos) }

  /// The smallest p-value there can be, 1/(J + 1).
  public var value: Double { 1 / (Double(placebos) + 1) }

  /// Whether one test alone can be rejected at a level.
  public func canReject(level: Double) -> Bool { value <= level * (1 + 1e-12) }

  /// How many of `tests` must be at the floor before Benjamini and Hochberg reject any; `nil` where even all of them are too
  /// few, or the level is no level.
  public func hits(tests: Int, level: Double) -> Int? {
    guard tests > 0, level > 0, level < 1 else { return nil }
    let needed = (Double(tests) / ((Double(placebos) + 1) * level) * (1 - 1e-12)).rounded(.up)
    return needed <= Double(tests) ? max(1, Int(needed)) : nil
  }

  /// How many placebos it takes so that `hits` of `tests` at the floor are findings by Benjamini and Hochberg; `nil` where no
  /// number is that large.
  public static func placebosNeeded(tests: Int, hits: Int, level: Double) -> Int? {
    guard tests > 0, hits > 0, hits <= tests, level > 0, level < 1 else { return nil }
    let needed = (Double(tests) / (Double(hits) * level) * (1 - 1e-12)).rounded(.up) - 1
    return needed < 1e15 ? Int(needed) : nil
  }
}
