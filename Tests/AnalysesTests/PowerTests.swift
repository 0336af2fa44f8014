import Estimates
import Indicators
import TestSupport
import Testing

@testable import Analyses

/// Many indicators of the same zones, each with swings of its own that no generator of a release changes.
enum ManyPanels {
  /// Between −1 and 1, by a mixing function of 64 bits (splitmix64).
  static func swing(_ key: Int) -> Double {
    var z = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Double(z >> 11) / Double(1 << 52) - 1
  }

  /// An index of zones around 50, the first with `jump` more from 2020 on.
  static func panel(
    _ indicator: Int, zones: Int = 25, years: ClosedRange<Int> = 2010...2023, jump: Double = 0,
    missing: Set<Int> = []
  ) throws -> Panel {
    var values: [Double] = []
    for zone in 0..<zones {
      for year in years {
        let noise = swing(indicator * 1_000_003 + zone * 1009 + year)
        values.append(
          missing.contains(zone)
            ? .nan : 50 + Double(zone) + noise + (zone == 0 && year >= 2020 ? jump : 0))
      }
    }
    return try Panel(
      indicator: "i\(indicator)", kind: .index, unit: .unknown,
      zones: (0..<zones).map { Zone(code: "Z\($0)", name: "Sone \($0)", level: .livingConditionsZone) },
      periods: years.compactMap { Period(year: $0) }, values: values,
      statuses: values.map { $0.isNaN ? .missing : .observed })
  }
}

@Suite struct PowerTests {
  private func run(
    _ panels: [Panel], start: Int? = 2020, words: [String] = ["did"], size: SmallestEffect? = nil,
    horizon: Int? = nil, programme: Programme? = nil
  ) throws -> ResultSet {
    var question = PowerQuestion(try EffectSample.question(start, words: words))
    question.size = size
    question.horizon = horizon
    return try Power.run(
      try EffectSample.dataset(panels), question, programme: programme,
      options: AnalysisOptions(zones: ["Z0"]))
  }

  @Test(arguments: [["did"], ["sdid"], ["dsc"]])
  func whatCouldBeSeenIsWhatTheEffectSays(words: [String]) throws {
    for panel in [try EffectSample.panel(), try ManyPanels.panel(1)] {
      let power = try run([panel], words: words)
      let effect = try EffectSample.run([panel], question: try EffectSample.question(words: words))
      for key in ["mde", "p_floor", "placebos"] {
        #expect(power.rows[0, key] == effect.rows[0, key], "\(key)")
      }
      #expect(power.rows[0, "years_pretended"] == .integer(0))
    }
  }

  /// What the treated did after the start is no part of what could be seen.
  @Test func theEffectItselfIsNotLookedAt() throws {
    let (quiet, loud) = (
      try run([try EffectSample.panel(jump: 0)]), try run([try EffectSample.panel(jump: 90)])
    )
    for key in ["mde", "mde_rank", "standard_error"] { #expect(quiet.rows[0, key] == loud.rows[0, key]) }
    #expect(quiet.table("power_curve")?.count == loud.table("power_curve")?.count)
  }

  @Test func beforeThereAreFiguresTheLastYearsServe() throws {
    let panel = try EffectSample.panel(last: 2019, start: 2030)
    let result = try run([panel], start: 2024, size: .size(1000), horizon: 5)
    let rows = result.rows
    // A third of ten years.
    #expect(rows[0, "years_pretended"] == .integer(3))
    #expect(rows[0, "pre_periods"] == .integer(7) && rows[0, "post_periods"] == .integer(3))
    #expect(rows[0, "start"] == .text("2024"))
    guard case .texts(let diagnostics) = rows[0, "diagnostics"] else {
      Issue.record("no diagnostics")
      return
    }
    #expect(diagnostics.contains("start-pretended"))
    // The same figures asked with that start, which an effect may be.
    let asked = try EffectSample.run([panel], question: try EffectSample.question(2017))
    #expect(rows[0, "mde"] == asked.rows[0, "mde"])
    // A thousand per cent shows at once, in the year of the true start.
    #expect(rows[0, "first_year_detectable"] == .text("2024") && rows[0, "years_needed"] == .integer(1))
    #expect(rows[0, "first_is_extrapolated"] == .boolean(false))
    let looks = try #require(result.table("looks"))
    #expect((0..<looks.count).map { looks[$0, "period"].string } == ["2024", "2025", "2026", "2027", "2028"])
    #expect(
      (0..<looks.count).map { looks[$0, "is_extrapolated"] }
        == [false, false, false, true, true].map { .boolean($0) })
    // What is extrapolated is a + b/k with neither below zero: it never rises.
    #expect((looks[4, "mde"].double ?? .nan) <= (looks[3, "mde"].double ?? .nan))
  }

