import Estimates
import TestSupport
import Testing

@testable import Trends

@Suite("Serial correlation")
struct SerialCorrelationTests {
  @Test func valuesByHand() {
    // Mean 2: deviations −1, 0, 1; r₁ = 0/2, r₂ = −1/2.
    #expect(SerialCorrelation.autocorrelations([1, 2, 3], upTo: 4) == [1, 0, -0.5, 0, 0])
    #expect(SerialCorrelation.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    #expect(SerialCorrelation.autocorrelations([5, 5, 5], upTo: 1) == [1, 0])
    let values = PublishedSeries.nile.prefix(30).map { $0 - 0.5 }
    let slow = SerialCorrelation.autocorrelations(SerialCorrelation.ranks(values), upTo: 1)[1]
    #expect(isClose(SerialCorrelation.lagOneOfRanks(values), slow, relative: 1e-13))
  }

  /// Without a slope to hide behind, random years exceed the limit in 5 of 100 series (here 25 ± 2·5 of 500), and
  /// years that resemble each other (ρ = 0.7) far more often.
  @Test func likeYearsAreFlaggedAndOthersSeldom() throws {
    var generator = SeededGenerator(seed: 2)
    func rows(_ rho: Double) -> [[Double?]] {
      (0..<500).map { _ in
        var last = 0.0
        return (0..<30).map { year -> Double? in
          last = rho * last + (0..<12).reduce(-6.0) { sum, _ in sum + generator.uniform() }
          return year < 5 ? nil : last
        }
      }
    }
    let limit = SerialCorrelation.limit(points: 25)
    func share(_ rho: Double) throws -> Int {
      let panel = try TestPanels.values(rows(rho))
      let slopes = try MonotonicTrend.fit(panel).map { try $0.get().theilSen.slope }
      return SerialCorrelation.ofResidualRanks(panel, slopes: slopes).count { ($0 ?? 0) > limit }
    }
    #expect((10...40).contains(try share(0)))
    #expect(try share(0.7) > 350)
  }

  @Test func holesAndShortSeriesHaveNone() throws {
    let panel = try TestPanels.values([
      [1, 3, 2, 4, nil, 6, 5, 7, 8, 9], [nil, 3, 2, 4, 5, 6, 5, 7, 8, 9],
      [1, 2, 3, 4, 5, 6, 7, nil, nil, nil],
    ])
    let found = SerialCorrelation.ofResidualRanks(panel, slopes: [1, 1, 1])
    #expect(found[0] == nil && found[1] != nil && found[2] == nil)
    #expect(SerialCorrelation.ofResidualRanks(panel, slopes: [nil, nil, nil]) == [nil, nil, nil])
  }
}
