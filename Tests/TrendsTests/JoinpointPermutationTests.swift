import Estimates
import Scheduler
import TestSupport
import Testing

@testable import Trends

@Suite struct JoinpointPermutationTests {
  private func designs() throws -> JoinpointDesigns {
    try JoinpointDesigns(times: JoinpointSample.ownTimes, weights: nil, rules: JoinpointRules())
  }

  /// Every permutation's T by the one-series search, which shares no code with the kernel.
  @Test(arguments: [(0, 1), (0, 3), (1, 2), (2, 3)]) func theKernelFindsTheSameStatistics(
    joins: Int, against: Int
  ) throws {
    let designs = try designs()
    let values = JoinpointSample.own
    let places = designs.best(values, joins: joins).places
    let table = JoinpointPermutations(points: 17, count: 75, seed: 9)
    let test = designs.test(
      values, joins: joins, against: against, places: places, floor: 1e-20, permutations: table, level: 0.05,
      threads: .single)
    let (fitted, residuals) = designs.project(values, places)
    let orders = table.table(joins, against, threads: .single)
    var exceeding = 0
    for replicate in 0..<75 {
      let moved = (0..<17).map { fitted[$0] + residuals[Int(orders[replicate * 17 + $0])] }
      let null = designs.best(moved, joins: joins).sumOfSquares
      let other = designs.best(moved, joins: against).sumOfSquares
      if null / other - 1 >= test.statistic { exceeding += 1 }
    }
    #expect(test.exceeding == exceeding && test.permutations == 75)
    #expect(test.pValue == Double(exceeding + 1) / 76)
  }

  @Test func everyThreadCountDrawsTheSame() throws {
    let one = JoinpointPermutations(points: 30, count: 700, seed: 3).table(0, 2, threads: .single)
    let many = JoinpointPermutations(points: 30, count: 700, seed: 3).table(0, 2, threads: ThreadLimit(3))
    #expect(one == many)
    #expect(one != JoinpointPermutations(points: 30, count: 700, seed: 4).table(0, 2, threads: .single))
    #expect(one != JoinpointPermutations(points: 30, count: 700, seed: 3).table(1, 2, threads: .single))
    for replicate in stride(from: 0, to: 700, by: 50) {
      #expect(one[replicate * 30..<replicate * 30 + 30].sorted() == (0..<30).map { UInt8($0) })
    }
    let designs = try designs()
    let tests = [1, 2, 5].map { count in
      designs.test(
        JoinpointSample.own, joins: 0, against: 2, places: [], floor: 1e-20,
        permutations: JoinpointPermutations(points: 17, count: 999, seed: 1), level: 0.05,
        threads: ThreadLimit(count))
    }
    #expect(Set(tests).count == 1)
  }

  /// Where there is no join the test rejects as often as it says. 300 series of 12 points, tests at 5 % with 99
  /// permutations: of a binomial of 300 and 0.05 the central 99.9 % lie in 4…29.
  @Test func rejectsAsOftenAsItSays() throws {
    var generator = SeededGenerator(seed: 5)
    let times = (0..<12).map(Double.init)
    let designs = try JoinpointDesigns(
      times: times, weights: nil, rules: JoinpointRules(maximumJoins: 1))
    let table = JoinpointPermutations(points: 12, count: 99, seed: 2)
    var rejected = 0
    for _ in 0..<300 {
      let values = times.map { _ in
        (0..<6).reduce(0.0) { sum, _ in sum + Double(generator.next() % 1000) / 1000 }
      }
      let test = designs.test(
        values, joins: 0, against: 1, places: [], floor: 1e-20, permutations: table, level: 0.05,
        threads: .single)
      if test.isRejected { rejected += 1 }
    }
    #expect((4...29).contains(rejected))
  }
}
