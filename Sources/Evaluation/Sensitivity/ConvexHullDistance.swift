import Indicators

/// Whether the treated, before the start, could have been a mixture of donors, and how far it is from one.
///
/// The distance of the treated's path before the start from the nearest mixture of donors' paths (weights not negative, adding
/// up to one): √ of the mean squared gap over the periods, exact. Zero, up to rounding, if and only if the path is in the
/// donors' convex hull.
///
/// - Errors: those of ``SimplexLeastSquares``.
/// - What is not true: that inside is good. With more donors than periods nearly everything of middling level is inside; and
///   that outside is hopeless: levels may differ, which ``Matching/shape`` leaves out.
/// - Reference: King and Zeng (2006) Political Analysis 14:131, of extrapolation from the hull.
public struct ConvexHullDistance: Sendable, Equatable {
  /// What of the path is compared.
  public enum Matching: String, Sendable, Hashable, CaseIterable {
    /// Levels and movements.
    case level
    /// Movements alone: every unit less its mean before the start.
    case shape
  }

  /// √ of the mean squared gap to the nearest mixture, in the unit of the outcome.
  public let distance: Double
  /// Whether the path is a mixture of donors, up to 10⁻⁸ of the size of the figures' spread.
  public let isInside: Bool
  /// The weights of the nearest mixture; of all that are as near, those of least norm.
  public let weights: [Double]
  /// Whether no other mixture is as near.
  public let isUnique: Bool
  /// How many periods there are before the start.
  public let periods: Int
  /// How many of them the treated lies above every donor.
  public let periodsAbove: Int
  /// How many of them the treated lies below every donor.
  public let periodsBelow: Int

  /// The distance of the treated of a design, their mean where there are several.
  public init(_ design: EffectDesign, matching: Matching = .level) throws(EffectError) {
    let before = design.prePeriods
    var rows = (0..<design.donors).map { Array(design.outcomes[design.row($0)].prefix(before)) }
    var target = Array(design.treatedMean.prefix(before))
    if matching == .shape {
      func moved(_ row: [Double]) -> [Double] {
        let mean = row.reduce(0, +) / Double(before)
        return row.map { $0 - mean }
      }
      rows = rows.map(moved)
      target = moved(target)
    }
    // Less the donors' mean, so that a level all share costs no digits.
    var (spread, above, below) = (0.0, 0, 0)
    for period in 0..<before {
      let values = rows.map { $0[period] }
      let mean = values.reduce(0, +) / Double(design.donors)
      if let highest = values.max(), let lowest = values.min() {
        spread = max(spread, max(highest, target[period]) - min(lowest, target[period]))
        if target[period] > highest { above += 1 }
        if target[period] < lowest { below += 1 }
      }
      for donor in rows.indices { rows[donor][period] -= mean }
      target[period] -= mean
    }
    let solution = try SimplexLeastSquares(
      points: Array(rows.joined()), count: design.donors, target: target
    ).solve()
    distance = (max(0, solution.sumOfSquares) / Double(before)).squareRoot()
    isInside = distance <= 1e-8 * spread
    weights = solution.weights
    isUnique = solution.isUnique
    periods = before
    periodsAbove = above
    periodsBelow = below
  }

  /// ``Indicators/Diagnostic/outsideDonors`` where the path is no mixture of donors in any sense that matters: it lies above
  /// all, or below all, in half the periods or more.
  public var diagnostics: [Diagnostic] {
    2 * max(periodsAbove, periodsBelow) >= periods ? [.outsideDonors] : []
  }
}

extension Diagnostic {
  /// Before the start the treated lay above all donors, or below all, half the time or more.
  public static let outsideDonors = Diagnostic("outside-donors")
}
