import Foundation

/// What a segmented regression of one series holds: the line before the start, the change at it, the season.
///
///     y_t = β₀ + β₁ (t − t*) + β₂ s_t + β₃ (t − t*) D_t + Σ_j [γ_j sin(2πjt/m) + δ_j cos(2πjt/m)]
///
/// with t* the first period of the programme, D_t = 1 from it on, and s_t = D_t. Time and slope are centred at t*, so β₂ is
/// the change of level *at the start* and β₃ the change of slope; centred elsewhere β₂ would be another number.
///
/// - Phase-in: with ``PhaseIn/linear(periods:)`` s_t rises by equal steps, min(1, (t − t* + 1)/m); with
///   ``PhaseIn/excluded(periods:)`` the first m periods of the programme are left out of the fit and t* moves past them.
/// - What is not true: that the line before the start would have gone on. One series cannot show it.
/// - Reference: Wagner, Soumerai, Zhang and Ross-Degnan (2002) J Clin Pharm Ther 27:299; Bernal, Cummins and Gasparrini
///   (2017) Int J Epidemiol 46:348.
public struct InterruptedTerms: Sendable, Hashable {
  /// What the programme may change.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// The level alone, β₃ = 0.
    case level
    /// Level and slope.
    case levelAndSlope = "level-and-slope"
  }

  /// How the programme comes into force.
  public enum PhaseIn: Sendable, Hashable {
    /// At once.
    case none
    /// By equal steps over so many periods.
    case linear(periods: Int)
    /// In a manner nobody models: so many periods are left out.
    case excluded(periods: Int)
  }

  /// A season of so many periods, by pairs of a sine and a cosine.
  public struct Season: Sendable, Hashable {
    /// Periods in a season: 12 for months.
    public var length: Int
    /// How many pairs; the last of `length / 2` pairs has no sine.
    public var pairs: Int

    /// A season.
    public init(length: Int, pairs: Int) {
      self.length = length
      self.pairs = pairs
    }

    /// How many columns it needs.
    var columns: Int { length == 2 * pairs ? 2 * pairs - 1 : 2 * pairs }
  }

  /// What may change.
  public var change: Change
  /// How it comes into force.
  public var phaseIn: PhaseIn
  /// The season; `nil` for yearly figures.
  public var season: Season?

  /// Terms; by default level and slope, at once, without season.
  public init(change: Change = .levelAndSlope, phaseIn: PhaseIn = .none, season: Season? = nil) {
    self.change = change
    self.phaseIn = phaseIn
    self.season = season
  }

  /// The fewest periods with figures before the start: three for a line with something left over, and one a column of the
  /// season.
  public var neededPrePeriods: Int { 3 + (season?.columns ?? 0) }

  /// The fewest periods with figures in full force: two for a slope, one for a level.
  public var neededPostPeriods: Int { change == .levelAndSlope ? 2 : 1 }
}

/// The columns of a series' regression.
struct InterruptedColumns: Sendable {
  /// Names, the intercept first.
  let names: [String]
  /// The columns, the intercept first.
  let values: [[Double]]
  /// Which columns the programme made.
  let change: [Int]
  /// Periods that have a column of their own and so no say: missing, or left out of the phase-in.
  let removed: [Int]
  /// Periods with figures over which the effect is averaged: from the start on, less a phase-in left out.
  let counted: [Int]

  /// The columns for a series of `periods`, of which `missing` have no figure.
  init(_ terms: InterruptedTerms, periods: Int, prePeriods: Int, missing: Set<Int> = []) throws(EffectError) {
    guard prePeriods > 0 else { throw .noPrePeriods }
    guard prePeriods < periods else { throw .noPostPeriods }
    var skipped = 0
    var steps = 1
    switch terms.phaseIn {
    case .none: break
    case .linear(let count):
      guard count > 0 else { throw .parameter(name: "phase-in", value: Double(count)) }
      steps = count
    case .excluded(let count):
      guard count > 0 else { throw .parameter(name: "phase-in", value: Double(count)) }
      skipped = count
    }
    if let season = terms.season {
      guard season.length > 1 else { throw .parameter(name: "season-length", value: Double(season.length)) }
      guard season.pairs > 0, season.pairs <= season.length / 2 else {
        throw .parameter(name: "season-pairs", value: Double(season.pairs))
      }
    }
    let before = (0..<prePeriods).count { !missing.contains($0) }
    guard before >= terms.neededPrePeriods else {
      throw .tooFewPrePeriods(needed: terms.neededPrePeriods, found: before)
    }
    let (first, overflow) = prePeriods.addingReportingOverflow(skipped)
    let (full, beyond) = prePeriods.addingReportingOverflow(max(skipped, steps - 1))
    let after = overflow || beyond || full >= periods ? 0 : (full..<periods).count { !missing.contains($0) }
    guard after >= terms.neededPostPeriods else {
      throw .tooFewPostPeriods(needed: terms.neededPostPeriods, found: after)
    }
    let times = (0..<periods).map { Double($0 - first) }
    var names = ["intercept", "time", "level"]
    var values = [[Double](repeating: 1, count: periods), times]
    values.append(
      (0..<periods).map { $0 < first ? 0 : min(1, Double($0 - first + 1) / Double(steps)) })
    if terms.change == .levelAndSlope {
      names.append("slope")
      values.append(times.map { max(0, $0) })
    }
    change = Array(2..<names.count)
    if let season = terms.season {
      for pair in 1...season.pairs {
        let angles = (0..<periods).map {
          // The remainder first: the angle of a late period is as exact as that of an early one.
          2 * Double.pi * Double(($0 % season.length) * pair % season.length) / Double(season.length)
        }
        if 2 * pair < season.length {
          names.append("sin\(pair)")
          values.append(angles.map { sin($0) })
        }
        names.append("cos\(pair)")
        values.append(angles.map { cos($0) })
      }
    }
    removed = missing.union(prePeriods..<first).sorted()
    for period in removed {
      names.append("period \(period)")
      values.append((0..<periods).map { $0 == period ? 1 : 0 })
    }
    counted = (first..<periods).filter { !missing.contains($0) }
    self.names = names
    self.values = values
  }

  /// The row of a period without its own column.
  func row(_ period: Int) -> [Double] {
    let kept = values.count - removed.count
    return values.indices.map { $0 < kept ? values[$0][period] : 0 }
  }

  /// The row of a period had there been no programme.
  func rowWithout(_ period: Int) -> [Double] {
    var row = row(period)
    for column in change { row[column] = 0 }
    return row
  }
}
