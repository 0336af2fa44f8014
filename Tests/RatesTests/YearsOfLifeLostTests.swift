import Estimates
import Indicators
import Testing

@testable import Rates

@Suite struct YearsOfLifeLostTests {
  /// numpy 2.4.6, the formulas written anew; relative 1e-12. 52 deaths below 75, so Byar.
  @Test func yearsBeforeAnAge() throws {
    let lost = try YearsOfLifeLost(
      deaths: LifeTableSample.broadDeaths, population: LifeTableSample.broadPopulation,
      LifeTableSample.schedule(LifeTableSample.broad), before: 75)
    let years = lost.years()
    #expect(close(years.value, 1421.8) && close(years.standardError, 223.4592132806343))
    #expect(close(years.interval?.lower, 1013.7871888737293))
    #expect(close(years.interval?.upper, 1923.5754549530984))
    #expect(lost.deaths == 52 && lost.personYears == 21710)
    #expect(close(lost.rate(per: 1000).value, 65.49055734684477))
  }

  @Test func yearsAgainstAStandard() throws {
    let standard = try #require(
      StandardExpectancy([(0, 85), (5, 80.5), (20, 66), (50, 36.5), (80, 10), (100, 2.5)]))
    #expect(standard.expectancy(at: 65) == 36.5 - 26.5 / 2 && standard.expectancy(at: 120) == 2.5)
    let years = try YearsOfLifeLost(
      deaths: LifeTableSample.broadDeaths, population: LifeTableSample.broadPopulation,
      LifeTableSample.schedule(LifeTableSample.broad), standard: standard
    ).years()
    #expect(close(years.value, 5561.67) && close(years.standardError, 364.9161897005332))
    #expect(StandardExpectancy([(1, 80), (2, 79)]) == nil && StandardExpectancy([]) == nil)
  }

  /// No deaths: the upper end is 3.68887945411 deaths (exact, half the last printed digit) of the costliest age, 74.9 years.
  @Test func noDeathsHaveAnUpperEnd() throws {
    let none = try YearsOfLifeLost(
      deaths: [0, 0, 0, 0, 0, 5], population: LifeTableSample.broadPopulation,
      LifeTableSample.schedule(LifeTableSample.broad), before: 75
    ).years()
    #expect(none.value == 0 && none.interval?.lower == 0)
    #expect(abs((none.interval?.upper ?? 0) - 74.9 * 3.68887945411) <= 74.9 * 0.5e-11)
    #expect(none.diagnostics == [.smallNumerator])
  }

  @Test func refusals() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    let (d, p) = (LifeTableSample.broadDeaths, LifeTableSample.broadPopulation)
    #expect(throws: LifeTableRefusal(.deathsExceedPopulation)) {
      try YearsOfLifeLost(deaths: [400] + d.dropFirst(), population: p, schedule, before: 75)
    }
    #expect(throws: LifeTableRefusal(.noSuchAge)) {
      try YearsOfLifeLost(deaths: d, population: p, schedule, before: 0)
    }
    #expect(throws: LifeTableRefusal(.emptyDenominator)) {
      try YearsOfLifeLost(deaths: d, population: [0] + p.dropFirst(), schedule, before: 75)
    }
  }
}
