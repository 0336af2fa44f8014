import Distributions
import Evaluation
import Foundation
import Indicators
import Testing

/// Starts and ends as in Bergen, on constructed figures: what the article StaggeredStarts prints.
@Suite struct StaggeredStartsTests {
  static let first = 2009
  static let years = 17

  /// 40 zones over 2009–2025. Two begin in 2013 and end after 2021, one begins in 2013 and goes on, two in 2019, one in 2023;
  /// one began before the figures do. Yearly counts are Poisson with a mean near 45 of 300 persons; the programme takes `effect`
  /// percentage points off, and the effect lasts after the end.
  static func design(effect: Double = -4, seed: UInt64 = 2026) throws -> CohortDesign {
    var starts = [Int?](repeating: nil, count: 40)
    var stops = starts
    for (zone, years) in [
      0: (2013, 2022), 1: (2013, 2022), 2: (2013, 0), 3: (2019, 0), 4: (2019, 0), 5: (2023, 0), 6: (2005, 0),
    ] {
      starts[zone] = years.0 - first
      if years.1 > 0 { stops[zone] = years.1 - first }
    }
    var outcomes: [Double] = []
    var sizes: [Double] = []
    for zone in 0..<40 {
      var stream = RandomStream(seed: seed, series: zone)
      let persons = 200 + 200 * stream.uniform()
      let level = 13 + 4 * stream.uniform()
      sizes.append(persons * level / 100)
      for year in 0..<years {
        let isTouched = starts[zone].map { year >= $0 } ?? false
        let share = level - 0.1 * Double(year) + (isTouched ? effect : 0)
        outcomes.append(100 * Double(try stream.poisson(mean: persons * share / 100)) / persons)
      }
    }
    return try CohortDesign(outcomes: outcomes, periods: years, starts: starts, stops: stops, sizes: sizes)
  }

  @Test func theEffectBuiltInIsHeld() throws {
    let effects = try CallawaySantAnna(comparison: .notYetTreated).fit(Self.design())
    #expect(effects.startedTooEarly == [6])
    #expect(effects.diagnostics == [.cellsAfterEndLeftOut, .needsPlacebos, .startedTooEarly])
    let simple = try effects.aggregated(.simple).overall
    #expect(simple.standardError == nil)
    #expect(simple.errorReason == .varianceNotEstimable)
    #expect(simple.treated == 6)
    let placebos = try StaggeredPlacebos(
      CallawaySantAnna(comparison: .notYetTreated), Self.design(), limit: 1999)
    #expect(placebos.patterns.map(\.start) == [4, 4, 10, 14])
    #expect(placebos.patterns.map(\.stop) == [13, nil, nil, nil])
    let interval = try placebos.overall.interval().get()
    #expect(interval.contains(-4))
    #expect(!interval.contains(0))
    #expect(placebos.overall.floor == 1.0 / 2000)
    let after = try effects.aggregated(.afterEnd)
    #expect(after.parts.map(\.key) == [0, 1, 2, 3])
    let rescaled = try #require(placebos.rescaled)
    #expect(try rescaled.interval().get().contains(-4))
    // swift-format-ignore
    print(String(format: "BERGEN %.6f [%.6f, %.6f] p %.4f sd %.4f after %.4f rescaled p %.4f", simple.effect, interval.lower, interval.upper, placebos.overall.pValue(), placebos.overall.standardDeviation, after.overall.effect, rescaled.pValue()))
  }

  /// Fifty seeds without an effect: the p-value is under .1 in about five of them (binomial; more than 13 has probability
  /// 2·10⁻⁴, and the seeds are fixed).
  @Test func withoutAnEffectTheTestIsRarelyWrong() throws {
    var small = 0
    for seed in 1...50 {
      let design = try Self.design(effect: 0, seed: UInt64(seed))
      let placebos = try StaggeredPlacebos(CallawaySantAnna(), design, limit: 199)
      if placebos.overall.pValue() <= 0.1 { small += 1 }
    }
    #expect(small <= 13)
    print("BERGEN size \(small)/50")
  }

  /// Why sets that mix treated zones with others belong to the permutations: with heavy tails, three treated of 13 hold the
  /// largest zone with probability 3/13, and sets of the other ten alone then make p their floor, 1/121.
  @Test func setsWithoutTreatedZonesAreNotExactWhereTailsAreHeavy() throws {
    var (clean, exact) = (0, 0)
    let draws = 200
    for draw in 0..<draws {
      var stream = RandomStream(seed: 3, replicate: draw)
      // One over a uniform to the third: the largest of the sums is the largest of their terms.
      let outcomes = (0..<13).flatMap { _ in
        [0, pow(stream.openUniform(), -3)]
      }
      let design = try CohortDesign(
        outcomes: outcomes, periods: 2, starts: [1, 1, 1] + [Int?](repeating: nil, count: 10))
      let few = try StaggeredPlacebos(CallawaySantAnna(), design, among: .neverTreated).overall
      let all = try StaggeredPlacebos(CallawaySantAnna(), design).overall
      if few.pValue(.greater) <= 0.05 { clean += 1 }
      if all.pValue(.greater) <= 0.05 { exact += 1 }
    }
    // Binomial with 200 draws at .05: 10 ± 3.1, five deviations above is 25.
    #expect(exact <= 25)
    // At 3/13 = .23: 46 ± 6, four deviations below is 22.
    #expect(clean > 22)
    print("BERGEN heavy \(clean) \(exact)")
  }
}
