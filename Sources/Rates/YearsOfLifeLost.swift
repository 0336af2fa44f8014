import Distributions
import Estimates
import Indicators

/// Years of life lost to deaths: what each person who died would have had left.
///
///     let lost = try YearsOfLifeLost(deaths: deaths, population: population, schedule, before: 75)
///     lost.years()                    // years, with an interval
///     lost.rate(per: 1000)            // per 1 000 person-years below 75
///
/// Deaths D of a band are taken to happen at age x + a·n. Each costs w years: the years up to an age limit, or those a
/// standard life table gives at that age, between its ages along a straight line.
///
///     YLL = Σ w·D      Var = Σ w²·D      lower = YLL + √(Var/O)·(O_lower − O)     upper alike
///
/// with O the deaths that cost years, and O_lower, O_upper their exact or Byar interval (``CountInterval``), so that few
/// deaths have a skew interval. The rate divides by the person-years of the ages that can lose years.
///
/// - Shape: one number a band. Unit: years; years per person-year times the multiplier.
/// - No deaths give no years lost, with the upper end of the largest w: one death of the costliest age. Hidden deaths never
///   reach this type.
/// - Deaths at or past the limit cost nothing; a band that straddles it is counted by its age of death.
/// - Years lost to an age limit say nothing of deaths past it, and are no measure of what the lives were worth.
/// - References: Dobson, Kuulasmaa, Eberle and Scherer (1991) Stat Med 10:457 for the interval; Gardner and Sanborn (1990)
///   Epidemiology 1:322 for years lost before a limit.
public struct YearsOfLifeLost: Sendable, Hashable {
  /// Σ w·D.
  public let value: Double
  /// Deaths that cost years.
  public let deaths: Double
  /// The person-years of the ages that can lose years.
  public let personYears: Double
  private let variance: Double
  private let largest: Double
  private let method: Method

  /// Years lost before an age.
  ///
  /// - Throws: ``LifeTableRefusal`` where the counts are no deaths of a population, or the limit lies at or below age 0.
  public init(
    deaths: [Double], population: [Double], _ schedule: LifeTableSchedule, before limit: Double
  ) throws(LifeTableRefusal) {
    guard limit > 0, limit.isFinite else { throw LifeTableRefusal(.noSuchAge) }
    let weights = schedule.bands.indices.map { max(0, limit - Self.ageOfDeath(schedule, $0)) }
    try self.init(deaths, population, weights, .yearsLostBeforeAge)
  }

  /// Years lost against a standard life table: expectancies by exact age.
  ///
  /// - Throws: ``LifeTableRefusal`` where the counts are no deaths of a population.
  public init(
    deaths: [Double], population: [Double], _ schedule: LifeTableSchedule, standard: StandardExpectancy
  ) throws(LifeTableRefusal) {
    let weights = schedule.bands.indices.map { standard.expectancy(at: Self.ageOfDeath(schedule, $0)) }
    try self.init(deaths, population, weights, .yearsLostAgainstStandard)
  }

  private init(_ deaths: [Double], _ population: [Double], _ weights: [Double], _ method: Method)
    throws(LifeTableRefusal)
  {
    guard deaths.count == weights.count, population.count == weights.count else {
      throw LifeTableRefusal(.needsAges)
    }
    var (sum, squares, count, years) = (0.0, 0.0, 0.0, 0.0)
    for band in weights.indices {
      guard population[band] > 0, population[band].isFinite else { throw LifeTableRefusal(.emptyDenominator) }
      guard deaths[band] >= 0 else { throw LifeTableRefusal(Reason("negative-count")) }
      guard deaths[band] <= population[band] else { throw LifeTableRefusal(.deathsExceedPopulation) }
      guard weights[band] > 0 else { continue }
      sum += weights[band] * deaths[band]
      squares += weights[band] * weights[band] * deaths[band]
      count += deaths[band]
      years += population[band]
    }
    guard years > 0 else { throw LifeTableRefusal(.emptyDenominator) }
    value = sum
    variance = squares
    self.deaths = count
    personYears = years
    largest = weights.max() ?? 0
    self.method = method
  }

  /// The age at which deaths of a band are taken to happen: x + a·n; of an open band its first age.
  private static func ageOfDeath(_ schedule: LifeTableSchedule, _ band: Int) -> Double {
    let ages = schedule.bands[band]
    return Double(ages.lower) + (ages.width.map { schedule.fractions[band] * Double($0) } ?? 0)
  }

  /// The years lost, with their interval.
  public func years(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let bounds = CountInterval.standard.bounds(of: deaths, level: level, z: level.normalQuantile)
    // Of no deaths nobody knows the ages: the largest cost bounds them.
    let scale = deaths > 0 ? (variance / deaths).squareRoot() : largest
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: max(0, value + scale * (bounds.lower - deaths)),
        upper: value + scale * (bounds.upper - deaths),
        level: level),
      standardError: variance.squareRoot(), method: method, n: deaths,
      diagnostics: deaths < CountInterval.smallCount ? [.smallNumerator] : [])
  }

  /// The years lost per person-year of the ages that can lose years, times a multiplier.
  public func rate(per multiplier: Double = 1, level: ConfidenceInterval.Level = .p95) -> Estimate {
    years(level: level).scaled(by: multiplier / personYears)
  }
}

/// Expectancies of a standard life table by exact age.
public struct StandardExpectancy: Sendable, Hashable {
  private let ages: [Double]
  private let years: [Double]

  /// A standard; `nil` unless ages rise from 0 and expectancies are finite and not negative.
  public init?(_ rows: [(age: Double, expectancy: Double)]) {
    guard rows.first?.age == 0, zip(rows, rows.dropFirst()).allSatisfy({ $0.age < $1.age }),
      rows.allSatisfy({ $0.age.isFinite && $0.expectancy.isFinite && $0.expectancy >= 0 })
    else { return nil }
    ages = rows.map(\.age)
    years = rows.map(\.expectancy)
  }

  /// The expectancy at an age: along a straight line between two ages, that of the last age beyond it.
  public func expectancy(at age: Double) -> Double {
    guard let next = ages.firstIndex(where: { $0 > age }) else { return years[years.count - 1] }
    guard next > 0 else { return years[0] }
    let share = (age - ages[next - 1]) / (ages[next] - ages[next - 1])
    return years[next - 1] + share * (years[next] - years[next - 1])
  }
}

extension Method {
  /// Years of life lost before an age.
  public static let yearsLostBeforeAge = Method("life.years-lost-before-age")
  /// Years of life lost against a standard life table.
  public static let yearsLostAgainstStandard = Method("life.years-lost-standard")
}
