import Indicators

/// A hidden cell of a design of which only bounds are known, on the scale of the outcome.
public struct HiddenCell: Sendable, Hashable {
  /// The unit, donors first.
  public let unit: Int
  /// The period.
  public let period: Int
  /// The least it can be.
  public let lower: Double
  /// The most it can be.
  public let upper: Double

  /// A cell with its bounds. What a source declares about a count (1 to 4, say) is put on the scale of the outcome first.
  public init(unit: Int, period: Int, lower: Double, upper: Double) {
    self.unit = unit
    self.period = period
    self.lower = lower
    self.upper = upper
  }
}

/// How far an effect can be from what it would be, given cells that are hidden but bounded.
///
///     let bounds = try EffectBounds(design, hidden: cells, of: DifferenceInDifferences())
///     bounds.lower; bounds.upper; bounds.isExact
///
/// The effect is looked at over the box of admissible values. Difference in differences and event studies are linear in the
/// cells, so each cell is at the end its coefficient points to, and the bounds are exact. Other estimators choose weights by the
/// figures: then all corners are tried where there are at most ``mostCorners``, and otherwise corners are climbed cell by cell
/// from several starts. Both, and the middle of the box, give bounds that are *at least this wide*: ``isExact`` is then false,
/// because the most extreme value can lie inside the box.
///
/// - What stands in the design at a hidden cell has no say.
/// - Not a confidence interval: sampling error comes on top.
/// - Errors: ``EffectError/notFinite(unit:period:)`` for bounds that are none or crossed, ``EffectError/shape(what:expected:found:)``
///   for a cell outside the design or named twice; what the estimator throws at every corner.
/// - Reference: Manski (2003) *Partial Identification of Probability Distributions*, ch. 1.
public struct EffectBounds: Sendable, Equatable {
  /// Corners that are all tried.
  public static let mostCorners = 4096
  /// The least effect found.
  public let lower: Double
  /// The largest effect found.
  public let upper: Double
  /// Whether no admissible value gives an effect outside.
  public let isExact: Bool
  /// How often the effect was computed.
  public let evaluations: Int
  /// Corners where the estimator gave no answer.
  public let refused: Int

  /// Bounds of the effect of an estimator.
  public init(_ design: EffectDesign, hidden: [HiddenCell], of estimator: some EffectEstimator)
    throws(EffectError)
  {
    let coefficients: [Double]?
    switch estimator {
    case is DifferenceInDifferences: coefficients = Self.coefficients(design, EventStudy(reference: .preMean))
    case let study as EventStudy: coefficients = Self.coefficients(design, study)
    default: coefficients = nil
    }
    if let coefficients {
      try self.init(design, hidden: hidden, coefficients: coefficients)
    } else {
      try self.init(design, hidden: hidden) { variant throws(EffectError) in try estimator.fit(variant).effect
      }
    }
  }

  /// Exact bounds of Σ c_it y_it.
  ///
  /// - Parameter coefficients: One a cell of the design.
  public init(_ design: EffectDesign, hidden: [HiddenCell], coefficients: [Double]) throws(EffectError) {
    let cells = try Self.places(design, hidden)
    guard coefficients.count == design.outcomes.count else {
      throw .shape(what: "coefficients", expected: design.outcomes.count, found: coefficients.count)
    }
    var known = 0.0
    let isHidden = Set(cells)
    for (cell, coefficient) in coefficients.enumerated() where !isHidden.contains(cell) {
      known += coefficient * design.outcomes[cell]
    }
    var (least, most) = (known, known)
    for (cell, bounds) in zip(cells, hidden) {
      let (one, other) = (coefficients[cell] * bounds.lower, coefficients[cell] * bounds.upper)
      least += min(one, other)
      most += max(one, other)
    }
    lower = least
    upper = most
    isExact = true
    evaluations = 1
    refused = 0
  }

  /// Bounds of any number that follows from a design: an effect, a p-value, the end of an interval.
  public init(
    _ design: EffectDesign, hidden: [HiddenCell], _ number: (EffectDesign) throws(EffectError) -> Double
  ) throws(EffectError) {
    var search = BoxSearch(design, try Self.places(design, hidden), hidden)
    if hidden.count < Int.bitWidth - 2, 1 << hidden.count <= Self.mostCorners {
      for corner in 0..<(1 << hidden.count) {
        _ = search.value(hidden.indices.map { corner >> $0 & 1 == 1 }, number)
      }
    } else {
      search.climb(number)
    }
    search.middle(number)
    guard search.least <= search.most else { throw search.error ?? .notConverged }
    lower = search.least
    upper = search.most
    isExact = hidden.isEmpty
    evaluations = search.evaluations
    refused = search.refused
  }

