import Estimates
import Indicators
import Scheduler

/// Life expectancies of many cells at several ages, each with its interval or the reason why there is none.
///
///     let counts = MortalityCounts(bands: 20, cells: zones * periods, deaths: deaths, population: population)
///     let all = try LifeExpectancies(counts, schedule, ages: [0, 65])
///     all.result(cell: 3, age: 0)
///
/// Chiang's abridged life table (``LifeTable`` has the formulas) with the last-band variance of Silcocks: the person-years
/// of the open band are uncertain too. The interval is e ± z·SE.
///
/// - Shape: `cells` × `ages`. Unit: years.
/// - A cell with a hidden band is refused (`suppressed`); ``bounds(of:_:age:)`` gives what declared bounds allow. Missing
///   bands, a band without residents, more deaths than person-years, and no deaths in an open last band are refused, each
///   with its reason: without deaths in the last band nothing says how long its members live.
/// - At most 5 000 person-years give `small-population`. An interval wider than twenty years at 95 % refuses the value
///   (`interval-too-wide`), but the interval is kept.
/// - Bands without deaths are given no uncertainty (`bands-without-deaths`), so intervals of the smallest populations are
///   too narrow.
/// - The same bytes for any number of threads; no allocation in the loop over cells.
/// - References: Chiang (1984) *The Life Table and its Applications*; Silcocks, Jenner and Reza (2001) J Epidemiol
///   Community Health 55:38; Eayres and Williams (2004) J Epidemiol Community Health 58:243.
public struct LifeExpectancies: Sendable {
  /// Why there is no expectancy.
  public enum Outcome: UInt8, Sendable {
    /// There is one.
    case estimated = 0
    /// A band has no figure.
    case missing = 1
    /// A band cannot have a figure.
    case notApplicable = 2
    /// A band is hidden.
    case suppressed = 3
    /// A band has no person-years.
    case emptyDenominator = 4
    /// A band has fewer than no deaths.
    case negativeCount = 5
    /// A band has more deaths than person-years.
    case deathsExceedPopulation = 6
    /// The open last band has no deaths.
    case noDeathsInLastBand = 7
    /// Nobody of the life table reaches the age.
    case nobodySurvives = 8
    /// The interval at 95 % is wider than twenty years.
    case intervalTooWide = 9
    /// More persons in ill health than persons asked.
    case shareAboveOne = 10

    /// The reason; `nil` where there is an answer.
    public var reason: Reason? {
      switch self {
      case .estimated: nil
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .suppressed: .suppressed
      case .emptyDenominator: .emptyDenominator
      case .negativeCount: Reason("negative-count")
      case .deathsExceedPopulation: .deathsExceedPopulation
      case .noDeathsInLastBand: .noDeathsInLastBand
      case .nobodySurvives: .nobodySurvives
      case .intervalTooWide: .intervalTooWide
      case .shareAboveOne: Reason("share-above-one")
      }
    }
  }

  /// At most this many person-years are called a small population.
  public static let smallPopulation = 5000.0
  /// An interval wider than this at 95 % refuses the value.
  public static let widestInterval = 20.0

  /// The ages, each the first of a band.
  public let ages: [Int]
  /// The level of the intervals.
  public let level: ConfidenceInterval.Level
  /// What became of each cell and age, [cell][age].
  public let outcomes: [Outcome]
  /// The person-years of each cell, all ages.
  public let personYears: [Double]
  let values: [Double]
  let errors: [Double]
  /// Deaths from each age on, [cell][age].
  let deaths: [Double]
  let hasEmptyBands: [Bool]

