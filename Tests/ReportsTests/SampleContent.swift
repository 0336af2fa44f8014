import Analyses
import Disclosure
import Estimates
import Indicators
import Wording

@testable import Reports

/// Constructed results of the shapes the verbs return, for looking at what reports make of them. The numbers mean
/// nothing; a small generator makes them wobble.
struct SampleContent {
  var name = "Torstrand"
  var indicatorName = "Personer i lavinntekt (EU-60)"
  var language = Language.nb

  static func protected(_ result: ResultSet) throws -> Protected<ResultSet> {
    try PanelProtection.protect([], in: nil) { _ in .none }.panels.map { _ in result }
  }

  static let programme = Programme(
    id: "torstrand",
    name: LocalisedText(nb: "Områdesatsing Torstrand 2024–2028", en: "Torstrand area programme 2024–2028"),
    treated: [TreatedZone(zone: "torstrand", start: 2024, stop: 2028)],
    groups: [
      ZoneGroup(id: "torstrand", name: LocalisedText(nb: "Torstrand"), definition: .union(["3909000014"])),
      ZoneGroup(
        id: "resten-av-larvik",
        name: LocalisedText(nb: "resten av Larvik", en: "the rest of Larvik"),
        definition: .difference(whole: "3909", minus: "torstrand")),
    ],
    against: "resten-av-larvik", baseline: Period(years: 2019...2023),
    goals: [
      Goal(
        id: "living-conditions",
        name: LocalisedText(nb: "Levekår og folkehelse", en: "Living conditions and public health"),
        keyIndicators: ["low-income"]),
      Goal(id: "neighbourhood", name: LocalisedText(nb: "Bydelsutvikling og nærmiljø", en: "Neighbourhood")),
    ])

  var catalogue: IndicatorCatalogue {
    IndicatorCatalogue([
      Indicator(
        id: "neet",
        name: LocalisedText(nb: "Unge utenfor arbeid og utdanning (NEET)", en: "Young outside work"),
        kind: .proportion, goal: "living-conditions", unit: .perCent, multiplier: 100,
        direction: .lowerIsBetter,
        numerator: FigureReference(source: "ssb-07459"), isConstructed: true),
      Indicator(
        id: "low-income", name: LocalisedText(nb: indicatorName, en: "Persons in low income"),
        kind: .proportion,
        goal: "living-conditions", unit: .perCent, multiplier: 100, direction: .lowerIsBetter,
        numerator: FigureReference(source: "ssb-06947"), denominator: FigureReference(source: "ssb-07459"),
        breaks: [
          SeriesBreak(
            period: period("2015"), reason: LocalisedText(nb: "ny registerkilde", en: "new register"))
        ],
        about: LocalisedText(nb: "Andel personer i husholdninger med inntekt under 60 prosent av medianen.")),
      Indicator(
        id: "child-welfare", name: LocalisedText(nb: "Barn i barneverntiltak"), kind: .proportion,
        goal: "living-conditions", unit: .perCent, direction: .lowerIsBetter, isConstructed: true),
      Indicator(
        id: "population", name: LocalisedText(nb: "Folkemengde"), kind: .count, goal: "neighbourhood",
        unit: .persons, numerator: FigureReference(source: "ssb-07459")),
      Indicator(
        id: "crime", name: LocalisedText(nb: "Anmeldte lovbrudd"), kind: .rate,
        unit: Unit(rawValue: "per 1000"),
        multiplier: 1000, direction: .lowerIsBetter, windowYears: 3, isConstructed: true),
    ])
  }

  private func period(_ text: String) -> Period {
    Period(text) ?? Period(unit: .year, year: 1, index: 1) ?? fallback
  }
  private var fallback: Period { preconditionFailure("no such period") }

