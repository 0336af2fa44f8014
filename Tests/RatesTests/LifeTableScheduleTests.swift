import Indicators
import Testing

@testable import Rates

@Suite struct LifeTableScheduleTests {
  private func refusal(
    _ labels: [String], fractions: [Int: Double] = [:],
    closedEnd: LifeTableSchedule.ClosedEnd = .refused
  ) -> LifeTableRefusal? {
    do throws(LifeTableRefusal) {
      _ = try LifeTableSchedule(
        labels.compactMap { AgeBand($0) }, fractions: fractions, closedEnd: closedEnd)
      return nil
    } catch { return error }
  }

  @Test func whatDoesNotCoverAllAgesIsRefusedByName() {
    #expect(refusal([])?.reason == .needsAges)
    #expect(refusal(["5-9", "10+"])?.reason == .agesStartAboveZero)
    let gap = refusal(["0", "1-4", "6-9", "10+"])
    #expect(gap?.reason == .ageGap && gap?.bands.map(\.description) == ["1–4", "6–9"])
    let overlap = refusal(["0-4", "4-9", "10+"])
    #expect(overlap?.reason == .ageOverlap && overlap?.bands.map(\.description) == ["0–4", "4–9"])
    #expect(refusal(["0-4", "5+", "10+"])?.reason == .ageOverlap)
    #expect(refusal(["0-4", "0-4", "5+"])?.reason == .ageOverlap)
    #expect(refusal(["0-4", "5-9"])?.reason == .agesEnd)
    #expect(refusal(["0-4", "5-9"], closedEnd: .truncated) == nil)
    #expect(refusal(["0-4", "5+"], fractions: [3: 0.4])?.reason == .noSuchAge)
    #expect(refusal(["0-4", "5+"], fractions: [5: 1.4])?.reason == .ageFractionOutsideRange)
  }

  @Test func fractionsByDefaultAndAsGiven() throws {
    let schedule = try LifeTableSample.schedule(LifeTableSample.broad, fractions: [15: 0.6])
    #expect(schedule.fractions == [0.1, 0.5, 0.6, 0.5, 0.5, 0.5])
    #expect(schedule.position(ofAge: 65) == 4 && schedule.position(ofAge: 66) == nil)
  }
}
