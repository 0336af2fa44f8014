import Estimates
import Indicators
import Testing

@testable import Rates

@Suite struct HealthyLifeExpectancyTests {
  private let counts = MortalityCounts(
    deaths: LifeTableSample.broadDeaths, population: LifeTableSample.broadPopulation)
  private let ill: [Double] = [3, 20, 60, 90, 80, 30]
  private let asked: [Double] = [60, 300, 500, 400, 200, 50]

  /// numpy 2.4.6, the formulas written anew; relative 1e-12.
  @Test func healthyYears() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let health = HealthCounts(bands: 6, cells: 1, ill: ill, asked: asked)
    let both = try HealthyLifeExpectancy.all(counts, health, schedule, ages: [0, 65])
    let survey = try HealthyLifeExpectancy.all(counts, health, schedule, ages: [0, 65], withMortality: false)
    for (age, value, short, long) in [
      (0, 62.07569340576246, 0.7557934719707236, 0.9448477339333672),
      (65, 9.502372881355933, 0.5216655887617399, 0.5702924265278717),
    ] {
      let one = try both.result(cell: 0, age: age).get()
      let other = try survey.result(cell: 0, age: age).get()
      #expect(close(one.value, value) && one.value == other.value)
      #expect(close(one.standardError, long) && close(other.standardError, short))
      #expect(one.method == .healthyLifeExpectancy && other.method == .healthyLifeExpectancySurveyOnly)
    }
  }

  @Test func nobodyIllIsTheLifeTableItself() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let health = HealthCounts(bands: 6, cells: 1, ill: [0, 0, 0, 0, 0, 0], asked: asked)
    let healthy = try HealthyLifeExpectancy.all(counts, health, schedule).result(cell: 0, age: 0).get()
    let plain = try LifeExpectancies(counts, schedule).result(cell: 0, age: 0).get()
    #expect(close(healthy.value, plain.value, 1e-15))
    #expect(close(healthy.standardError, plain.standardError ?? 0, 1e-14))
  }

  @Test func hiddenAndImpossibleShares() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    func reason(_ ill: [Double], _ asked: [Double], _ statuses: [CellStatus]? = nil) throws -> Reason? {
      let health = HealthCounts(bands: 6, cells: 1, ill: ill, asked: asked, statuses: statuses)
      if case .failure(let reason) = try HealthyLifeExpectancy.all(counts, health, schedule)
        .result(cell: 0, age: 0)
      {
        return reason
      }
      return nil
    }
    var statuses = [CellStatus](repeating: .observed, count: 6)
    statuses[2] = .suppressed
    #expect(try reason(ill, asked, statuses) == .suppressed)
    #expect(try reason([61] + ill.dropFirst(), asked) == Reason("share-above-one"))
    #expect(try reason(ill, [0] + asked.dropFirst()) == .emptyDenominator)
    #expect(try reason([.nan] + ill.dropFirst(), asked) == .missing)
  }
}
