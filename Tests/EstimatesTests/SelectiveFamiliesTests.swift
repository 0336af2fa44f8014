import Estimates
import TestSupport
import Testing

@Suite struct SelectiveFamiliesTests {
  static let p: [Double] = [0.0008, 0.012, 0.03, 0.41, 0.02, 0.2, 0.6, 0.004, 0.0041, 0.8, 0.9, 0.33]
  static let families = "aaaabbbccccd".map { String($0) }

  /// The smallest q at which the two steps reject each test, found by bisection of an independent Python 3.11 program that
  /// does the two steps as the paper writes them.
  @Test func theSmallestLevelThatRejectsIsFound() {
    let expected = [0.0128, 0.048, 0.08, 0.41, 0.08, 0.33, 0.6, 0.0164, 0.0164, 0.9, 0.9, 0.33]
    let adjusted = MultipleTesting.selectiveFamilies(Self.p, families: Self.families)
    // Bisection to 2⁻⁶⁰, and a handful of roundings.
    for (one, other) in zip(adjusted, expected) { #expect(isClose(one ?? -1, other, relative: 1e-14)) }
  }

  /// What the two steps reject at q, from the definitions: Simes over each family, Benjamini–Hochberg over the families at
  /// q, then within each selected family at q·R/m.
  private func rejected(_ p: [Double], _ families: [String], at q: Double) -> [Bool] {
    func cut(_ values: [Double], _ level: Double) -> Double {
      let sorted = values.sorted()
      let last = sorted.indices.last { sorted[$0] <= level * Double($0 + 1) / Double(sorted.count) }
      return last.map { sorted[$0] } ?? -1
    }
    let names = Set(families).sorted()
    let simes = names.map { name in
      let own = zip(p, families).filter { $0.1 == name }.map(\.0).sorted()
      return own.enumerated().map { $1 * Double(own.count) / Double($0 + 1) }.min() ?? 1
    }
    let selection = cut(simes, q)
    let selected = zip(names, simes).filter { $0.1 <= selection }.map(\.0)
    let level = q * Double(selected.count) / Double(names.count)
    return zip(p, families).map { one, family in
      selected.contains(family) && one <= cut(zip(p, families).filter { $0.1 == family }.map(\.0), level)
    }
  }

  @Test func adjustedValuesRejectWhatTheTwoStepsReject() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<60 {
      let count = 1 + Int(generator.next() % 25)
      let p = (0..<count).map { _ in generator.uniform() * generator.uniform() }
      let families = (0..<count).map { _ in String(generator.next() % 5) }
      let adjusted = MultipleTesting.selectiveFamilies(p, families: families).compactMap { $0 }
      #expect(adjusted.count == count)
      for q in [0.013, 0.05, 0.1, 0.21, 0.5, 0.83] {
        #expect(adjusted.map { $0 <= q } == rejected(p, families, at: q))
      }
      for (one, result) in zip(p, adjusted) { #expect(result >= one && result <= 1) }
    }
  }

  @Test func oneFamilyOrFamiliesOfOneAreBenjaminiHochberg() {
    let plain = MultipleTesting.benjaminiHochberg(Self.p).compactMap { $0 }
    for families in [Self.p.map { _ in "a" }, Self.p.indices.map { "\($0)" }] {
      let adjusted = MultipleTesting.selectiveFamilies(Self.p, families: families).compactMap { $0 }
      for (one, other) in zip(adjusted, plain) { #expect(isClose(one, other, relative: 1e-14)) }
    }
  }

  @Test func entriesWithoutAPValueAreNoTestsAndMakeNoFamily() {
    let with = MultipleTesting.selectiveFamilies(
      [nil, 0.01, 0.2, .nan, 0.03], families: ["a", "b", "b", "c", "d"])
    let without = MultipleTesting.selectiveFamilies([0.01, 0.2, 0.03], families: ["b", "b", "d"])
    #expect(with == [nil, without[0], without[1], nil, without[2]])
    #expect(MultipleTesting.selectiveFamilies([], families: []) == [])
  }
}
