import Estimates
import TestSupport
import Testing

@Suite struct FamilywiseTestingTests {
  /// The p-values of Benjamini and Hochberg (1995), section 4.1.
  static let p: [Double?] = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
    0.7590, 1.0,
  ]

  /// Adjusted by statsmodels 0.15.0, `multipletests` with `holm`, `simes-hochberg` and `bonferroni`, which follow the
  /// algorithms R documents for `p.adjust`.
  @Test func statsmodelsAgrees() {
    let holm = [
      0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1,
    ]
    let hochberg = [
      0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.2682, 0.2682, 0.2752, 0.3213, 1, 1, 1, 1, 1, 1,
    ]
    let bonferroni = [
      0.0015, 0.006, 0.0285, 0.1425, 0.3015, 0.417, 0.447, 0.516, 0.6885, 1, 1, 1, 1, 1, 1,
    ]
    for (adjusted, expected) in [
      (MultipleTesting.holm(Self.p), holm), (MultipleTesting.hochberg(Self.p), hochberg),
      (MultipleTesting.bonferroni(Self.p), bonferroni),
    ] {
      #expect(adjusted.count == expected.count)
      // One product; the printed numbers are exact decimals of it.
      for (one, other) in zip(adjusted, expected) { #expect(isClose(one ?? -1, other, relative: 2e-15)) }
    }
  }

  /// statsmodels 0.15.0 as above, in an order that is not that of the p-values.
  @Test func orderDoesNotMatter() {
    let p: [Double?] = [0.04, 0.01, 0.03, 0.02, 0.5]
    for (adjusted, expected) in [
      (MultipleTesting.holm(p), [0.09, 0.05, 0.09, 0.08, 0.5]),
      (MultipleTesting.hochberg(p), [0.08, 0.05, 0.08, 0.08, 0.5]),
      (MultipleTesting.bonferroni(p), [0.2, 0.05, 0.15, 0.1, 1.0]),
    ] {
      for (one, other) in zip(adjusted, expected) { #expect(isClose(one ?? -1, other, relative: 2e-15)) }
    }
  }

  @Test func entriesWithoutAPValueAreNoTests() {
    for procedure in [MultipleTesting.holm, MultipleTesting.hochberg, MultipleTesting.bonferroni] {
      let with = procedure([nil, 0.01, .nan, 0.04, -0.1, 1.1, .infinity])
      let without = procedure([0.01, 0.04])
      #expect(with == [nil, without[0], nil, without[1], nil, nil, nil])
      #expect(procedure([]) == [])
    }
  }

  /// p ≤ Hochberg ≤ Holm ≤ Bonferroni ≤ 1, and all in the order of p.
  @Test func theyAreOrdered() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let p: [Double?] = (0..<(1 + Int(generator.next() % 20))).map { _ in
        (generator.uniform() * 60).rounded(.down) / 60
      }
      let hochberg = MultipleTesting.hochberg(p)
      let holm = MultipleTesting.holm(p)
      let bonferroni = MultipleTesting.bonferroni(p)
      for index in p.indices {
        let ladder = [p[index], hochberg[index], holm[index], bonferroni[index], 1].compactMap { $0 }
        #expect(ladder.count == 5 && ladder == ladder.sorted())
        for other in p.indices where (p[index] ?? 0) <= (p[other] ?? 0) {
          #expect((holm[index] ?? 2) <= (holm[other] ?? 0))
          #expect((hochberg[index] ?? 2) <= (hochberg[other] ?? 0))
        }
      }
    }
  }
}
