import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Analyses

/// Panels made for the checks: events and persons by rule, differences in differences done by hand.
enum SensitivitySample {
  /// Shares in per cent of zones Z0 … ; the first is treated from 2020 on.
  static func panel(
    zones: Int = 12, first: Int = 2010, last: Int = 2023,
    persons: (_ zone: Int, _ year: Int) -> Double = { _, _ in 1000 },
    events: (_ zone: Int, _ year: Int) -> Double
  ) throws -> Panel {
    var (over, under): ([Double], [Double]) = ([], [])
    for zone in 0..<zones {
      for year in first...last {
        over.append(events(zone, year))
        under.append(persons(zone, year))
      }
    }
    return try Panel(
      indicator: "share", kind: .proportion, unit: .perCent, multiplier: 100,
      zones: (0..<zones).map {
        Zone(code: "Z\($0)", name: "Sone \($0)", level: .livingConditionsZone, parent: "K")
      },
      periods: (first...last).compactMap { Period(year: $0) },
      values: zip(over, under).map { 100 * $0 / $1 }, numerators: over, denominators: under,
      statuses: over.map { _ in .observed })
  }

  /// Swings of at most 10 events around 200.
  static func calm(_ zone: Int, _ year: Int) -> Double {
    (200 + 10 * EffectSample.swing(zone, year)).rounded()
  }

  /// Neighbours in a row: Z0 – Z1 – Z2 – …
  static func row(_ zones: Int) -> [ZonePair] { (1..<zones).map { ZonePair("Z\($0 - 1)", "Z\($0)") } }

  static func question(
    _ words: [String] = ["did"], panel: [String] = ["did", "dsc"],
    _ change: (inout SensitivityQuestion) -> Void = { _ in }
  ) throws -> EffectQuestion {
    var question = try EffectSample.question(words: words)
    var sensitivity = SensitivityQuestion(estimators: try EffectMethod.named(panel))
    change(&sensitivity)
    question.sensitivity = sensitivity
    return question
  }

  /// The mean of a zone over years, in per cent.
  static func mean(_ panel: Panel, _ zone: Int, _ years: some Collection<Int>) -> Double {
    let first = panel.periods[0]
    let start = (1900...2100).first { Period(year: $0) == first } ?? 0
    return years.reduce(0.0) { $0 + panel.values[panel.index(zone: zone, period: $1 - start)] }
      / Double(years.count)
  }

  /// Differences in differences of one zone against others, by hand.
  static func difference(
    _ panel: Panel, _ zone: Int, _ others: [Int], before: some Collection<Int>, after: some Collection<Int>
  ) -> Double {
    func change(_ zone: Int) -> Double { mean(panel, zone, after) - mean(panel, zone, before) }
    return change(zone) - others.reduce(0.0) { $0 + change($1) } / Double(others.count)
  }
}

extension ResultTable {
  /// The first row whose texts are these.
  func first(_ wanted: [String: String]) -> Int? {
    (0..<count).first { row in wanted.allSatisfy { self[row, $0.key].string == $0.value } }
  }
}

@Suite struct SensitivityPanelTests {
  @Test func everyChoiceIsARowAndTheHeadlineIsTheAnswer() throws {
    let panel = try EffectSample.panel()
    let result = try EffectSample.run([panel], question: try SensitivitySample.question())
    let table = try #require(result.table("sensitivity"))
    #expect(table[0, "role"] == .text("headline") && table[0, "agreement"] == .text("headline"))
    #expect(table[0, "estimate"] == result.rows[0, "estimate"])
    #expect(table[0, "lower"] == result.rows[0, "lower"] && table[0, "upper"] == result.rows[0, "upper"])
    #expect((1..<table.count).allSatisfy { table[$0, "role"] == .text("sensitivity") })
    // Two methods in three windows, for the asked donors and those without the heaviest one; the three rules that leave the
    // donors as they are, or cannot be followed, once each.
    #expect(table.count == 2 * 3 * 2 + 3)
    func reason(_ rule: String) -> String? {
      table.first(["donor_rule": rule]).flatMap { table[$0, "reason"].string }
    }
    #expect(reason("same-municipality") == "same-donors" && reason("size-band") == "same-donors")
    #expect(reason("without-neighbours") == "needs-neighbours")
  }

