import Testing

@testable import Rates

@Suite struct PostStratificationTests {
  /// The cells' weights are the population, and within a cell they stay in proportion; a few ulp of one division.
  @Test func cellsAddUpToThePopulation() throws {
    let cells = zip(RakingTests.sex, RakingTests.age).map { $0 * 3 + $1 }
    let totals: [Double] = [150, 200, 170, 130, 230, 120]
    let margin = try PopulationMargin(
      variable: "sex*age", categories: (0..<6).map(String.init), totals: totals)
    let weights = try PostStratification.weights(base: RakingTests.base, cells: cells, margin: margin)
    for cell in 0..<6 {
      let rows = cells.indices.filter { cells[$0] == Int32(cell) }
      #expect(close(rows.reduce(0) { $0 + weights[$1] }, totals[cell], 1e-14))
      for row in rows {
        #expect(
          close(weights[row] / weights[rows[0]], RakingTests.base[row] / RakingTests.base[rows[0]], 1e-14))
      }
    }
  }
}
