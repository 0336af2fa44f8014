import Evaluation
import Indicators
import Testing

@Suite struct CohortDesignTests {
  @Test func whatDoesNotFitIsRefused() {
    #expect(throws: EffectError.noDonors) { try CohortDesign(outcomes: [], periods: 2, starts: []) }
    #expect(throws: EffectError.noPrePeriods) { try CohortDesign(outcomes: [1], periods: 1, starts: [0]) }
    #expect(throws: EffectError.noTreated) { try CohortDesign(outcomes: [1, 2], periods: 2, starts: [nil]) }
    // Treated from the first period on, and treated after the last: nobody's effect can be seen.
    #expect(throws: EffectError.noTreated) {
      try CohortDesign(outcomes: [1, 2, 3, 4], periods: 2, starts: [0, 2])
    }
    #expect(throws: EffectError.shape(what: "outcomes", expected: 4, found: 3)) {
      try CohortDesign(outcomes: [1, 2, 3], periods: 2, starts: [1, nil])
    }
    #expect(throws: EffectError.notFinite(unit: 1, period: 0)) {
      try CohortDesign(outcomes: [1, 2, .nan, 3], periods: 2, starts: [1, nil])
    }
    #expect(throws: EffectError.cohorts(.stopBeforeStart(unit: 0))) {
      try CohortDesign(outcomes: [1, 2, 3, 4], periods: 2, starts: [1, nil], stops: [1, nil])
    }
    #expect(throws: EffectError.cohorts(.stopBeforeStart(unit: 1))) {
      try CohortDesign(outcomes: [1, 2, 3, 4], periods: 2, starts: [1, nil], stops: [nil, 1])
    }
    #expect(throws: EffectError.cohorts(.covariate(unit: 1, column: 0))) {
      try CohortDesign(
        outcomes: [1, 2, 3, 4], periods: 2, starts: [1, nil], covariates: [[1, .infinity]])
    }
    #expect(throws: EffectError.size(unit: 0, value: 0)) {
      try CohortDesign(outcomes: [1, 2, 3, 4], periods: 2, starts: [1, nil], sizes: [0, 1])
    }
    #expect(throws: EffectError.shape(what: "outcomes", expected: Int.max, found: 0)) {
      try CohortDesign(outcomes: [], periods: Int.max, starts: [1, nil])
    }
  }

  @Test func missingCellsAreNeverRead() throws {
    let design = try CohortDesign(
      outcomes: [1, .nan, 3, 4], periods: 2, starts: [1, nil], isObserved: [true, false, true, true])
    #expect(!design.isComplete)
    #expect(design.completeUnits == [1])
    let effects = try CallawaySantAnna().fit(design)
    #expect(effects.cells.map(\.reason) == [.groupNotObserved])
    #expect(effects.diagnostics.contains(.comparedPairwise))
    #expect(throws: EffectError.noTreated) {
      try CallawaySantAnna(incompleteUnits: .leftOut).fit(design)
    }
  }

  @Test func rowsBecomeADesign() throws {
    let rows = [
      CohortTable.Row(unit: "4601B", period: 2021, value: 4), .init(unit: "4601B", period: 2019, value: 3),
      .init(unit: "4601A", period: 2019, value: 1, start: 2020, stop: 2021),
      .init(unit: "4601A", period: 2020, value: nil, start: 2020, stop: 2021),
      .init(unit: "4601A", period: 2021, value: 2, start: 2020, stop: 2021),
    ]
    let table = try CohortTable(rows, sizes: ["4601A": 10, "4601B": 20])
    #expect(table.units == ["4601B", "4601A"])
    #expect(table.firstPeriod == 2019)
    #expect(table.design.starts == [nil, 1])
    #expect(table.design.stops == [nil, 2])
    #expect(table.design.isObserved == [true, false, true, true, false, true])
    #expect(table.design.sizes == [20, 10])
    #expect(throws: EffectError.cohorts(.duplicate(unit: 0, period: 2))) {
      try CohortTable(rows + [rows[0]])
    }
    #expect(throws: EffectError.cohorts(.startVaries(unit: 1))) {
      try CohortTable(rows + [.init(unit: "4601A", period: 2022, value: 1)])
    }
    #expect(throws: EffectError.cohorts(.periodSpan(first: 0, last: Int.max))) {
      try CohortTable([
        .init(unit: "a", period: 0, value: 1), .init(unit: "a", period: Int.max, value: 1),
      ])
    }
    #expect(throws: EffectError.shape(what: "sizes", expected: 2, found: 1)) {
      try CohortTable(rows, sizes: ["4601A": 1])
    }
    // A start far outside is one that has come before, or not come yet.
    let outside = try CohortTable([
      .init(unit: "a", period: 1, value: 1, start: Int.min, stop: Int.min + 5),
      .init(unit: "b", period: 1, value: 1, start: 2), .init(unit: "b", period: 2, value: 1, start: 2),
      .init(unit: "c", period: 1, value: 1, start: Int.max),
    ])
    #expect(outside.design.starts[0] == -1)
    #expect((outside.design.starts[2] ?? 0) > 2)
  }

  /// Zones that started before the data, and zones that ended.
  @Test func earlyStartsAndEnds() throws {
    let starts: [Int?] = [0, 2, 2, nil, nil, nil]
    let stops: [Int?] = [nil, 4, nil, nil, nil, nil]
    let design = try StaggeredExample.design(starts: starts, stops: stops)
    let effects = try CallawaySantAnna().fit(design)
    #expect(effects.startedTooEarly == [0])
    #expect(effects.diagnostics == [.cellsAfterEndLeftOut, .needsPlacebos, .startedTooEarly])
    #expect(effects.cells.map(\.period) == [1, 2, 3, 4, 5])
    #expect(effects.cells.map(\.treated) == [2, 2, 2, 1, 1])
    #expect(effects.afterEnd.map(\.period) == [4, 5])
    #expect(effects.afterEnd.allSatisfy { $0.stop == 4 && $0.base == 1 && $0.treated == 1 })
    let y = design.outcomes
    func change(_ unit: Int, _ period: Int) -> Double { y[unit * 6 + period] - y[unit * 6 + 1] }
    let compared = (3...5).reduce(0) { $0 + change($1, 5) } / 3
    // Sums of a few numbers below 50.
    #expect(abs((effects.cells[4].effect ?? 0) - (change(2, 5) - compared)) < 1e-12)
    #expect(abs((effects.afterEnd[1].effect ?? 0) - (change(1, 5) - compared)) < 1e-12)
    let after = try effects.aggregated(.afterEnd)
    #expect(after.parts.map(\.key) == [0, 1])
    // Four zone-periods with two zones and two with one: weights by zones still in the programme.
    let simple = try effects.aggregated(.simple).overall
    let weights = simple.weights.sorted { $0.key < $1.key }.map(\.value)
    let expected: [Double] = [2.0 / 6, 2.0 / 6, 1.0 / 6, 1.0 / 6]
    #expect(weights == expected)
  }

  /// Only where the caller says that an effect ends with its programme is a zone compared with after its end.
  @Test func zonesAreComparedWithAfterTheEndOnlyWhenToldSo() throws {
    let starts: [Int?] = [1, 4, nil, nil]
    let stops: [Int?] = [2, nil, nil, nil]
    let design = try StaggeredExample.design(starts: starts, stops: stops)
    func controls(_ afterEnd: CallawaySantAnna.AfterEnd) throws -> [Int] {
      let effects = try CallawaySantAnna(comparison: .notYetTreated, afterEnd: afterEnd).fit(design)
      return effects.cells.filter { $0.start == 4 }.map(\.controls)
    }
    // Periods 1…5 against the period before (from 4 on against 3); zone 0 has its programme in period 1 alone.
    #expect(try controls(.leftOut) == [2, 2, 2, 2, 2])
    #expect(try controls(.untreated) == [2, 2, 3, 3, 3])
  }
}
