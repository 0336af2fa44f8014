import Estimates
import Indicators
import Testing

@testable import Rates

@Suite struct LifeTableTests {
  /// PHEindicatormethods, LE_testdata: e0 80.16960813 and e65 18.76856852, printed to eight decimals, so half a unit of the
  /// eighth. Its interval was made with z = 1.96: 1e-4 covers the difference of 3.6e-5·SE. The standard error and all digits
  /// beyond are an independent computation (numpy 2.4.6), 1e-12 relative.
  @Test func thePublishedLifeTable() throws {
    let table = try LifeTable(
      deaths: LifeTableSample.deaths, population: LifeTableSample.population, try LifeTableSample.schedule())
    let birth = try table.expectancy(at: 0).get()
    #expect(abs(birth.value - 80.16960813) <= 0.5e-8)
    #expect(abs((birth.interval?.lower ?? 0) - 79.88268548) <= 1e-4)
    #expect(abs((birth.interval?.upper ?? 0) - 80.45653078) <= 1e-4)
    #expect(close(birth.value, 80.16960813194841) && close(birth.standardError, 0.14638910729202587))
    #expect(abs((birth.standardError ?? 0) - 0.146389107292) <= 0.5e-12)
    let old = try table.expectancy(at: 65).get()
    #expect(abs(old.value - 18.76856852) <= 0.5e-8)
    #expect(abs((old.interval?.lower ?? 0) - 18.57570352) <= 1e-4)
    #expect(abs((old.interval?.upper ?? 0) - 18.96143352) <= 1e-4)
    #expect(close(old.standardError, 0.09840051075752324))
    #expect(birth.diagnostics.isEmpty && birth.n == 9357)
  }

  /// numpy 2.4.6, the formulas written anew; relative 1e-12.
  @Test func anyBandsWillDo() throws {
    let table = try LifeTable(
      deaths: LifeTableSample.broadDeaths, population: LifeTableSample.broadPopulation,
      try LifeTableSample.schedule(LifeTableSample.broad))
    let expected = [
      76.70263172193147, 76.19716130051076, 62.42820357530379, 33.75315080399826, 16.46779661016949,
      4.133333333333333,
    ]
    let errors = [
      0.8105529830226441, 0.7365033600191015, 0.7017882634905652, 0.5656018146704157, 0.4380836813858084,
      0.33748525345012675,
    ]
    let survivors = [
      1.0, 0.9935856318152662, 0.9902791904448327, 0.9633667212530758, 0.8645598780476321,
      0.39564604588620456,
    ]
    for (row, (value, error)) in zip(table.rows, zip(expected, errors)) {
      let found = try table.expectancy(at: row.band.lower).get()
      #expect(close(found.value, value) && close(found.standardError, error), "\(row.band)")
      #expect(found.value == row.expectancy)
    }
    for (row, alive) in zip(table.rows, survivors) { #expect(close(row.survivors, 100_000 * alive)) }
    // Everybody dies once: 100 000 within a few ulp of the sum.
    #expect(close(table.rows.reduce(0) { $0 + $1.deaths }, 100_000, 1e-14))
  }

  @Test func fractionsAndEnds() throws {
    func birth(_ schedule: LifeTableSchedule, bands: Int = 6, deaths: [Double] = LifeTableSample.broadDeaths)
      throws -> Estimate
    {
      try LifeTable(
        deaths: Array(deaths.prefix(bands)),
        population: Array(LifeTableSample.broadPopulation.prefix(bands)), schedule
      ).expectancy(at: 0).get()
    }
    let given = try birth(
      LifeTableSample.schedule(LifeTableSample.broad, fractions: [0: 0.2, 1: 0.4, 45: 0.6]))
    #expect(close(given.value, 76.87096552665065) && close(given.standardError, 0.8006428212334248))
    // A closed end: years before 85 only; numpy as above.
    let closed = Array(LifeTableSample.broad.dropLast())
    let before85 = try birth(LifeTableSample.schedule(closed, closedEnd: .truncated), bands: 5)
    #expect(close(before85.value, 75.0672947322685) && close(before85.standardError, 0.7314044678200068))
    // A closed band taken as open is an open band.
    let labels = Array(LifeTableSample.broad.dropLast()) + ["85-94"]
    let open = try birth(LifeTableSample.schedule(labels, closedEnd: .open))
    #expect(close(open.value, 76.70263172193147))
    // Bands without deaths have no variance, which is said.
    let none = try birth(LifeTableSample.schedule(LifeTableSample.broad), deaths: [0, 0, 9, 40, 160, 150])
    #expect(close(none.value, 77.4282035753038) && close(none.standardError, 0.7017882634905653))
    #expect(none.diagnostics.contains(.bandsWithoutDeaths))
  }

  @Test func whatMakesNoLifeTable() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad)
    func reason(_ deaths: [Double], _ population: [Double]) -> Reason? {
      do throws(LifeTableRefusal) {
        _ = try LifeTable(deaths: deaths, population: population, schedule)
        return nil
      } catch { return error.reason }
    }
    let (d, p) = (LifeTableSample.broadDeaths, LifeTableSample.broadPopulation)
    #expect(reason(d, p) == nil)
    #expect(reason(Array(d.dropLast()) + [0], p) == .noDeathsInLastBand)
    #expect(reason([311] + d.dropFirst(), p) == .deathsExceedPopulation)
    #expect(reason([-1] + d.dropFirst(), p) == Reason("negative-count"))
    #expect(reason(d, [0] + p.dropFirst()) == .emptyDenominator)
    #expect(reason([.nan] + d.dropFirst(), p) == .missing)
    #expect(reason(Array(d.dropLast()), p) == .needsAges)
  }
}
