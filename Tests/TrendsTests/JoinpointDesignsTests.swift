import Estimates
import Regression
import TestSupport
import Testing

@testable import Trends

@Suite struct JoinpointDesignsTests {
  /// 35 years and three joins with NCI's rules: C(31 − 4, 3) = 2925 designs.
  @Test func designsAreCounted() {
    #expect(JoinpointDesigns.count(31, gap: 3, joins: 3) == 2925)
    #expect(JoinpointDesigns.count(31, gap: 3, joins: 0) == 1)
    #expect(JoinpointDesigns.count(4, gap: 3, joins: 3) == 0)
    #expect(JoinpointDesigns.count(3, gap: 1, joins: 2) == 3)
  }

  /// Against a regression a design, on a calendar with a gap and with weights: the same best design and the same sum.
  @Test(arguments: [true, false]) func agreesWithRegressions(isWeighted: Bool) throws {
    let times = JoinpointSample.ownTimes
    let values = JoinpointSample.own
    let weights = isWeighted ? values.indices.map { 1 + Double($0 % 4) } : nil
    let designs = try JoinpointDesigns(times: times, weights: weights, rules: JoinpointRules())
    let scaled = zip(values, designs.roots).map { $0 * $1 }
    for joins in 1...3 {
      var least = Double.infinity
      var where_: [Int] = []
      func visit(_ places: [Int]) throws {
        guard places.count < joins else {
          var columns: [(name: String, values: [Double])] = [("time", times.map { $0 - 2011 })]
          for place in places { columns.append(("\(place)", times.map { max(0, $0 - times[place]) })) }
          let design = try Design(columns)
          let fit =
            if let weights { try WeightedLeastSquares.fit(values, weights: weights, on: design) } else {
              try OrdinaryLeastSquares.fit(values, on: design)
            }
          let sum =
            fit.residualStandardDeviation * fit.residualStandardDeviation
            * Double(fit.residualDegreesOfFreedom)
          if sum < least { (least, where_) = (sum, places) }
          return
        }
        for place in (places.last.map { $0 + 3 } ?? 2)..<max(15, (places.last ?? 0) + 3) where place < 15 {
          try visit(places + [place])
        }
      }
      try visit([])
      let best = designs.best(scaled, joins: joins)
      #expect(best.places == where_)
      // The difference of two sums of squares of the size of the values'.
      let size = scaled.reduce(0) { $0 + ($1 - 55) * ($1 - 55) }
      #expect(abs(best.sumOfSquares - least) <= 1e-12 * max(size, 1))
      let residuals = designs.project(scaled, best.places).residuals
      #expect(isClose(residuals.reduce(0) { $0 + $1 * $1 }, least, relative: 1e-10))
    }
  }

  @Test func tooManyDesignsAreRefused() {
    let times = (0..<150).map(Double.init)
    #expect(throws: StatisticsError.parameter(name: "points", value: 150)) {
      try JoinpointDesigns(times: times, weights: nil, rules: JoinpointRules())
    }
    #expect(throws: Never.self) {
      try JoinpointDesigns(times: times, weights: nil, rules: JoinpointRules(maximumJoins: 1))
    }
  }
}