  /// (id, base level of Torstrand, of the rest, trend per year, half width, unit, windows)
  private static let shapes:
    [(id: String, zone: Double, rest: Double, slope: Double, half: Double, unit: String, window: Int)] = [
      ("low-income", 12.2, 9.1, 0.12, 1.5, "per cent", 1), ("neet", 10.4, 9.4, 0.02, 2.3, "per cent", 1),
      ("child-welfare", 3.4, 2.1, 0, 1.6, "per cent", 1), ("population", 2172, 41934, 26, 0, "persons", 1),
      ("crime", 71, 44, -1.1, 9, "per 1000", 3),
    ]

  private static func wobble(_ seed: Int) -> Double {
    let mixed = (seed &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
    return Double((mixed >> 8) % 1000) / 500 - 1
  }

  private static func isHidden(_ id: String, _ year: Int) -> Bool {
    id == "child-welfare" && [2011, 2012, 2019, 2025].contains(year)
  }

  private static func code(_ year: Int, _ window: Int) -> String {
    window == 1 ? "\(year)" : "\(year - window + 1)-\(year)"
  }

  private func value(_ shape: Int, _ year: Int, zone: Int) -> Double {
    let one = Self.shapes[shape]
    let base = zone == 0 ? one.zone : zone == 1 ? one.rest : one.rest * (0.75 + 0.06 * Double(zone))
    let size = one.unit == "persons" ? 30 : one.half * (zone == 0 ? 0.7 : 0.15)
    let slope = one.slope * (one.unit == "persons" && zone == 1 ? 8 : 1)
    return max(
      0.1, base + slope * Double(year - 2008) + size * Self.wobble(year * 31 + zone * 977 + shape * 7))
  }

  private func level() throws -> Protected<ResultSet> {
    var table = ResultTable(Schemas.level)
    let zones =
      [("torstrand", name), ("resten-av-larvik", "resten av Larvik")]
      + (2...9).map { ("39090000\($0 + 10)", "Sone \($0)") }
    for (index, shape) in Self.shapes.enumerated() {
      for (number, zone) in zones.enumerated() where number < 2 || index < 3 {
        for year in 2008...2025 {
          var row: [String: ResultValue] = [
            "indicator": .text(shape.id), "zone": .text(zone.0), "zone_name": .text(zone.1),
            "period": .text(Self.code(year, shape.window)), "unit": .text(shape.unit),
            "confidence": .number(0.95),
            "diagnostics": .texts([]), "method": .text("proportion.wilson"),
          ]
          if Self.isHidden(shape.id, year), number == 0 {
            row["status"] = .text("suppressed")
            row["reason"] = .text("suppressed")
            table.append(row, otherwise: .suppressed)
            continue
          }
          let value = value(index, year, zone: number)
          row["estimate"] = .number(value)
          if shape.half > 0 {
            let half = shape.half * (number == 1 ? 0.2 : 1)
            row["lower"] = .number(max(0, value - half))
            row["upper"] = .number(value + half)
          }
          row["status"] = .text(year == 2025 ? "observed-provisional" : "observed")
          table.append(row, otherwise: .noIntervalForKind)
        }
      }
    }
    return try Self.protected(ResultSet(verb: "level", tables: [table]))
  }

  private func compare() throws -> Protected<ResultSet> {
    var table = ResultTable(Schemas.compare)
    for (index, shape) in Self.shapes.enumerated() {
      for year in 2008...2025 {
        var row: [String: ResultValue] = [
          "indicator": .text(shape.id), "zone": .text("torstrand"), "zone_name": .text(name),
          "period": .text(Self.code(year, shape.window)), "unit": .text(shape.unit),
          "confidence": .number(0.95),
          "against": .text("resten-av-larvik"), "against_name": .text("resten av Larvik"),
          "diagnostics": .texts([]), "method": .text("difference.newcombe"),
        ]
        let rest = value(index, year, zone: 1)
        row["comparator_value"] = .number(rest)
        if Self.isHidden(shape.id, year) {
          row["reason"] = .text("suppressed")
          row["verdict"] = .text("not-compared")
          table.append(row, otherwise: .suppressed)
          continue
        }
        let own = value(index, year, zone: 0)
        row["value"] = .number(own)
        guard shape.unit != "persons" else {
          row["verdict"] = .text("not-compared")
          row["reason"] = .text("no-interval-for-kind")
          table.append(row, otherwise: .noIntervalForKind)
          continue
        }
        let half = shape.half * 1.05
        row["estimate"] = .number(own - rest)
        row["lower"] = .number(own - rest - half)
        row["upper"] = .number(own - rest + half)
        row["p_adjusted"] = .number(own - rest > half ? 0.0001 : 0.21)
        row["verdict"] = .text(own - rest - half > 0 ? "worse" : own - rest + half < 0 ? "better" : "similar")
        table.append(row)
      }
    }
    return try Self.protected(ResultSet(verb: "compare", tables: [table]))
  }

  private func trend() throws -> Protected<ResultSet> {
    var table = ResultTable(Schemas.trend)
    let kinds = [
      ("increasing", "worse"), ("no-clear-change", nil), ("not-computable", nil), ("increasing", "neutral"),
      ("not-computable", nil),
    ]
    for (shape, kind) in zip(Self.shapes, kinds) {
      var row: [String: ResultValue] = [
        "indicator": .text(shape.id), "zone": .text("torstrand"), "zone_name": .text(name),
        "first_period": .text(Self.code(2008, shape.window)),
        "last_period": .text(Self.code(2025, shape.window)),
        "unit": .text(shape.unit), "confidence": .number(0.95), "direction": .text(kind.0),
        "method": .text("trend.theil-sen"),
        "diagnostics": .texts(shape.id == "neet" ? ["small-numerator"] : []),
      ]
      if let better = kind.1 { row["better"] = .text(better) }
      if kind.0 == "not-computable" {
        row["reason"] = .text(shape.window > 1 ? "overlapping-periods" : "suppressed")
        table.append(row, otherwise: shape.window > 1 ? .overlappingPeriods : .suppressed)
      } else {
        row["estimate"] = .number(shape.slope)
        row["lower"] = .number(shape.slope - 0.09)
        row["upper"] = .number(shape.slope + 0.11)
        row["slope"] = .number(shape.slope)
        row["slope_lower"] = .number(shape.slope - 0.09)
        row["slope_upper"] = .number(shape.slope + 0.11)
        row["p_adjusted"] = .number(0.0132)
        table.append(row)
      }
    }
    return try Self.protected(ResultSet(verb: "trend", tables: [table]))
  }

  private func baseline() throws -> Protected<ResultSet> {
    var table = ResultTable(Schemas.baseline)
    table.append(
      [
        "indicator": .text("low-income"), "zone": .text("torstrand"), "zone_name": .text(name),
        "window": .text("2019..2023"), "estimate": .number(13.4), "lower": .number(12.8),
        "upper": .number(14.1),
        "confidence": .number(0.95), "unit": .text("per cent"), "method": .text("proportion.wilson"),
        "against": .text("resten-av-larvik"), "comparator_estimate": .number(9.4), "difference": .number(4),
        "difference_lower": .number(3.3), "difference_upper": .number(4.7), "diagnostics": .texts([]),
      ])
    return try Self.protected(ResultSet(verb: "baseline", tables: [table]))
  }

  func content() throws -> OverviewContent {
    OverviewContent(
      programme: Self.programme, catalogue: catalogue,
      sources: [
        DataSource(
          id: "ssb-07459", kind: .pxweb2, attribution: "Kilde: Statistisk sentralbyrå, tabell 07459")
      ], level: try level(), compare: try compare(), trend: try trend(), baseline: try baseline(),
      contextZones: (2...9).map { "39090000\($0 + 10)" },
      edition: Edition(
        version: 3, sources: 9, added: 2, revised: 14, withdrawn: 0, errors: 0, notes: 3,
        updated: CalendarDay("2026-03-12")), language: language)
  }

  func results() throws -> [Protected<ResultSet>] {
    [try level(), try compare(), try trend(), try baseline()]
  }
}
