import Indicators
import Testing

@testable import Interchange

@Suite struct PlanFileTests {
  static let plan = EffectPlan(
    programme: "torstrand", treated: [TreatedZone(zone: "0301", start: 2024, stop: 2028)],
    donors: ["3909000001", "a \"b\" \\c"], estimator: "dsc", sensitivity: ["did", "sdid"], scale: "log",
    baseline: PeriodRange(from: Period(year: 2012), to: Period(year: 2023)),
    looks: [
      EffectPlan.Look(year: 2026, name: "midterm", level: 0.1 / 3),
      EffectPlan.Look(year: 2028, name: "final", level: 0.049),
    ], dataVersion: "7", lastPeriod: "2023", seed: .max,
    indicators: [
      EffectPlan.PlannedIndicator(
        id: "neet", goal: "living", isKey: true, direction: .lowerIsBetter, smallestEffect: 1.5,
        treatedBaseline: 1.0 / 3, donorBaseline: -2e-7, detectableEffect: 4.25, figures: "0123abcd",
        through: "2022", without: ["3909000001"]),
      EffectPlan.PlannedIndicator(id: "0042", figures: "null", refusal: Reason("too-few-donors")),
    ], groups: [EffectPlan.PlannedGroup(id: "east", zones: ["01", "02"])],
    rules: ["--donors all", "--size-band 0.5..2"], unbalanced: "drop-periods", placebos: 500)

  @Test func whatIsWrittenIsReadBack() throws {
    let (text, seal) = PlanFile.text(of: Self.plan)
    let (plan, found) = try PlanFile.read(Array(text.utf8))
    #expect(plan == Self.plan)
    #expect(found == seal)
    #expect(PlanFile.text(of: plan).text == text)
  }

  @Test func aChangedPlanIsRefused() throws {
    let text = PlanFile.text(of: Self.plan).text
    for (old, new) in [
      ("start: 2024", "start: 2023"), ("\"dsc\"", "\"sc\""), ("# En", "# Ei"), ("0301", "0302"),
    ] {
      #expect(text.contains(old))
      let changed = text.replacing(old, with: new)
      let error = #expect(throws: InterchangeError.self) { try PlanFile.read(Array(changed.utf8)) }
      #expect(error?.code == "broken-seal", "\(old)")
    }
  }

  @Test func whatIsMissingIsNamed() throws {
    let text = PlanFile.text(of: Self.plan).text
    let unsealed = text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(throws: InterchangeError.self) { try PlanFile.read(Array(unsealed.utf8)) }
    #expect(throws: InterchangeError.self) {
      try PlanFile.read(Array("schema: levekar.plan/1\nzone: 3".utf8))
    }
    #expect(throws: InterchangeError.self) { try PlanFile.read([]) }
  }
}
