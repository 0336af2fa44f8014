import Estimates
import Evaluation
import Indicators
import TestSupport
import Testing

@testable import Analyses

/// The table `honest` of `effect`.
@Suite struct EffectHonestTests {
  private func bare(_ zones: Int = 26, jump: Double = 60) throws -> Panel {
    let panel = try EffectSample.panel(zones: zones, jump: jump)
    return try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: panel.values,
      statuses: panel.statuses)
  }

  /// Without sizes the covariance is that of the placebos as they are, as `HonestDifferences` has it by itself.
  @Test func theTableIsTheKernels() throws {
    let panel = try bare()
    let result = try EffectSample.run([panel])
    let table = try #require(result.table("honest"))
    #expect(table.count == EffectHonest.magnitudes.count + EffectHonest.slopes.count)
    let donors = Array(panel.values[panel.periods.count...])
    let design = try EffectDesign(
      outcomes: donors + panel.values[panel.series(0)], donors: 25, prePeriods: 10)
    let study = try HonestDifferences(try PlaceboDistribution(DifferenceInDifferences(), design))
    #expect(table[0, "n"].double == Double(study.before.count))
    for (row, bound) in EffectHonest.magnitudes.enumerated() {
      let wanted = try study.relativeMagnitudes(bound)
      // The covariances are sums in another order: rounding of their inverses' scale.
      #expect(agree(table[row, "lower"].double, wanted.lower, within: 1e-6), "\(bound)")
      #expect(agree(table[row, "upper"].double, wanted.upper, within: 1e-6), "\(bound)")
      #expect(table[row, "leaves_out_zero"] == .boolean(wanted.excludesZero))
    }
    let breakdown = try study.breakdown(most: EffectHonest.most).value
    #expect(agree(result.rows[0, "breakdown"].double, breakdown, within: 1e-5))
    #expect(table[0, "breakdown"] == result.rows[0, "breakdown"])
    // Intervals widen with the bound.
    let widths = EffectHonest.magnitudes.indices.map {
      (table[$0, "upper"].double ?? .nan) - (table[$0, "lower"].double ?? .nan)
    }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
  }

  @Test func aChanceMoveBreaksDownAtOnce() throws {
    let result = try EffectSample.run([try bare(jump: 0)])
    #expect(result.rows[0, "breakdown"].double == 0)
  }

  @Test func estimatorsThatFitTheYearsBeforeHaveNone() throws {
    let result = try EffectSample.run([try bare()], question: try EffectSample.question(words: ["dsc"]))
    #expect(result.table("honest")?.count == 0)
    #expect(result.rows[0, "breakdown"].reason == .notApplicable)
  }

  @Test func tooFewPlacebosAreAReason() throws {
    let result = try EffectSample.run([try bare(5)])
    let table = try #require(result.table("honest"))
    #expect(table.count == 2 && table[0, "reason"] == .text("too-few-donors"))
    #expect(result.rows[0, "breakdown"].reason == Reason("too-few-donors"))
  }
}