  @Test func windowsAndRulesAreThoseOfTheHand() throws {
    let panel = try EffectSample.panel()
    let result = try EffectSample.run(
      [panel],
      question: try SensitivitySample.question {
        $0.neighbours = [ZonePair("Z0", "Z3"), ZonePair("Z7", "Z0")]
      })
    let table = try #require(result.table("sensitivity"))
    func estimate(_ rule: String, _ window: String) -> Double? {
      table.first(["estimator": "did", "donor_rule": rule, "window": window]).flatMap {
        table[$0, "estimate"].double
      }
    }
    let all = Array(1..<12)
    let after = 2020...2023
    let sample = SensitivitySample.self
    // Sums of at most 14 figures of about 20: some hundred ulps.
    let bound = 1e-11
    #expect(
      agree(
        estimate("asked", "last-half"), sample.difference(panel, 0, all, before: 2015...2019, after: after),
        within: bound))
    #expect(
      agree(
        estimate("asked", "without-selection"),
        sample.difference(panel, 0, all, before: 2010...2016, after: after), within: bound))
    let outside = all.filter { $0 != 3 && $0 != 7 }
    #expect(
      agree(
        estimate("without-neighbours", "all"),
        sample.difference(panel, 0, outside, before: 2010...2019, after: after), within: bound))
    // All weigh alike in this method: the one whose absence moves the answer most.
    let whole = sample.difference(panel, 0, all, before: 2010...2019, after: after)
    let without = all.map { gone in
      sample.difference(panel, 0, all.filter { $0 != gone }, before: 2010...2019, after: after)
    }
    let most = try #require(without.max { abs($0 - whole) < abs($1 - whole) })
    #expect(agree(estimate("without-heaviest-donor", "all"), most, within: bound))
  }

  @Test func agreementIsAgainstTheHeadlinesInterval() throws {
    // A treated that was high in the last three years only: without them the effect is another.
    let panel = try SensitivitySample.panel { zone, year in
      SensitivitySample.calm(zone, year) + (zone == 0 && (2017...2019).contains(year) ? 80 : 0)
    }
    let result = try EffectSample.run([panel], question: try SensitivitySample.question())
    let table = try #require(result.table("sensitivity"))
    let lower = try #require(table[0, "lower"].double)
    let upper = try #require(table[0, "upper"].double)
    let own = try #require(table[0, "estimate"].double)
    var outside = 0
    for row in 1..<table.count {
      guard let estimate = table[row, "estimate"].double else { continue }
      let isWithin = (lower...upper).contains(estimate)
      if !isWithin { outside += 1 }
      #expect(table[row, "within_headline"] == .boolean(isWithin))
      #expect(table[row, "same_sign"] == .boolean(estimate * own > 0))
      let word = isWithin ? "agrees" : estimate * own > 0 ? "other-size" : "other-sign"
      #expect(table[row, "agreement"] == .text(word))
    }
    #expect(outside > 0)
  }

  @Test func theSameBytesForAnyNumberOfThreads() throws {
    let panel = try EffectSample.panel(zones: 8)
    func tables(_ threads: Int) throws -> [ResultTable] {
      try Effect.run(
        try EffectSample.dataset([panel]),
        try SensitivitySample.question(["sdid"], panel: ["sdid", "did", "ascm", "local-level"]) {
          $0.districts = SensitivitySample.row(8)
          $0.neighbours = SensitivitySample.row(8)
        },
        options: AnalysisOptions(zones: ["Z0"], threads: ThreadLimit(threads))
      ).tables
    }
    #expect(try tables(1) == tables(3))
  }

  @Test func tablesAreThereOnlyWhenAskedFor() throws {
    let result = try EffectSample.run([try EffectSample.panel()])
    for name in ["sensitivity", "checks", "districts", "placebo_weights"] {
      #expect(result.table(name) == nil)
    }
  }

  @Test func weightsOfPlacebosGiveTheirEstimates() throws {
    var question = try EffectSample.question(words: ["dsc"])
    question.wantsPlaceboWeights = true
    let panel = try EffectSample.panel(zones: 8)
    let result = try EffectSample.run([panel], question: question)
    let weights = try #require(result.table("placebo_weights"))
    let placebos = try #require(result.table("placebos"))
    #expect(placebos.count == 7)
    for row in 0..<placebos.count {
      let zone = try #require(placebos[row, "zone"].string)
      let own = (0..<weights.count).filter { weights[$0, "zone"].string == zone }
      let sum = own.reduce(0.0) { $0 + (weights[$1, "weight"].double ?? .nan) }
      #expect(agree(sum, 1, within: 1e-9))
      #expect(!own.contains { weights[$0, "donor"].string == zone || weights[$0, "donor"].string == "Z0" })
      func change(_ code: String) -> Double {
        let zone = Int(code.dropFirst()) ?? 0
        return SensitivitySample.mean(panel, zone, 2020...2023)
          - SensitivitySample.mean(panel, zone, 2010...2019)
      }
      // Demeaned: own change less the weighted changes. Weights are good to 1e-10, changes are a few units.
      let by = own.reduce(0.0) {
        $0 + (weights[$1, "weight"].double ?? .nan) * change(weights[$1, "donor"].string ?? "")
      }
      #expect(agree(placebos[row, "estimate"].double, change(zone) - by, within: 1e-8))
      #expect(placebos[row, "optimality"].double ?? 1 < 1e-9)
    }
  }
}