  @Test func withFiguresTheFirstYearsAreThoseAfterTheStart() throws {
    let result = try run([try EffectSample.panel()], size: .size(1000), horizon: 6)
    #expect(result.rows[0, "first_year_detectable"] == .text("2020"))
    let looks = try #require(result.table("looks"))
    #expect(looks[5, "period"] == .text("2025") && looks[5, "is_extrapolated"] == .boolean(true))
    #expect(looks[3, "mde"] == result.rows[0, "mde"])
  }

  @Test func theProgrammesEndIsTheHorizon() throws {
    let programme = Programme(
      id: "p", name: LocalisedText(nb: "P"), treated: [TreatedZone(zone: "Z0", start: 2020, stop: 2028)])
    let result = try run([try EffectSample.panel()], start: nil, programme: programme)
    #expect(result.rows[0, "horizon"] == .integer(9))
    #expect(try run([try EffectSample.panel()]).rows[0, "horizon"] == .integer(10))
  }

  /// Of four years one serves, and nothing can be projected from it: that is not the same as never.
  @Test func oneLookIsNotProjected() throws {
    let panel = try EffectSample.panel(first: 2016, last: 2019, start: 2030)
    let result = try run([panel], start: 2024, size: .size(0.01), horizon: 5)
    #expect(result.rows[0, "years_pretended"] == .integer(1))
    #expect(result.table("looks")?.count == 1)
    #expect(result.rows[0, "first_year_detectable"].reason == .oneLookOnly)
  }

  @Test func aSizeTooSmallIsNeverSeenAndSaysSo() throws {
    let result = try run([try EffectSample.panel()], size: .size(1e-6))
    #expect(result.rows[0, "first_year_detectable"].reason == .effectOfInterestTooSmall)
    #expect(result.rows[0, "reason"] == .text("effect-of-interest-too-small-to-see"))
    #expect(result.rows[0, "estimate"].double != nil && !result.isRefused)
    #expect(result.rows[0, "years_needed"].reason == .effectOfInterestTooSmall)
  }

  /// Eleven placebos give p ≥ 1/12: without sizes nothing can be found, whatever the size.
  @Test func tooFewZonesSeeNothing() throws {
    let few = try run([try ManyPanels.panel(1, zones: 12)], size: .size(1000))
    #expect(few.rows[0, "can_reject"] == .boolean(false) && few.rows[0, "informative"] == .boolean(false))
    #expect(few.rows[0, "verdict"] == .text("uninformative"))
    #expect(few.rows[0, "first_year_detectable"].reason == .floorAboveLevel)
    #expect(few.rows[0, "mde_rank"].reason == .floorAboveLevel)
    let enough = try run([try ManyPanels.panel(1, zones: 25)], size: .size(1000))
    #expect(enough.rows[0, "can_reject"] == .boolean(true) && enough.rows[0, "informative"] == .boolean(true))
    #expect(enough.rows[0, "first_year_detectable"] == .text("2020"))
  }

  /// Planted in each zone in turn, an effect of the size that ranks can see is found in at least four of five.
  @Test func aPlantedEffectOfThatSizeIsFoundFourTimesInFive() throws {
    let panel = try ManyPanels.panel(3)
    let size = try #require(try run([panel]).rows[0, "mde_rank"].double)
    let table = try #require(try EffectSample.run([panel]).table("placebos"))
    let effects = (0..<table.count).compactMap { table[$0, "estimate"].double }
    #expect(effects.count == 24)
    let mean = effects.reduce(0, +) / 24
    func found(_ size: Double) -> Int {
      effects.count { own in
        let moved = own - mean + size
        let reached = effects.count { abs($0 - mean) >= abs(moved) }
        return moved > 0 && Double(1 + reached) / 25 <= 0.05
      }
    }
    // Of a rise; the figure is the larger of that for a rise and a fall.
    #expect(Double(found(size * (1 + 1e-9))) >= 0.8 * 24)
    let less = size * 0.5
    #expect(Double(found(less)) < 0.8 * 24)
  }

  @Test func powerRisesFromTheLevelToOne() throws {
    let curve = try #require(try run([try ManyPanels.panel(1)]).table("power_curve"))
    let power = (0..<curve.count).compactMap { curve[$0, "power"].double }
    #expect(power.count == 41 && power == power.sorted())
    // No effect is found upwards with half of the level: half the last digit of a quantile is far within.
    #expect(abs(power[0] - 0.025) < 1e-9)
    #expect((power.last ?? 0) > 0.99)
  }

  @Test func aRefusalKeepsItsRow() throws {
    let result = try run([try EffectSample.panel(zones: 2)])
    #expect(result.rows[0, "reason"] == .text("too-few-donors") && result.isRefused)
    #expect(try run([try EffectSample.panel(first: 2018, last: 2019, start: 2030)], start: 2024).isRefused)
  }
}
