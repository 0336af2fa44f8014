import Estimates
import Indicators

/// An abridged life table of one population, with the life expectancy at every age it begins a band with.
///
///     let table = try LifeTable(deaths: deaths, population: population, schedule)
///     try table.expectancy(at: 65).get().value
///     table.rows[0].survivors     // 100 000
///
/// With D deaths and P person-years in a band of n years, a the share of it lived by those who die in it:
///
///     m = D/P      q = n·m/(1 + n·m·(1 − a)), at most 1      l₀ = 100 000,  lₓ₊ₙ = lₓ(1 − q),  d = lₓ − lₓ₊ₙ
///     L = n(lₓ₊ₙ + a·d), of an open band l/m      T = Σ L from the age on      e = T/l
///     Var(p) = q²(1 − q)/D, of an open band 4/(D·m²)
///     Var(e) = Σ Var(p)·l²·((1 − a)n + eₓ₊ₙ)² / l², an open band with (l/2)²·Var(p)
///
/// - Shape: one number a band. Unit: deaths, persons or person-years; years of expectancy.
/// - It is the expectancy of a made-up generation that lives its whole life at the death rates of the period; no real one
///   does.
/// - Hidden counts never reach this type; ``LifeExpectancies`` refuses them.
/// - References: see ``LifeExpectancies``.
public struct LifeTable: Sendable {
  /// One band of the table.
  public struct Row: Sendable, Hashable {
    /// The ages.
    public let band: AgeBand
    /// m, deaths a person-year.
    public let rate: Double
    /// q, the probability that one who reaches the band dies in it.
    public let risk: Double
    /// l, how many of 100 000 reach the band.
    public let survivors: Double
    /// d, how many of them die in it.
    public let deaths: Double
    /// L, the years they live in it.
    public let years: Double
    /// e, the years one who reaches it can expect to live.
    public let expectancy: Double
  }

  /// The bands.
  public let rows: [Row]
  private let all: LifeExpectancies

  /// The life table of a population.
  ///
  /// - Throws: ``LifeTableRefusal`` where the counts do not make one; see ``LifeExpectancies`` for the reasons.
  public init(
    deaths: [Double], population: [Double], _ schedule: LifeTableSchedule,
    level: ConfidenceInterval.Level = .p95
  ) throws(LifeTableRefusal) {
    guard deaths.count == schedule.bands.count, population.count == schedule.bands.count else {
      throw LifeTableRefusal(.needsAges)
    }
    let counts = MortalityCounts(deaths: deaths, population: population)
    all = try LifeExpectancies(
      counts, schedule, ages: schedule.bands.map(\.lower), level: level, threads: .single)
    var workspace = LifeTableWorkspace(schedule)
    var outcome = counts.status(ofCell: 0)
    if outcome == .estimated { outcome = workspace.fill(deaths, population, offset: 0, stride: 1) }
    if let reason = outcome.reason { throw LifeTableRefusal(reason) }
    let size = 100_000.0
    rows = schedule.bands.indices.map { band in
      Row(
        band: schedule.bands[band], rate: workspace.rates[band], risk: workspace.risks[band],
        survivors: size * workspace.survivors[band],
        deaths: size * workspace.survivors[band] * workspace.risks[band], years: size * workspace.years[band],
        expectancy: workspace.expectancies[band])
    }
  }

  /// The expectancy at the first age of a band, or why there is none.
  public func expectancy(at age: Int) -> Result<Estimate, Reason> { all.result(cell: 0, age: age) }
}
