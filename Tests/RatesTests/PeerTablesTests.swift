import Estimates
import TestSupport
import Testing

@testable import Rates

/// Whole tables of a peer against the formulas, and the crude rates it publishes.
@Suite struct PeerTablesTests {
  private static let shares = "reference/phe_Proportion_testdata_Prop.csv"

  @Test(.enabled(if: ReferenceData.has(shares), Comment(rawValue: ReferenceData.skipReason)))
  func everyRowOfThePeersShares() throws {
    var compared = 0
    for row in try PublishedStrata.rows(Self.shares) {
      guard let x = Double(row[1]), let n = Double(row[2]), let factor = Double(row[10]) else { continue }
      let share = try Proportion(of: x, in: n)
      let numbers = row[3...7].map { Double($0) }
      let (inner, outer) = (share.wilson().interval, share.wilson(level: .p998).interval)
      for (found, printed) in zip(
        [share.value, inner?.lower, inner?.upper, outer?.lower, outer?.upper], numbers)
      {
        guard let found, let printed else { continue }
        // Sixteen digits in the file, double arithmetic of another order.
        #expect(isClose(found * factor, printed, relative: 1e-12, absolute: 1e-15), "\(row[0])")
        compared += 1
      }
    }
    #expect(compared >= 50)
  }

  // PHEindicatormethods' rates: value and 95 % limits per multiplier.
  @Test(arguments: [
    (5.0, 100.0, 100.0, [5, 1.62348639011842, 11.668332079322669], true),
    (20, 100, 100, [20, 12.211428834875937, 30.889880369197066], false),
    (250, 220, 1e5, [113636.36363636363, 99984.947385328764, 128631.14487455782], false),
    (2, 200, 1e5, [1000, 121.10463927198258, 3612.3438338619794], true),
    (10, 200, 1e5, [5000, 2393.7249569837822, 9195.7293028782369], false),
  ])
  func crudeRates(x: Double, n: Double, per: Double, printed: [Double], isExact: Bool) throws {
    let estimate = try Rate(of: x, in: n).estimate().scaled(by: per)
    let found = [estimate.value, estimate.interval?.lower ?? 0, estimate.interval?.upper ?? 0]
    for (number, expected) in zip(found, printed) { #expect(isClose(number, expected, relative: 1e-12)) }
    #expect(estimate.method == (isExact ? .poissonExact : .byar))
  }

  @Test func theMeanOfThePeersSheet() throws {
    let mean = try SampleMean(of: [
      33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927,
    ])
    #expect(isClose(mean.standardDeviation, 20.975575257709309, relative: 1e-13))
    for (level, lower, upper) in [
      (ConfidenceInterval.Level.p95, 36.168325241336504, 71.240364758663517),
      (.p998, 18.216705294788838, 89.191984705211183),
    ] {
      let interval = try #require(mean.estimate(level: level).interval)
      #expect(
        isClose(interval.lower, lower, relative: 1e-12) && isClose(interval.upper, upper, relative: 1e-12))
    }
  }
}
