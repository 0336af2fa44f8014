import Estimates
import TestSupport
import Testing

@Suite struct MultipleTestingTests {
  /// The example of Benjamini and Hochberg (1995), section 4.1; adjusted values by scipy 1.17.1,
  /// `stats.false_discovery_control`. At 0.05 the paper rejects the first four.
  @Test func thePapersExampleIsAdjusted() throws {
    let p: [Double?] = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1.0,
    ]
    let expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603,
      0.06385714285714286, 0.06385714285714286, 0.0645, 0.07650000000000001, 0.486,
      0.5811818181818181, 0.7148749999999999, 0.7532307692307693, 0.8132142857142857, 1.0,
    ]
    let adjusted = MultipleTesting.benjaminiHochberg(p).compactMap { $0 }
    #expect(adjusted.count == expected.count)
    // A product, a quotient and a minimum: three roundings in either computation.
    for (one, other) in zip(adjusted, expected) { #expect(try #require(ulps(between: one, and: other)) <= 3) }
    #expect(adjusted.count { $0 <= 0.05 } == 4)
  }

  @Test func orderDoesNotMatter() throws {
    // scipy 1.17.1: 0.05, 0.05, 0.05, 0.05, 0.5.
    let adjusted = MultipleTesting.benjaminiHochberg([0.04, 0.01, 0.03, 0.02, 0.5]).compactMap { $0 }
    for one in adjusted.prefix(4) { #expect(isClose(one, 0.05, relative: 1e-15)) }
    #expect(adjusted.last == 0.5)
  }

  @Test func entriesWithoutAPValueAreNoTests() {
    let with = MultipleTesting.benjaminiHochberg([nil, 0.01, .nan, 0.04, -0.1, 1.1, .infinity])
    let without = MultipleTesting.benjaminiHochberg([0.01, 0.04])
    #expect(with == [nil, without[0], nil, without[1], nil, nil, nil])
    #expect(MultipleTesting.benjaminiHochberg([]) == [])
    #expect(MultipleTesting.benjaminiHochberg([nil]) == [nil])
  }

  /// The definition: min over all larger p of min(1, m·p/rank); never below p, in the order of p.
  @Test func adjustedValuesFollowTheDefinition() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let count = 1 + Int(generator.next() % 30)
      // Rounded, so that there are ties.
      let p = (0..<count).map { _ in (generator.uniform() * 50).rounded(.down) / 50 }
      let adjusted = MultipleTesting.benjaminiHochberg(p).compactMap { $0 }
      #expect(adjusted.count == count)
      for (one, result) in zip(p, adjusted) {
        let larger = p.filter { $0 >= one }
        let definition = larger.map { q in min(1, Double(count) * q / Double(p.count { $0 <= q })) }.min()
        #expect(isClose(result, try #require(definition), relative: 1e-15))
        #expect(result >= one && result <= 1)
      }
      for one in p.indices {
        for other in p.indices where p[one] <= p[other] { #expect(adjusted[one] <= adjusted[other]) }
      }
    }
  }
}
