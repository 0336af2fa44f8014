import TestSupport
import Testing

@testable import Indicators

@Suite struct PanelCellsTests {
  /// The rule, cell by cell.
  private func plainly(
    _ values: [Double], _ numerators: [Double]?, _ denominators: [Double]?, _ statuses: [CellStatus]
  ) -> Int? {
    statuses.indices.first { cell in
      let observed = statuses[cell].isObserved
      let top = numerators?[cell]
      let bottom = denominators?[cell]
      if observed {
        return !values[cell].isFinite || top.map { !$0.isFinite } ?? false
          || bottom.map { !$0.isFinite } ?? false
      }
      return !values[cell].isNaN || top.map { !$0.isNaN } ?? false || bottom.map { $0.isInfinite } ?? false
    }
  }

  @Test func blocksAgreeWithTheRuleCellByCell() {
    var generator = SeededGenerator(seed: 5)
    let odd: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude]
    for round in 0..<400 {
      let count = Int.random(in: 0...130, using: &generator)
      var statuses: [CellStatus] = []
      var columns: [[Double]] = [[], [], []]
      for _ in 0..<count {
        let observed = Int.random(in: 0..<10, using: &generator) > 0
        statuses.append(observed ? .observed : .suppressed)
        for column in 0..<3 {
          columns[column].append(observed ? Double.random(in: -5...5, using: &generator) : .nan)
        }
      }
      // Half of the rounds have one cell that may break the rule.
      if count > 0, round % 2 == 0 {
        let cell = Int.random(in: 0..<count, using: &generator)
        columns[Int.random(in: 0..<3, using: &generator)][cell] = odd.randomElement(using: &generator) ?? .nan
      }
      let parts = round % 3 == 0
      let found = PanelCells.firstMismatch(
        values: columns[0], numerators: parts ? nil : columns[1], denominators: parts ? nil : columns[2],
        statuses: statuses)
      #expect(found == plainly(columns[0], parts ? nil : columns[1], parts ? nil : columns[2], statuses))
    }
  }
}
