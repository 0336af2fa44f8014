import Estimates
import Evaluation
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Analyses

/// The table `intervals` of `effect`, and the estimator that counts events.
@Suite struct EffectIntervalsTests {
  private func rows(_ result: ResultSet, _ method: String, scale: String = "natural") -> [Int] {
    guard let table = result.table("intervals") else { return [] }
    return (0..<table.count).filter {
      table[$0, "method"] == .text(method) && table[$0, "scale"] == .text(scale)
    }
  }

  @Test func everyIntervalHasARowAndTheOneOfTheEffectIsAmongThem() throws {
    let result = try EffectSample.run([try EffectSample.panel(zones: 30)])
    let table = try #require(result.table("intervals"))
    let student = try #require(rows(result, "effect.ferman-pinto-t").first)
    for key in ["estimate", "lower", "upper", "standard_error"] {
      #expect(table[student, key] == result.rows[0, key], "\(key)")
    }
    for method in [
      "effect-interval.placebo-t", "effect.conley-taber", "effect.ferman-pinto", "effect.ferman-pinto-normal",
    ] {
      let row = try #require(rows(result, method).first, "\(method)")
      let (low, high) = (table[row, "lower"].double ?? .nan, table[row, "upper"].double ?? .nan)
      #expect(low < 6 && high > 6 && low > 0, "\(method) \(low)–\(high)")
    }
    let ranked = rows(result, "effect.randomisation-interval")
    #expect(
      Set(ranked.compactMap { table[$0, "statistic"].string }) == ["effect", "scaled-effect", "error-ratio"])
    // Without the mean taken out the exact interval of the effect is that of Conley and Taber.
    let conley = try #require(rows(result, "effect.conley-taber").first)
    let plain = try #require(ranked.first { table[$0, "statistic"] == .text("effect") })
    #expect(agree(table[plain, "lower"].double, table[conley, "lower"].double ?? .nan, within: 1e-12))
    #expect(table[plain, "highest_level"].double == 1 - 1.0 / 30)
    // Those that fit the estimator anew are for who asks.
    #expect(rows(result, "effect.conformal").isEmpty)
    // The counts themselves, as logarithms.
    #expect(rows(result, "effect.poisson-did", scale: "log").count == 1)
    #expect(rows(result, "effect.exact-rate-ratio-change", scale: "log").count == 2)
  }

  /// Eleven placebos reach 11/12, fourteen periods 13/14: neither is 95 per cent.
  @Test func whereNoneExistsTheReasonAndTheHighestLevelAre() throws {
    var question = try EffectSample.question(words: ["did", "sdid"])
    question.intervals = .all
    let result = try EffectSample.run([try EffectSample.panel()], question: question)
    let table = try #require(result.table("intervals"))
    for method in ["effect.conley-taber", "effect.ferman-pinto"] {
      let row = try #require(rows(result, method).first)
      #expect(table[row, "reason"] == .text("too-few-placebos-for-level"))
      #expect(table[row, "lower"].reason == .tooFewPlacebosForLevel)
      #expect(agree(table[row, "highest_level"].double, 11.0 / 12, within: 1e-15))
    }
    let conformal = rows(result, "effect.conformal")
    #expect(conformal.count == 2)
    let did = try #require(conformal.first { table[$0, "estimator"] == .text("did") })
    #expect(table[did, "reason"] == .text("too-few-periods-for-level"))
    #expect(agree(table[did, "highest_level"].double, 13.0 / 14, within: 1e-15))
    // A jump in the last four years: no shift of them is as large.
    #expect(agree(table[did, "p_value"].double, 1.0 / 14, within: 1e-15))
    // Weights of periods that see what comes after the start are refused, in words.
    let sdid = try #require(conformal.first { table[$0, "estimator"] == .text("sdid") })
    #expect(table[sdid, "reason"] == .text("estimator-not-accepted"))
    let folded = try #require(
      rows(result, "effect.cross-fit-t").first { table[$0, "estimator"] == .text("did") })
    #expect((table[folded, "lower"].double ?? .nan) < 6 && (table[folded, "upper"].double ?? .nan) > 6)
    let pairs = try #require(rows(result, "effect.leave-two-out").first)
    #expect(table[pairs, "p_value"].double == 0 && table[pairs, "n"].double == 55)
    #expect(table[pairs, "reason"] == .text("test-without-interval"))
    #expect(agree(table[pairs, "p_floor"].double, 1.0 / 12, within: 1e-15))
  }

  @Test func withoutSizesTheSizesAreTheReason() throws {
    let panel = try EffectSample.panel()
    let bare = try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: panel.values,
      statuses: panel.statuses)
    let result = try EffectSample.run([bare])
    let table = try #require(result.table("intervals"))
    let row = try #require(rows(result, "effect.ferman-pinto-t").first)
    #expect(table[row, "reason"] == .text("needs-sizes"))
    #expect(rows(result, "effect.poisson-did", scale: "log").isEmpty)
  }

  /// Two donors and the treated, two years before the start and one from it on, with the sums of `ExactRateRatioChange`'s example.
  private func few(treatedAfter: Double = 6) throws -> Panel {
    let events: [Double] = [80, 75, 150, 78, 77, 148, 8, 7, treatedAfter]
    let persons: [Double] = [22_500, 22_500, 46_000, 22_500, 22_500, 46_000, 2_000, 2_000, 4_100]
    return try Panel(
      indicator: "injuries", kind: .rate, unit: Unit(rawValue: "per 1000"), multiplier: 1000,
      zones: ["A", "B", "T"].map { Zone(code: $0, level: .livingConditionsZone) },
      periods: (2021...2023).compactMap { Period(year: $0) },
      values: zip(events, persons).map { 1000 * $0 / $1 }, numerators: events, denominators: persons,
      statuses: [CellStatus](repeating: .observed, count: 9))
  }

  /// log[(6/4100)/(15/4000)] − log[(298/92000)/(310/90000)] = −0.8795; mid-p −1.922 … 0.062 (scipy 1.17, noncentral
  /// hypergeometric given the margins), half the last printed digit.
  @Test func tinyCountsHaveAnIntervalOfTheirOwn() throws {
    let question = try EffectSample.question(2023, words: ["counts"])
    let result = try EffectSample.run([try few()], zones: ["T"], question: question)
    let rows = result.rows
    let ratio = log(6.0 / 4100) - log(15.0 / 4000) - log(298.0 / 92_000) + log(310.0 / 90_000)
    #expect(agree(rows[0, "estimate"].double, ratio, within: 1e-12))
    #expect(agree(rows[0, "lower"].double, -1.922, within: 5e-4))
    #expect(agree(rows[0, "upper"].double, 0.062, within: 5e-4))
    #expect(rows[0, "interval_method"] == .text("effect.exact-rate-ratio-change"))
    #expect(rows[0, "scale"] == .text("log"))
    #expect(agree(rows[0, "relative"].double, 100 * (exp(ratio) - 1), within: 1e-9))
    // Six were seen where 6·exp(0.88) were to be expected, in one year.
    #expect(agree(rows[0, "people_per_year"].double, 6 * (1 - exp(-ratio)), within: 1e-9))
    #expect(rows[0, "verdict"] != .text("changed"))
    let notes: [String] = if case .texts(let ids) = rows[0, "diagnostics"] { ids } else { [] }
    #expect(notes.contains("sampling-error-only") && notes.contains("small-counts"))
    // (1.959964 + 0.841621)·√Σ1/x with the treated's count as the others' path has it.
    let expected = 15.0 / 4000 * 4100 * (298.0 / 92_000) / (310.0 / 90_000)
    let error = (1 / 15.0 + 1 / expected + 1 / 310.0 + 1 / 298.0).squareRoot()
    #expect(agree(rows[0, "mde"].double, error * (1.959964 + 0.841621), within: error * 1e-6))
  }

  @Test func noEventIsNoEstimateButAnUpperEnd() throws {
    let question = try EffectSample.question(2023, words: ["counts", "did"])
    let result = try EffectSample.run([try few(treatedAfter: 0)], zones: ["T"], question: question)
    #expect(result.rows[0, "reason"] == .text("no-events") && result.rows[0, "estimate"].double == nil)
    let table = try #require(result.table("intervals"))
    let row = try #require(rows(result, "effect.exact-rate-ratio-change", scale: "log").first)
    #expect(table[row, "estimate"].double == nil && table[row, "lower"].double == nil)
    // All of 15 events before and none after: surely a fall.
    #expect((table[row, "upper"].double ?? 0) < 0)
  }

  @Test func countsAreOfAllOnlyWhereThereAreCounts() throws {
    let panel = try EffectSample.panel(zones: 6)
    let bare = try Panel(
      indicator: "index", kind: .index, zones: panel.zones, periods: panel.periods, values: panel.values,
      statuses: panel.statuses)
    let question = try EffectSample.question(words: ["all"])
    func words(_ panel: Panel) throws -> [String] {
      let rows = try EffectSample.run([panel], question: question).rows
      return (0..<rows.count).compactMap { rows[$0, "estimator"].string }
    }
    #expect(try words(panel).contains("counts"))
    #expect(try !words(bare).contains("counts"))
    let asked = try EffectSample.run([bare], question: try EffectSample.question(words: ["counts"])).rows
    #expect(asked[0, "reason"] == .text("needs-counts"))
  }

  /// Errors by clusters are given with five treated zones and refused with fewer; the estimate is that of differences in
  /// differences.
  @Test func errorsByClustersTakeFiveTreatedZones() throws {
    let panel = try EffectSample.panel(zones: 12)
    var question = try EffectSample.question(words: ["twfe", "did"])
    question.placeboLimit = 50
    let few = try EffectSample.run([panel], zones: ["Z0", "Z1", "Z2", "Z3"], question: question).rows
    #expect(few[0, "reason"] == .text("too-few-treated") && few[0, "standard_error"].double == nil)
    #expect(few[1, "estimate"].double != nil)
    let five = try EffectSample.run(
      [panel], zones: ["Z0", "Z1", "Z2", "Z3", "Z4"], question: question
    ).rows
    #expect(agree(five[0, "estimate"].double, five[1, "estimate"].double ?? .nan, within: 1e-9))
    #expect(five[0, "interval_method"] == .text("effect.twfe"))
    #expect((five[0, "standard_error"].double ?? 0) > 0)
  }
}
