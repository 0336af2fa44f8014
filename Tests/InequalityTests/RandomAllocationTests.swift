import Distributions
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Inequality

@Suite struct RandomAllocationTests {
  /// scipy 1.17.1, Σ|k − nX/N|·hypergeom.pmf(k) over all k. Log factorials of some thousand leave eleven digits.
  @Test func theExpectationAgainstScipy() throws {
    #expect(
      isClose(
        try RandomAllocation(try MadeZones.two()).expectedDissimilarity, 0.05005566239142027, relative: 1e-10)
    )
    let three = try RandomAllocation(try SegregationTable(counts: MadeZones.three))
    #expect(isClose(three.expectedDissimilarity, 0.04125099864815773, relative: 1e-10))
  }

  /// By hand: two zones of one person, one of whom is marked: always 1.
  @Test func theSmallestTableIsAlwaysSegregated() throws {
    let chance = try RandomAllocation(try SegregationTable(counts: [[1, 0], [0, 1]]))
    #expect(isClose(chance.expectedDissimilarity, 1, relative: 1e-12))
  }

  /// The mean of 600 random tables lies within four of its standard errors of the exact expectation, the margins stay, and
  /// the corrected index of a random table is near 0.
  @Test func randomTablesHaveTheExactExpectation() throws {
    let zones = 40
    let table = try SegregationTable(
      counts: [(0..<zones).map { _ in 3 }, (0..<zones).map { _ in 27 }])
    let chance = try RandomAllocation(table)
    var values: [Double] = []
    for replicate in 0..<600 {
      var stream = RandomStream(seed: 11, replicate: replicate)
      let drawn = chance.draw(&stream)
      #expect(drawn.counts[0].reduce(0, +) == 120)
      #expect(zip(drawn.counts[0], drawn.counts[1]).allSatisfy { $0 + $1 == 30 && $0 >= 0 && $1 >= 0 })
      values.append(try SegregationIndex.dissimilarity.value(of: drawn))
    }
    let moments = try SampleMoments(values)
    let expected = chance.expectedDissimilarity
    #expect(expected > 0.2)
    #expect(abs(moments.mean - expected) < 4 * (moments.standardDeviation ?? 0) / 600.0.squareRoot())
    // An even table is more even than chance.
    let test = try chance.test(.dissimilarity, replicates: 99, seed: 1)
    #expect(test.corrected == -1 && test.pValue == 1)
    #expect(test.estimate.diagnostics == [.mostlyChance])
    var stream = RandomStream(seed: 5)
    let random = try RandomAllocation(chance.draw(&stream)).test(.dissimilarity, replicates: 199, seed: 2)
    #expect(abs(random.corrected) < 0.2 && random.pValue > 0.01)
  }

  @Test func segregationIsSeenAndTheAnswerDoesNotKnowTheThreads() throws {
    let chance = try RandomAllocation(try SegregationTable(counts: MadeZones.three))
    let indices: [SegregationIndex] = [.dissimilarity, .information, .correlationRatio]
    let one = try chance.test(indices, replicates: 99, seed: 3, threads: .single)
    #expect(one == (try chance.test(indices, replicates: 99, seed: 3, threads: ThreadLimit(4))))
    for result in one {
      let test = try result.get()
      #expect(isClose(test.pValue, 0.01, relative: 1e-12))
      #expect(test.corrected > 0 && test.corrected < 1)
      #expect(test.estimate.intervalReason == .chanceRangeInstead)
    }
    #expect(try chance.test(.information, replicates: 99, seed: 3) == one[1].get())
    // Of two groups apart from each other the interaction is low.
    let two = try RandomAllocation(try MadeZones.two()).test(.interaction, replicates: 99, seed: 3)
    #expect(isClose(two.pValue, 0.01, relative: 1e-12) && two.corrected > 0)
    #expect(two.estimate.diagnostics.isEmpty)
    // Where zones are alike it is not, and that may be chance alone.
    let even = try RandomAllocation(try SegregationTable(counts: [[10, 10, 10], [30, 30, 30]]))
    #expect(
      try even.test(.interaction, replicates: 99, seed: 3).estimate.diagnostics == [.mostlyChance])
    #expect(throws: Reason.tooFewPoints) { try chance.test(.information, replicates: 5, seed: 3) }
  }

  /// Draws of a hypergeometric count: mean and variance within four standard errors.
  @Test func countsAreHypergeometric() throws {
    let law = Hypergeometric(population: 500, marked: 60, drawn: 90)
    var stream = RandomStream(seed: 1)
    let draws = (0..<4000).map { _ in Double(law.draw(stream.uniform())) }
    let moments = try SampleMoments(draws)
    let variance = 90.0 * 0.12 * 0.88 * 410 / 499
    #expect(abs(moments.mean - 10.8) < 4 * (variance / 4000).squareRoot())
    #expect(abs((moments.variance ?? 0) / variance - 1) < 4 * (2.0 / 4000).squareRoot())
    #expect(Hypergeometric(population: 10, marked: 10, drawn: 4).draw(0.3) == 4)
    #expect(Hypergeometric(population: 10, marked: 0, drawn: 4).meanDeviation == 0)
  }
}
