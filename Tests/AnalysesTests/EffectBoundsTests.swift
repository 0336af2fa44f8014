import Estimates
import Evaluation
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Analyses

/// What a hidden cell can be, how far it moves an effect, and what readers may not see.
@Suite struct EffectBoundsTests {
  @Test func aHiddenCountIsPutOnTheScaleOfTheOutcome() throws {
    let share = try #require(HiddenOutcome.range(count: 1...4, denominator: 250...250, multiplier: 100))
    #expect(share == 0.4...1.6)
    // The least count over the largest denominator, the largest over the least.
    #expect(HiddenOutcome.range(count: 1...4, denominator: 200...250, multiplier: 100) == 0.4...2)
    let logs = try #require(
      HiddenOutcome.range(count: 0...4, denominator: 250...250, multiplier: 100, scale: .log))
    #expect(logs.lowerBound == log(0.5 / 250) && logs.upperBound == log(4.5 / 250))
    #expect(HiddenOutcome.range(count: 0...4, scale: .squareRoot) == 0...2)
    #expect(HiddenOutcome.range(count: 0...4) == 0...4)
    #expect(HiddenOutcome.range(count: 1...4, denominator: 0...10) == nil)
    #expect(HiddenOutcome.range(count: -1...4) == nil)
  }

  /// The sample with a hidden cell of which `bounds` are declared.
  private func panel(zone: Int, bounds: ClosedRange<Double>?) throws -> Panel {
    let panel = try EffectSample.panel(hole: (zone, 2021, .suppressed))
    let period = try #require(panel.periods.firstIndex { $0 == Period(year: 2021) })
    return try Panel(
      indicator: panel.indicator, kind: panel.kind, unit: panel.unit, multiplier: panel.multiplier,
      zones: panel.zones, periods: panel.periods, values: panel.values, numerators: panel.numerators,
      denominators: panel.denominators, statuses: panel.statuses,
      bounds: bounds.map { [panel.index(zone: zone, period: period): $0] } ?? [:])
  }

  /// A treated cell between 270 and 310 of 1000 is 27 to 31 per cent, one of four from the start on: the effect has a range of
  /// one point around what it would be.
  @Test func theTreatedsHiddenCellBoundsTheEffect() throws {
    let result = try EffectSample.run([try panel(zone: 0, bounds: 270...310)])
    #expect(result.rows[0, "reason"] == .text("suppressed") && result.rows[0, "estimate"].double == nil)
    #expect(result.table("curve")?.count == 0 && result.table("placebos")?.count == 0)
    let table = try #require(result.table("bounds"))
    #expect(table.count == 1 && table[0, "exact"] == .boolean(true))
    let (low, high) = (table[0, "lower"].double ?? .nan, table[0, "upper"].double ?? .nan)
    #expect(agree(high - low, 1, within: 1e-9))
    let known = try EffectSample.run([try EffectSample.panel()])
    let estimate = try #require(known.rows[0, "estimate"].double)
    let cell = try #require(try EffectSample.panel()[zone: 0, period: 11].value)
    #expect(agree(low, estimate + (27 - cell) / 4, within: 1e-9))
    #expect(table[0, "hidden_cells"] == .integer(1) && table[0, "donors"] == .integer(11))
    #expect(table[0, "diagnostics"] == .texts(["denominators-from-other-periods"]))
  }

  @Test func aDonorsHiddenCellLeavesItOutAndBoundsBringItBack() throws {
    let result = try EffectSample.run([try panel(zone: 3, bounds: 200...260)])
    #expect(result.rows[0, "donors"] == .integer(10))
    let table = try #require(result.table("bounds"))
    #expect(table[0, "donors"] == .integer(11))
    // Six points of one of eleven donors in one of four periods.
    let width = (table[0, "upper"].double ?? .nan) - (table[0, "lower"].double ?? .nan)
    #expect(agree(width, 6.0 / 44, within: 1e-9))
  }

  @Test func otherEstimatorsAreBoundedWhereAskedForAndSaySo() throws {
    let hidden = try panel(zone: 0, bounds: 270...310)
    var question = try EffectSample.question(words: ["did", "dsc"])
    #expect(try EffectSample.run([hidden], question: question).table("bounds")?.count == 1)
    question.bounds = true
    let table = try #require(try EffectSample.run([hidden], question: question).table("bounds"))
    #expect(table.count == 2 && table[1, "exact"] == .boolean(false))
    let (low, high) = (table[1, "lower"].double ?? .nan, table[1, "upper"].double ?? .nan)
    #expect(low < high)
    // Weights are those of the years before the start, so the one hidden year after it is a quarter here too.
    #expect(agree(high - low, 1, within: 1e-6))
  }

  @Test func withoutDeclaredBoundsThereAreNone() throws {
    #expect(try EffectSample.run([try panel(zone: 0, bounds: nil)]).table("bounds")?.count == 0)
  }

  /// Three years by themselves, and their sum hidden in one zone.
  @Test func yearsOfAHiddenSumAreHiddenToo() throws {
    let years = try EffectSample.panel(zones: 8)
    guard case .success(let windows) = try years.windows(ofYears: 3) else {
      Issue.record("no windows")
      return
    }
    let hidden = try windows.hiding([windows.index(zone: 2, period: 4): .suppressedSecondary])
    func run(_ zones: [String]) throws -> ResultSet {
      var dataset = try EffectSample.dataset([hidden])
      dataset.underlying = [years.indicator: [years]]
      return try Effect.run(dataset, try EffectSample.question(), options: AnalysisOptions(zones: zones))
    }
    let donor = try run(["Z0"])
    #expect(donor.rows[0, "donors"] == .integer(6))
    let excluded = try #require(donor.table("excluded"))
    #expect(
      (0..<excluded.count).contains {
        excluded[$0, "zone"] == .text("Z2") && excluded[$0, "reason"] == .text("suppressed")
      })
    for name in ["donors", "placebos"] {
      let table = try #require(donor.table(name))
      #expect(table.count > 0 && (0..<table.count).allSatisfy { table[$0, "zone"] != .text("Z2") }, "\(name)")
    }
    let treated = try run(["Z2"])
    #expect(treated.rows[0, "reason"] == .text("suppressed"))
    for name in ["curve", "donors", "periods", "placebos", "intervals", "honest", "bounds"] {
      #expect(treated.table(name)?.count == 0, "\(name)")
    }
  }
}
