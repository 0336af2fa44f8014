import Estimates
import TestSupport
import Testing

@testable import Trends

@Suite("Change points")
struct ChangePointTests {
  let nile = PublishedSeries.nile
  let years = PublishedSeries.nile.indices.map { 1871 + Double($0) }

  // R `trend` 1.1.6 pettitt.test, snh.test and bu.test, printed to 15 digits; K and U* are exact.
  @Test func pettittOfTheNile() throws {
    let change = try Pettitt.test(nile, at: years)
    #expect(change.statistic == 1617 && change.pointsBefore == 28)
    #expect(isClose(change.pValue, 3.59102217693629e-07, relative: 1e-13))
    #expect(change.lastBefore == 27 && change.firstAfter == 28)
    #expect(isClose(change.meanBefore, nile[..<28].reduce(0, +) / 28, relative: 1e-14))
    #expect(isClose(change.meanAfter, nile[28...].reduce(0, +) / 72, relative: 1e-14))
  }

  @Test func homogeneityOfTheNile() throws {
    let change = try StandardNormalHomogeneity.test(nile, at: years)
    #expect(isClose(change.statistic, 43.2188647065105, relative: 1e-13))
    #expect(change.pointsBefore == 28 && change.pValue == 1 / 10_000.0)
    let other = try Buishand.test(nile, at: years)
    // The unit does not matter, not even where squares of the values have no place among numbers.
    for unit in [0x1p600, 0x1p-600] {
      let scaled = try Buishand.test(nile.map { $0 * unit }, at: years)
      #expect(scaled.statistic == other.statistic && scaled.pValue == other.pValue)
    }
    #expect(isClose(other.statistic, 2.47642761422938, relative: 1e-13))
    #expect(other.pointsBefore == 28 && other.pValue == 1 / 10_000.0)
  }

  /// The simulated p-value of a series that is itself normal noise is uniform: of 200 series 10 ± 2·3.1 fall below
  /// 0.05.
  @Test func levelSeriesAreFoundAsOftenAsTheLevelSays() throws {
    let panel = try TestPanels.random(zones: 200, periods: 10, seed: 3)
    for changes in [
      try Pettitt.test(panel), try StandardNormalHomogeneity.test(panel), try Buishand.test(panel),
    ] {
      let found = try changes.count { try $0.get().pValue <= 0.05 }
      #expect((2...19).contains(found))
    }
  }

  @Test func aStepIsFoundWhereItIs() throws {
    let values: [Double] = [5, 5.1, 4.9, 5, .nan, 9, 9.1, 8.9, 9, 9.05]
    let times = values.indices.map { 2010 + Double($0) }
    let panel = try TestPanels.values(
      [values.map { $0.isNaN ? nil : $0 }, values.map { _ in 3 }], from: 2010)
    for changes in [
      try Pettitt.test(panel), try StandardNormalHomogeneity.test(panel), try Buishand.test(panel),
    ] {
      let change = try changes[0].get()
      #expect(change.lastBefore == 3 && change.firstAfter == 5 && change.pValue < 0.05)
      #expect(isClose(change.step.value, 4.01, relative: 1e-12))
      let flat = try changes[1].get()
      #expect(flat.pValue == 1 && flat.step.diagnostics == [.noVariation])
    }
    #expect(throws: StatisticsError.tooFewObservations(needed: 5, found: 4)) {
      try Pettitt.test(Array(values.prefix(4)), at: Array(times.prefix(4)))
    }
  }

  @Test func simulationDependsOnTheSeedAlone() throws {
    let panel = try TestPanels.random(zones: 3, periods: 9, seed: 8)
    let one = try Buishand.test(panel, seed: 4, threads: .single)
    #expect(try Buishand.test(panel, seed: 4, threads: .cores) == one)
    #expect(try Buishand.test(panel, seed: 5) != one)
  }
}
