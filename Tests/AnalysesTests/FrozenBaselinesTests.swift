import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct FrozenBaselinesTests {
  private func dataset(_ top: Double?) throws -> Dataset {
    try SampleDataset.dataset([
      try SampleDataset.shares(
        [[(50, 70), (54, 80)], [(30, 35), top.map { ($0, 35) }], [(9, 10), (9, 10)]], first: 2022)
    ])
  }

  private func run(_ data: Dataset, _ window: String = "2022..2023", frozen: ResultTable? = nil) throws
    -> ResultTable
  {
    try Baseline.run(
      data, window: try #require(PeriodRange(window)), against: .rest, options: AnalysisOptions(zones: ["A"]),
      frozen: frozen
    ).rows
  }

  @Test func revisedFiguresStandBesideTheFrozenOnes() throws {
    let frozen = try run(try dataset(26))
    let now = try run(try dataset(29), frozen: frozen)
    #expect(
      now[0, "frozen_estimate"] == frozen[0, "estimate"] && now[0, "frozen_lower"] == frozen[0, "lower"])
    #expect(now[0, "frozen_hash"] == frozen[0, "data_hash"] && now[0, "data_hash"] != frozen[0, "data_hash"])
    #expect(now[0, "estimate"] != now[0, "frozen_estimate"])
    #expect(now[0, "diagnostics"] == .texts(["baseline-revised"]))
  }

  @Test func unrevisedFiguresSayNothing() throws {
    let frozen = try run(try dataset(26))
    #expect(try run(try dataset(26), frozen: frozen) == frozen)
  }

  @Test func whatIsHiddenNowIsNotShownFromBefore() throws {
    let frozen = try run(try dataset(26))
    let now = try run(try dataset(nil), frozen: frozen)
    #expect(now[0, "frozen_estimate"].reason == .suppressed && now[0, "frozen_hash"].string == nil)
    #expect(now[0, "reason"].string == "suppressed")
  }

  @Test func anotherWindowIsToldAndTheFrozenOneKept() throws {
    let frozen = try run(try dataset(26))
    let now = try run(try dataset(26), "2022", frozen: frozen)
    guard case .texts(let ids) = now[0, "diagnostics"] else { return #expect(Bool(false)) }
    #expect(ids.contains("baseline-window-changed"))
    #expect(FrozenBaselines.window(of: frozen) == PeriodRange("2022..2023"))
    var asking = Asking(zones: ["A"])
    asking.frozen = frozen
    let kept = try Question.baseline(against: .rest).answer(try dataset(26), asking)
    #expect(kept.rows[0, "window"].string == "2022..2023")
  }

  /// Σ over two years of 35 residents each: people are those of one year.
  @Test func whatCouldBeSeenIsInPeopleAYear() throws {
    let rows = try run(try dataset(26))
    let (size, people) = (try #require(rows[0, "mdc"].double), try #require(rows[0, "mdc_people"].double))
    #expect(agree(people, size / 100 * 35, within: 1e-10))
  }
}
