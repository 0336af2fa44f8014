import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct TrendMethodTests {
  private func rising(_ years: Int, hidden: [Int: ClosedRange<Double>] = [:]) throws -> Dataset {
    let up = (0..<years).map { year -> (Double, Double)? in
      let count = 10 + 3 * year + year % 2
      return hidden[year] == nil ? (Double(count), 200) : nil
    }
    let level = (0..<years).map { year -> (Double, Double)? in (Double(30 + (year * 7) % 5), 300) }
    let shares = try SampleDataset.shares([up, level], codes: ["A", "B"], first: 2010)
    guard !hidden.isEmpty else { return try SampleDataset.dataset([shares]) }
    var denominators = try #require(shares.denominators)
    for place in hidden.keys { denominators[place] = 200 }
    return try SampleDataset.dataset([
      try Panel(
        indicator: shares.indicator, kind: shares.kind, unit: shares.unit, multiplier: shares.multiplier,
        zones: shares.zones, periods: shares.periods, values: shares.values, numerators: shares.numerators,
        denominators: denominators, statuses: shares.statuses, bounds: hidden)
    ])
  }

  @Test func wordsAreFoundAndOthersSayWhatIsNear() throws {
    #expect(try TrendMethod.named([]).map(\.word) == ["theil-sen", "line"])
    #expect(try TrendMethod.named(["Pettitt,snht", "pettitt"]).map(\.word) == ["pettitt", "snht"])
    #expect(try TrendMethod.named(["trend.hamed-rao"]).map(\.word) == ["hamed-rao"])
    let words = TrendMethod.all.map(\.word)
    #expect(Set(words).count == words.count)
    #expect(Set(TrendMethod.all.map(\.method)).count == words.count)
    do throws(AnalysisError) {
      _ = try TrendMethod.named(["pettit"])
      Issue.record("no error")
    } catch {
      #expect(error.code == "unknown-choice" && error.arguments["nearest"] == "pettitt")
      #expect(error.kind == .usage && error.arguments["option"] == "--method")
    }
    #expect(throws: AnalysisError.self) { try WindowHandling.named("disjunct") }
    #expect(throws: AnalysisError.self) { try BreakHandling.named("cut") }
  }

  /// Every method gives a row a zone, with its card, or a reason; the rising zone is found by all that test.
  @Test func everyMethodAnswersOrSaysWhy() throws {
    let data = try rising(16)
    let result = try Trend.run(data, methods: TrendMethod.all, options: AnalysisOptions())
    let rows = result.rows
    #expect(rows.count == 2 * TrendMethod.all.count && rows.hasUniqueKeys)
    let cards = Set(MethodCards.all.map(\.method.rawValue))
    for row in rows.rows(where: ["zone": "A"]) {
      let method = rows[row, "method"].string ?? ""
      #expect(cards.contains(method), "\(method)")
      switch method {
      case "trend.seasonal", "trend.seasonal-correlated":
        #expect(rows[row, "reason"].string == "no-seasons")
      case "trend.recent-shares":
        // 1.5 per cent a year of 200 persons: χ² = 2.4, and the rule wants 9.55.
        #expect(rows[row, "direction"].string == "no-clear-change")
      case "trend.siegel":
        #expect(rows[row, "direction"].string == "not-computable")
        #expect((rows[row, "slope"].double ?? 0) > 1)
      default:
        #expect(rows[row, "direction"].string == "increasing", "\(method)")
        #expect(rows[row, "better"].string == "worse", "\(method)")
        #expect(rows[row, "estimate"].double != nil, "\(method)")
      }
    }
    let points = try #require(result.tables.first { $0.schema.table == "change_points" })
    #expect(points.count == 6)
    let pettitt = rows.rows(where: ["zone": "A", "method": "change.pettitt"])
    #expect(rows[pettitt[0], "change_period"].string == "2018")
    #expect(points[0, "zone"].string == "A" && points[0, "first_after"].string == "2018")
  }

  /// χ² of 200 persons a year, the last five points of which 40, 44, 46, 50, 52 have the trait.
  @Test func recentTrendTakesTheLastFiveYears() throws {
    let rows = try Trend.run(try rising(16), methods: [.recent], options: AnalysisOptions()).rows
    #expect(rows[0, "n"].double == 5 && rows[0, "first_period"].string == "2021")
    #expect(rows[0, "method"].string == "trend.recent-shares")
    // Σ(r − r̄)(t − 3)/Σn(t − 3)², in per cent: the counts 44, 46, 50, 52, 56 have the slope 3 of 200.
    #expect(agree(rows[0, "estimate"].double, 1.5, within: 1e-12))
    let short = try Trend.run(try rising(4), methods: [.recent], options: AnalysisOptions()).rows
    #expect(short[0, "reason"].string == "too-few-points")
  }

  @Test func fewPointsCannotReachTheLevel() throws {
    for years in [3, 4] {
      let rows = try Trend.run(try rising(years), options: AnalysisOptions()).rows
      #expect(rows[0, "reason"].string == "cannot-reach-level" && rows[0, "estimate"].double == nil)
      #expect(rows[1, "reason"].string == "too-few-points")
    }
    let rows = try Trend.run(try rising(5), options: AnalysisOptions()).rows
    #expect(agree(rows[0, "p_floor"].double, 1 / 60.0, within: 1e-15))
    #expect(rows[0, "direction"].string == "increasing")
  }

  /// What is hidden is one of 1 … 4: the zone rises whatever it is, and the row says within what bounds.
  @Test func hiddenCellsWithBoundsHaveBounds() throws {
    let rows = try Trend.run(try rising(8, hidden: [0: 1...4, 2: 1...4]), options: AnalysisOptions()).rows
    for row in rows.rows(where: ["zone": "A"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "estimate"].double == nil)
      #expect(rows[row, "p_value"].double == nil && rows[row, "n"].double == 8)
      #expect(rows[row, "direction"].string == "increasing" && rows[row, "better"].string == "worse")
      let (low, high) = (rows[row, "slope_lower_bound"].double, rows[row, "slope_upper_bound"].double)
      // Sen's median may stay whatever the lowest years are; a line follows them.
      #expect((low ?? 9) <= (high ?? 0) && (low ?? 0) > 1)
      if rows[row, "method"].string == "regression.line" { #expect(low != high) }
      #expect((rows[row, "p_upper_bound"].double ?? 1) <= 0.05)
    }
    for row in rows.rows(where: ["zone": "B"]) {
      #expect(rows[row, "estimate"].double != nil && rows[row, "slope_lower_bound"].double == nil)
    }
    // Hidden last years could be anything between a fall and a level: no verdict.
    let unsure = try Trend.run(
      try rising(6, hidden: [0: 1...40, 5: 1...40, 4: 1...40]), options: AnalysisOptions()
    ).rows
    #expect(unsure[0, "direction"].string == "no-clear-change" && unsure[0, "better"].string == nil)
  }

  @Test func detectableChangeAndNeighbours() throws {
    let rows = try Trend.run(try rising(16), options: AnalysisOptions()).rows
    for row in 0..<rows.count {
      let change = try #require(rows[row, "mdc"].double)
      let people = try #require(rows[row, "mdc_people"].double)
      // Per cent of the last 200 (or 300) persons.
      let denominator = rows[row, "zone"].string == "A" ? 200.0 : 300
      #expect(agree(people, change / 100 * denominator, within: 1e-12 * people))
      #expect(change > 0.05 && change < 2)
      #expect(rows[row, "autocorrelation"].double != nil)
    }
    // A line sees a little less than Mann–Kendall's test needs.
    #expect((rows[1, "mdc"].double ?? 9) < (rows[0, "mdc"].double ?? 0))
  }

  @Test func yearsThatAreAlikeAreFlagged() throws {
    let slow = (0..<24).map { year -> (Double, Double)? in
      let swing = year / 6 % 2 == 0 ? 20 : -20
      return (Double(100 + swing + year % 3), 1000)
    }
    let data = try SampleDataset.dataset([try SampleDataset.shares([slow], codes: ["A"], first: 2000)])
    let rows = try Trend.run(data, options: AnalysisOptions()).rows
    for row in 0..<2 {
      guard case .texts(let diagnostics) = rows[row, "diagnostics"] else { continue }
      #expect(diagnostics.contains("autocorrelated"))
      #expect((rows[row, "autocorrelation"].double ?? 0) > 0.4)
    }
  }
}
