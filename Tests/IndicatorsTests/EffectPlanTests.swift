import Indicators
import Testing

@Suite struct EffectPlanTests {
  @Test func defaultsAreThoseOfTheFormat() {
    let plan = EffectPlan(
      treated: [TreatedZone(zone: "A", start: 2024)], donors: ["B"], estimator: "dsc",
      baseline: PeriodRange(from: Period(year: 2015), to: Period(year: 2023)), looks: [], dataVersion: "1",
      lastPeriod: "2023", indicators: [])
    #expect(plan.alpha == 0.05)
    #expect(plan.spending == "obrien-fleming")
    #expect(plan.scale == "natural")
    var other = plan
    other.donors = ["B", "C"]
    #expect(plan != other)
  }
}
