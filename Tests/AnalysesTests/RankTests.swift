import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct RankTests {
  private static let counts = [
    (12.0, 200.0), (30, 310), (45, 350), (8, 150), (60, 480), (22, 260), (90, 520), (15, 210), (33, 300),
    (70, 450),
  ]

  /// Ten zones of one level and the kommune above them.
  private func dataset(hiding hidden: Int? = nil, kind: IndicatorKind = .proportion) throws -> Dataset {
    var zones = [Zone(code: "K", name: "Larvik", level: .municipality)]
    zones += Self.counts.indices.map {
      Zone(code: "z\($0)", name: "Sone \($0)", level: .livingConditionsZone)
    }
    let cells: [(Double, Double)?] =
      [(385, 3230)] + Self.counts.enumerated().map { $0.offset == hidden ? nil : $0.element }
    let panel = try Panel(
      indicator: "share", kind: kind, unit: .perCent, multiplier: kind == .count ? 1 : 100, zones: zones,
      periods: SampleDataset.years(2024, 1),
      values: cells.map { $0.map { kind == .count ? $0.0 : 100 * $0.0 / $0.1 } ?? .nan },
      numerators: cells.map { $0?.0 ?? .nan }, denominators: cells.map { $0?.1 ?? .nan },
      statuses: cells.map { $0 == nil ? .suppressed : .observed })
    return Dataset(
      panels: [panel],
      catalogue: IndicatorCatalogue([
        Indicator(
          id: "share", name: LocalisedText(nb: "Andel"), kind: kind, unit: .perCent, multiplier: 100,
          direction: .lowerIsBetter)
      ]))
  }

  @Test func aLevelWithoutZonesIsRefusedWithThoseThereAre() throws {
    #expect(
      throws: AnalysisError.unknownChoice(
        option: "--level", name: "kommune",
        known: [ZoneLevel.livingConditionsZone, .municipality].map(\.rawValue).sorted())
    ) {
      try Rank.run(
        try dataset(), Rank.Choice(level: ZoneLevel(rawValue: "kommune")), options: AnalysisOptions())
    }
  }

  // Ranks, φ and τ² are those of the kernels' vectors (numpy and scipy 1.17.1).
  @Test func ranksTheZonesOfOneLevel() throws {
    let rows = try Rank.run(try dataset(), options: AnalysisOptions()).rows
    #expect(rows.count == 10)
    let expected = [9, 6, 3, 10, 4, 7, 1, 8, 5, 2]
    for (row, rank) in expected.enumerated() { #expect(rows[row, "rank"].double == Double(rank)) }
    #expect(rows[6, "rank_lower"].double == 1 && rows[6, "rank_upper"].double == 5)
    #expect(rows[6, "estimate"].double == 1 && rows[6, "n"].double == 10)
    #expect(agree(rows[0, "overdispersion"].double, 4.925442080871924, within: 1e-12))
    #expect(
      agree(rows[0, "between_deviation"].double, 100 * 0.0014762591276597404.squareRoot(), within: 1e-12))
    #expect(agree(rows[0, "average"].double, 11.919504643962849, within: 1e-12))
    #expect(rows[6, "funnel_label"].string == "high-99.8")
    #expect(rows[6, "funnel_label_adjusted"].string != "high-99.8")
    #expect(rows[6, "quantile"].double == 1 && rows[3, "quantile"].double == 5)
    #expect(rows[0, "diagnostics"] == .texts(["zones-overdispersed"]))
    // Two of ten are in the worst fifth in every draw.
    let total = (0..<10).compactMap { rows[$0, "p_worst_fifth"].double }.reduce(0, +)
    #expect(agree(total, 2, within: 1e-9))
    #expect(try #require(rows[6, "p_worst_fifth"].double) > 0.9)
    #expect(rows.hasUniqueKeys)
  }

  @Test func aZoneIsRankedAmongAllAndHigherIsBetterTurnsTheOrder() throws {
    var data = try dataset()
    let one = try Rank.run(data, options: AnalysisOptions(zones: ["z6"])).rows
    #expect(one.count == 1 && one[0, "rank"].double == 1 && one[0, "n"].double == 10)
    data.catalogue = IndicatorCatalogue()
    let other = try Rank.run(data, options: AnalysisOptions(zones: ["z6"], direction: .higherIsBetter)).rows
    #expect(other[0, "rank"].double == 10)
    let whole = try Rank.run(data, Rank.Choice(level: .municipality), options: AnalysisOptions()).rows
    #expect(whole.count == 1 && whole[0, "quantile"].double == nil)
  }

  @Test func hiddenZonesKeepTheirRowAndCountsAreRefused() throws {
    let rows = try Rank.run(try dataset(hiding: 6), options: AnalysisOptions()).rows
    #expect(rows[6, "reason"].string == "suppressed" && rows[6, "value"].double == nil)
    #expect(rows[9, "rank"].double == 1 && rows[9, "n"].double == 9)
    #expect(rows[9, "p_worst_tenth"].reason == .tooFewPoints)
    guard case .texts(let ids) = rows[9, "diagnostics"] else { return #expect(Bool(false)) }
    #expect(ids.contains("zones-not-ranked"))
    #expect(try Rank.run(try dataset(kind: .count), options: AnalysisOptions()).isRefused)
  }

  @Test func bareSharesHaveAPlaceAndNoInterval() throws {
    let zones = (0..<6).map { Zone(code: "z\($0)", level: .livingConditionsZone) }
    let panel = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100, zones: zones,
      periods: SampleDataset.years(2024, 1), values: [1, 5, 3, 3, 9, 2],
      statuses: Array(repeating: .observed, count: 6))
    let rows = try Rank.run(Dataset(panels: [panel]), options: AnalysisOptions()).rows
    #expect(rows[4, "rank"].double == 1 && rows[2, "rank"] == rows[3, "rank"])
    #expect(rows[4, "lower"].double == nil && rows[4, "method"].string == "rank.as-reported")
  }

  @Test func theFunnelRunsFromTheSmallestZoneToTheLargest() throws {
    let result = try Rank.run(try dataset(), options: AnalysisOptions())
    let curve = try #require(result.tables.last)
    #expect(
      curve.count == 100 && curve[0, "denominator"].double == 150 && curve[99, "denominator"].double == 520)
    // The curve at the largest zone's size is that zone's limits.
    #expect(curve[99, "funnel_upper"] == result.rows[6, "funnel_upper"])
    #expect(curve[99, "funnel_lower_outer"] == result.rows[6, "funnel_lower_outer"])
  }
}
