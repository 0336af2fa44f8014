import Estimates
import Foundation
import Indicators

import Testing

@testable import Analyses

@Suite struct JoinpointRowsTests {
  private let options = AnalysisOptions(zones: [], seed: 3)

  /// Rates of 1000 persons that double their odds of bending: up to 2008 by 10 % a year, then down by 8 %.
  private func data() throws -> Dataset {
    let pairs = (0..<14).map { year -> (Double, Double)? in
      let events = 400 * pow(1.1, Double(min(year, 6))) * pow(0.92, Double(max(0, year - 6)))
      return ((events + (year % 3 == 1 ? 4 : -3)).rounded(), 1000)
    }
    var hidden = pairs
    hidden[3] = nil
    return try SampleDataset.dataset([
      try SampleDataset.shares([pairs, hidden], codes: ["A", "B"], first: 2002)
    ])
  }

  @Test func segmentsJoinsAndTestsHaveTheirTables() throws {
    let result = try Trend.run(try data(), methods: [.joinpoint, .joinpointPoisson], options: options)
    let rows = result.rows
    #expect(rows.count == 4 && rows.hasUniqueKeys)
    let main = rows.rows(where: ["zone": "A", "method": Method.joinpoint.rawValue])[0]
    let tables = Dictionary(uniqueKeysWithValues: result.tables.map { ($0.schema.table, $0) })
    let segments = try #require(tables["segments"])
    let parts = segments.rows(where: ["method": Method.joinpoint.rawValue])
    #expect(parts.map { segments[$0, "start"].string } == ["2002", "2008"])
    #expect(parts.map { segments[$0, "end"].string } == ["2008", "2015"])
    let changes = parts.compactMap { segments[$0, "apc"].double }
    #expect(abs(changes[0] - 10) < 0.5 && abs(changes[1] + 8) < 0.5)
    // AAPC of 6 and 7 years.
    let average = 100 * expm1((6 * log1p(changes[0] / 100) + 7 * log1p(changes[1] / 100)) / 13)
    #expect(agree(rows[main, "percent_per_year"].double, average, within: 1e-9))
    #expect(segments.rows(where: ["zone": "B"]).isEmpty)
    let joins = try #require(tables["joins"])
    let chosen = (0..<joins.count).filter { joins[$0, "chosen"] == .boolean(true) }
    #expect(chosen.allSatisfy { joins[$0, "joins"].double == 1 } && chosen.count == 2)
    let tests = try #require(tables["join_tests"])
    #expect(tests[0, "permutations"].double == 4499 && tests[0, "p_value"].double == 1.0 / 4500)
    for row in rows.rows(where: ["zone": "B"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "estimate"].double == nil)
    }
  }
}
