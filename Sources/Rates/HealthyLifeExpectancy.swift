import Estimates
import Indicators
import Scheduler

/// Life expectancy in good health by Sullivan's method: the years of the life table, times the share in good health.
///
///     let asked = HealthCounts(bands: 7, cells: 1, ill: ill, asked: asked)
///     try HealthyLifeExpectancy.all(counts, asked, schedule, ages: [65]).result(cell: 0, age: 65)
///
/// With π the share in ill health of a band, from N persons asked, and the life table of ``LifeTable``:
///
///     h = Σ (1 − π)L / l
///     Var(h) = Σ L²·π(1 − π)/N / l²                                       uncertainty of the survey
///            + Σ Var(p)·l²·((1 − a)n(1 − π) + hₓ₊ₙ)² / l²                  uncertainty of the deaths, unless left out
///            + ((1 − π)·l_ω/2)²·Var(p_ω) / l²                             of an open last band
///
/// - Shape: deaths, person-years, ill and asked by band. Unit: years.
/// - A hidden share is refused as hidden deaths are. A band that nobody was asked in has no share: `empty-denominator`.
/// - Of a survey with a design, N is the effective number (``EffectiveSampleSize``).
/// - It says how long a generation would live in good health if it met the death rates and the ill health of the period at
///   every age. It does not follow anybody.
/// - References: Sullivan (1971) HSMHA Health Reports 86:347; Jagger, Van Oyen and Robine (2014) *Health Expectancy
///   Calculation by the Sullivan Method*.
public enum HealthyLifeExpectancy {
  /// The healthy life expectancies of all cells, in the columns of ``LifeExpectancies``.
  ///
  /// - Parameter withMortality: Whether the uncertainty of the deaths counts as well.
  /// - Throws: ``LifeTableRefusal`` where an age begins no band, or the counts have another number of bands or cells.
  public static func all(
    _ counts: MortalityCounts, _ health: HealthCounts, _ schedule: LifeTableSchedule, ages: [Int] = [0],
    withMortality: Bool = true, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(LifeTableRefusal) -> HealthyLifeExpectancies {
    guard health.bands == counts.bands, health.cells == counts.cells else {
      throw LifeTableRefusal(.needsAges)
    }
    let columns = try LifeExpectancyColumns(counts, schedule, ages: ages)
    columns.fill(
      threads: threads,
      prepare: { reader, cell in
        let outcome = health.shares(ofCell: cell, into: &reader.shares, &reader.sizes)
        guard outcome == .estimated else { return outcome }
        reader.workspace.healthy(
          reader.shares, reader.sizes, withMortality: withMortality, into: &reader.healthy,
          &reader.healthyVariance)
        return .estimated
      },
      { reader, band, _ in (reader.healthy[band], reader.healthyVariance[band]) })
    return HealthyLifeExpectancies(
      all: LifeExpectancies(columns, level: level),
      method: withMortality ? .healthyLifeExpectancy : .healthyLifeExpectancySurveyOnly)
  }
}

/// Healthy life expectancies of many cells.
public struct HealthyLifeExpectancies: Sendable {
  let all: LifeExpectancies
  let method: Method

  /// The healthy life expectancy of a cell at an age, or the reason why there is none.
  public func result(cell: Int, age: Int) -> Result<Estimate, Reason> {
    all.result(cell: cell, age: age).map { one in
      Estimate(
        one.value, interval: one.interval, intervalReason: one.intervalReason,
        standardError: one.standardError, method: method, n: one.n, diagnostics: one.diagnostics)
    }
  }

  /// The interval, also where it is too wide for a value.
  public func interval(cell: Int, age: Int) -> ConfidenceInterval? { all.interval(cell: cell, age: age) }
}

/// Persons in ill health among persons asked, by band of many cells, laid out [band][cell].
public struct HealthCounts: Sendable {
  /// The number of bands.
  public let bands: Int
  /// The number of cells.
  public let cells: Int
  /// Persons in ill health; need not be whole.
  public let ill: [Double]
  /// Persons asked, or the effective number of them.
  public let asked: [Double]
  /// The statuses.
  public let statuses: [CellStatus]

  /// Counts of many cells.
  ///
  /// - Precondition: Every column has `bands · cells` entries.
  public init(bands: Int, cells: Int, ill: [Double], asked: [Double], statuses: [CellStatus]? = nil) {
    let count = bands * cells
    precondition(
      ill.count == count && asked.count == count && statuses?.count ?? count == count,
      "columns of unequal lengths")
    self.bands = bands
    self.cells = cells
    self.ill = ill
    self.asked = asked
    self.statuses = statuses ?? ill.map { $0.isFinite ? .observed : .missing }
  }

  func shares(ofCell cell: Int, into shares: inout [Double], _ sizes: inout [Double])
    -> LifeExpectancies.Outcome
  {
    var found = LifeExpectancies.Outcome.estimated
    for band in 0..<bands {
      let place = band * cells + cell
      let status = statuses[place]
      if status.isSuppressed { return .suppressed }
      guard status.isObserved else {
        found = status.kind == .notApplicable ? .notApplicable : .missing
        continue
      }
      let (x, n) = (ill[place], asked[place])
      guard n > 0, n.isFinite else { return .emptyDenominator }
      guard x >= 0 else { return .negativeCount }
      guard x <= n else { return .shareAboveOne }
      shares[band] = x / n
      sizes[band] = n
    }
    return found
  }
}

extension Method {
  /// Healthy life expectancy with the uncertainty of survey and deaths.
  public static let healthyLifeExpectancy = Method("life.sullivan")
  /// Healthy life expectancy with the uncertainty of the survey only.
  public static let healthyLifeExpectancySurveyOnly = Method("life.sullivan-survey-only")
}