  /// The expectancies of all cells.
  ///
  /// - Throws: ``LifeTableRefusal`` where an age begins no band, or the counts have another number of bands.
  public init(
    _ counts: MortalityCounts, _ schedule: LifeTableSchedule, ages: [Int] = [0],
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(LifeTableRefusal) {
    let columns = try LifeExpectancyColumns(counts, schedule, ages: ages)
    columns.fill(threads: threads) { workspace, band, _ in
      (workspace.expectancies[band], workspace.variances[band])
    }
    self.init(columns, level: level)
  }

  init(_ columns: LifeExpectancyColumns, level: ConfidenceInterval.Level) {
    ages = columns.ages
    self.level = level
    outcomes = columns.outcomes
    personYears = columns.personYears
    values = columns.values
    errors = columns.errors
    deaths = columns.deaths
    hasEmptyBands = columns.hasEmptyBands
  }

  /// The expectancy of a cell at an age, or the reason why there is none; `noSuchAge` for an age not asked for.
  public func result(cell: Int, age: Int) -> Result<Estimate, Reason> {
    guard let column = ages.firstIndex(of: age) else { return .failure(.noSuchAge) }
    let place = cell * ages.count + column
    if let reason = outcomes[place].reason { return .failure(reason) }
    var diagnostics: [Diagnostic] = []
    if personYears[cell] <= Self.smallPopulation { diagnostics.append(.smallPopulation) }
    if hasEmptyBands[cell] { diagnostics.append(.bandsWithoutDeaths) }
    return .success(
      Estimate(
        values[place], interval: interval(cell: cell, age: age), standardError: errors[place],
        method: .lifeExpectancy, n: deaths[place], diagnostics: diagnostics))
  }

  /// The interval of a cell at an age, also where it is too wide for a value; `nil` where there is none at all.
  public func interval(cell: Int, age: Int) -> ConfidenceInterval? {
    guard let column = ages.firstIndex(of: age) else { return nil }
    let place = cell * ages.count + column
    guard outcomes[place] == .estimated || outcomes[place] == .intervalTooWide else { return nil }
    let reach = level.normalQuantile * errors[place]
    // Nobody has fewer than no years left.
    return ConfidenceInterval(
      lower: max(0, values[place] - reach), upper: values[place] + reach, level: level)
  }

  /// The expectancies that hidden deaths with declared bounds admit: expectancy falls with every death, so the ends are those
  /// of all hidden deaths at their upper and at their lower end.
  ///
  /// - Returns: One a cell; `suppressed` where a hidden band has no bounds.
  public static func bounds(of counts: MortalityCounts, _ schedule: LifeTableSchedule, age: Int)
    throws(LifeTableRefusal) -> [Result<ClosedRange<Double>, Reason>]
  {
    let low = try LifeExpectancies(counts.atBounds(upper: true), schedule, ages: [age], threads: .single)
    let high = try LifeExpectancies(counts.atBounds(upper: false), schedule, ages: [age], threads: .single)
    return (0..<counts.cells).map { cell in
      for outcome in [low.outcomes[cell], high.outcomes[cell]] where outcome != .intervalTooWide {
        if let reason = outcome.reason { return .failure(reason) }
      }
      return .success(min(low.values[cell], high.values[cell])...max(low.values[cell], high.values[cell]))
    }
  }
}

extension Method {
  /// Life expectancy from an abridged life table with Silcocks' variance.
  public static let lifeExpectancy = Method("life.expectancy")
}

extension Reason {
  /// An age band has more deaths than person-years.
  public static let deathsExceedPopulation = Reason("deaths-exceed-population")
  /// The open last age band has no deaths, so nothing says how long its members live.
  public static let noDeathsInLastBand = Reason("no-deaths-in-last-band")
  /// Nobody of the life table reaches the age.
  public static let nobodySurvives = Reason("nobody-survives")
  /// The interval at 95 % is wider than twenty years.
  public static let intervalTooWide = Reason("interval-too-wide")
}

extension Diagnostic {
  /// At most 5 000 person-years.
  public static let smallPopulation = Diagnostic("small-population")
  /// Some age bands have no deaths and are given no uncertainty.
  public static let bandsWithoutDeaths = Diagnostic("bands-without-deaths")
}