  /// The coefficients of an event study's mean effect.
  private static func coefficients(_ design: EffectDesign, _ study: EventStudy) -> [Double] {
    let before = study.periodWeights(design)
    let after = 1 / Double(design.postPeriods)
    var result: [Double] = []
    result.reserveCapacity(design.outcomes.count)
    for unit in 0..<design.units {
      let share = unit < design.donors ? -1 / Double(design.donors) : 1 / Double(design.treated)
      for period in 0..<design.periods {
        result.append(share * (period < design.prePeriods ? -before[period] : after))
      }
    }
    return result
  }

  private static func places(_ design: EffectDesign, _ hidden: [HiddenCell]) throws(EffectError) -> [Int] {
    var seen: Set<Int> = []
    var result: [Int] = []
    for bounds in hidden {
      guard (0..<design.units).contains(bounds.unit), (0..<design.periods).contains(bounds.period) else {
        throw .shape(what: "hidden", expected: design.outcomes.count, found: hidden.count)
      }
      guard bounds.lower.isFinite, bounds.upper.isFinite, bounds.lower <= bounds.upper else {
        throw .notFinite(unit: bounds.unit, period: bounds.period)
      }
      let cell = bounds.unit * design.periods + bounds.period
      guard seen.insert(cell).inserted else {
        throw .shape(what: "hidden", expected: seen.count, found: hidden.count)
      }
      result.append(cell)
    }
    return result
  }
}

/// Looks at a number over a box, corner by corner.
private struct BoxSearch {
  var least = Double.infinity
  var most = -Double.infinity
  var evaluations = 0
  var refused = 0
  var error: EffectError?
  private let design: EffectDesign
  private let cells: [Int]
  private let hidden: [HiddenCell]

  init(_ design: EffectDesign, _ cells: [Int], _ hidden: [HiddenCell]) {
    self.design = design
    self.cells = cells
    self.hidden = hidden
  }

  /// The number at a corner; `nil` where there is none.
  mutating func value(_ corner: [Bool], _ number: (EffectDesign) throws(EffectError) -> Double) -> Double? {
    value(zip(hidden, corner).map { $1 ? $0.upper : $0.lower }, number)
  }

  private mutating func value(_ values: [Double], _ number: (EffectDesign) throws(EffectError) -> Double)
    -> Double?
  {
    var outcomes = design.outcomes
    for (cell, value) in zip(cells, values) { outcomes[cell] = value }
    evaluations += 1
    do throws(EffectError) {
      let variant = EffectDesign(
        checked: outcomes, donors: design.donors, treated: design.treated, prePeriods: design.prePeriods,
        periods: design.periods, sizes: design.sizes)
      let found = try number(variant)
      guard !found.isNaN else {
        refused += 1
        return nil
      }
      least = min(least, found)
      most = max(most, found)
      return found
    } catch {
      refused += 1
      self.error = error
      return nil
    }
  }

  mutating func middle(_ number: (EffectDesign) throws(EffectError) -> Double) {
    _ = value(hidden.map { $0.lower / 2 + $0.upper / 2 }, number)
  }

  /// From corners that have nothing to do with each other, turns one cell after the other while the number gets more extreme,
  /// downwards and upwards.
  mutating func climb(_ number: (EffectDesign) throws(EffectError) -> Double) {
    let count = hidden.count
    let starts: [[Bool]] = [
      [Bool](repeating: false, count: count),
      [Bool](repeating: true, count: count),
      // The treated up after the start and down before it, the donors the other way, and the reverse.
      hidden.map { ($0.unit >= design.donors) == ($0.period >= design.prePeriods) },
      hidden.map { ($0.unit >= design.donors) != ($0.period >= design.prePeriods) },
    ]
    for sign in [-1.0, 1.0] {
      for start in starts {
        var corner = start
        var best = value(corner, number).map { sign * $0 } ?? -.infinity
        for _ in 0..<20 {
          var moved = false
          for place in 0..<count {
            corner[place].toggle()
            if let next = value(corner, number).map({ sign * $0 }), next > best {
              best = next
              moved = true
            } else {
              corner[place].toggle()
            }
          }
          if !moved { break }
        }
      }
    }
  }
}

extension Method {
  /// Bounds of an effect where cells are hidden.
  public static let effectBounds = Method("effect.bounds")
}
