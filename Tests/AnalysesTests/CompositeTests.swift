import Comparisons
import Estimates
import Indicators
import Scheduler
import Testing

@testable import Analyses

@Suite struct CompositeTests {
  static func panel(_ id: String, _ tops: [Double?], years: Int = 2023, kind: IndicatorKind = .proportion)
    throws
    -> Panel
  {
    try Panel(
      indicator: id, kind: kind, unit: .perCent, multiplier: 100,
      zones: tops.indices.map {
        Zone(code: "Z\($0 + 1)", name: "Sone \($0 + 1)", level: .livingConditionsZone)
      },
      periods: SampleDataset.years(years, 1), values: tops.map { $0 ?? .nan },
      numerators: tops.map { $0 ?? .nan },
      denominators: tops.map { _ in 100 }, statuses: tops.map { $0 == nil ? .suppressed : .observed })
  }

  static func dataset(_ panels: [Panel], direction: Direction = .lowerIsBetter) -> Dataset {
    Dataset(
      panels: panels, groups: [ZoneGroup(id: "one", definition: .union(["Z2"]))],
      catalogue: IndicatorCatalogue(
        panels.map {
          Indicator(
            id: $0.indicator, name: LocalisedText(nb: $0.indicator), kind: .proportion, unit: .perCent,
            multiplier: 100, direction: direction)
        }))
  }

  static let a: [Double?] = [5, 8, 9, 14, 12, 40]
  static let b: [Double?] = [3, 2, 8, 6, 9, 22]
  static let quick = CompositeOptions(draws: 70)

  @Test func theIndexIsTheSingleCall() throws {
    let data = Self.dataset([try Self.panel("a", Self.a), try Self.panel("b", Self.b)])
    let results = try Composite.run(data, composite: Self.quick, options: AnalysisOptions())
    let rows = results.rows
    let index = try CompositeIndex(
      [
        try CompositeComponent(id: "a", better: .lowerIsBetter, values: Self.a),
        try CompositeComponent(id: "b", better: .lowerIsBetter, values: Self.b),
      ], recipe: .meanZ)
    #expect(rows.count == 6 && rows.hasUniqueKeys)
    for row in 0..<6 {
      #expect(rows[row, "estimate"].double == index.values[row])
      #expect(rows[row, "rank"].double == index.ranks[row])
      let rank = try #require(rows[row, "rank"].double)
      #expect((rows[row, "rank_lower"].double ?? 99) <= rank && rank <= (rows[row, "rank_upper"].double ?? 0))
      #expect(rows[row, "zones"] == .integer(6))
    }
    #expect(rows[5, "worst_decile_share"].double == 1)
    let parts = try #require(results.tables.first { $0.schema.table == "components" })
    #expect(parts.count == 12 && parts[0, "weight"].double == 0.5 && parts[0, "component"].string == "a")
  }

  @Test func directionsMustBeDeclared() throws {
    let panels = [try Self.panel("a", Self.a), try Self.panel("b", Self.b)]
    let neutral = Self.dataset(panels, direction: .neutral)
    #expect(throws: AnalysisError.needsDirections(["a", "b"])) {
      try Composite.run(neutral, composite: Self.quick, options: AnalysisOptions())
    }
    var options = Self.quick
    options.directions = ["a": .lowerIsBetter]
    #expect(throws: AnalysisError.needsDirections(["b"])) {
      try Composite.run(neutral, composite: options, options: AnalysisOptions())
    }
    options.directions["b"] = .lowerIsBetter
    let stated = try Composite.run(neutral, composite: options, options: AnalysisOptions())
    let declared = try Composite.run(
      Self.dataset(panels), composite: Self.quick, options: AnalysisOptions())
    #expect(stated.rows == declared.rows)
    options.directions["c"] = .lowerIsBetter
    #expect(throws: AnalysisError.unknownIndicator("c", known: ["a", "b"])) {
      try Composite.run(neutral, composite: options, options: AnalysisOptions())
    }
  }

  @Test func aHiddenComponentRefusesTheZoneUnlessReweighted() throws {
    var hidden = Self.b
    hidden[2] = nil
    let data = Self.dataset([try Self.panel("a", Self.a), try Self.panel("b", hidden)])
    let strict = try Composite.run(data, composite: Self.quick, options: AnalysisOptions()).rows
    #expect(strict[2, "reason"].string == "suppressed" && strict[2, "estimate"].double == nil)
    #expect(strict[0, "zones"] == .integer(5))
    var options = Self.quick
    options.allowsMissing = true
    let lenient = try Composite.run(data, composite: options, options: AnalysisOptions()).rows
    #expect(lenient[2, "estimate"].double != nil)
    #expect(lenient[2, "diagnostics"] == .texts(["reweighted"]))
  }

  @Test func weightsByNameAndUnknownOnes() throws {
    let data = Self.dataset([try Self.panel("a", Self.a), try Self.panel("b", Self.b)])
    var options = Self.quick
    options.weights = ["a": 1]
    let rows = try Composite.run(data, composite: options, options: AnalysisOptions()).rows
    let scores = DirectionAlignedScores.scores(
      Self.a.compactMap { $0 }, better: .lowerIsBetter, by: .zScore)
    for row in 0..<6 { #expect(agree(rows[row, "estimate"].double, scores[row], within: 1e-13)) }
    options.weights = ["x": 1]
    #expect(throws: AnalysisError.unknownIndicator("x", known: ["a", "b"])) {
      try Composite.run(data, composite: options, options: AnalysisOptions())
    }
  }

  @Test func unlikePeriodsAreCombinedAndSaid() throws {
    let data = Self.dataset([try Self.panel("a", Self.a), try Self.panel("b", Self.b, years: 2021)])
    let results = try Composite.run(data, composite: Self.quick, options: AnalysisOptions())
    #expect(results.rows[0, "period"].string == "2023")
    #expect(results.rows[0, "diagnostics"] == .texts(["mixed-periods"]))
    #expect(results.tables[1][1, "component_period"].string == "2021")
  }

  @Test func threadsDoNotMatterAndGroupsOfOneAreTheirZone() throws {
    let data = Self.dataset([try Self.panel("a", Self.a), try Self.panel("b", Self.b)])
    let base = try Composite.run(data, composite: Self.quick, options: AnalysisOptions(threads: .single))
    #expect(
      try Composite.run(data, composite: Self.quick, options: AnalysisOptions(threads: ThreadLimit(3)))
        == base)
    let named = try Composite.run(
      data, composite: Self.quick, options: AnalysisOptions(zones: ["one", "Z6"])
    ).rows
    #expect(named.count == 2 && named[0, "zone"].string == "one")
    #expect(named[0, "estimate"] == base.rows[1, "estimate"])
  }

  /// One component is no index: every row is refused with the reason.
  @Test func oneComponentIsRefused() throws {
    let rows = try Composite.run(
      Self.dataset([try Self.panel("a", Self.a)]), composite: Self.quick, options: AnalysisOptions())
    #expect(rows.isRefused && rows.rows[0, "reason"].string == "too-few-points")
  }
}
