import Analyses
import Estimates
import Indicators
import Testing
import Wording

@testable import Reports

@Suite struct TerminalTableTests {
  private func table(
    _ schema: ResultSchema, _ rows: [[String: ResultValue]], otherwise: Reason = .notApplicable
  )
    throws -> TerminalTable
  {
    var table = ResultTable(schema)
    for row in rows { table.append(row, otherwise: otherwise) }
    return TerminalTable(try SampleContent.protected(ResultSet(verb: schema.verb, tables: [table])))
  }

  private static let common: [String: ResultValue] = [
    "indicator": .text("andel"), "zone": .text("3909"), "zone_name": .text("Larvik"),
    "unit": .text("per cent"),
    "confidence": .number(0.95), "method": .text("proportion.wilson"), "diagnostics": .texts([]),
  ]

  private static func row(_ more: [String: ResultValue]) -> [String: ResultValue] {
    common.merging(more) { _, new in new }
  }

  @Test func levelsInNorwegian() throws {
    let lines = try table(
      Schemas.level,
      [
        Self.row([
          "period": .text("2019-2021"), "estimate": .number(14.23), "lower": .number(10.1),
          "upper": .number(14.8),
          "numerator": .number(1234), "denominator": .number(8671), "status": .text("observed"),
        ]),
        Self.row([
          "period": .text("2022"), "zone": .text("x"), "zone_name": .text("Løkka"),
          "status": .text("suppressed"),
          "reason": .text("suppressed"), "numerator": .none(.suppressed), "denominator": .none(.suppressed),
          "estimate": .none(.suppressed),
        ]),
      ]
    ).lines(width: 100)
    #expect(
      lines == [
        "andel (prosent)",
        "sone    periode     verdi      95 % KI  teller  nevner".replacing("95 %", with: "95\u{A0}%"),
        "Larvik  2019–2021  14,2 %  10,1–14,8 %   1 234   8 671".replacing("2 %", with: "2\u{A0}%")
          .replacing("8 %", with: "8\u{A0}%").replacing("1 234", with: "1\u{A0}234")
          .replacing("8 671", with: "8\u{A0}671"),
        "Løkka   2022            :                    :       :",
        ":  skjermet tall: bygger på for få til å vises", "uten tall: tallet er skjermet (1 rad)",
        "metode: Andel med Wilson-intervall (proportion.wilson)",
      ])
  }

  @Test func aRefusalIsExplainedInItsRow() throws {
    let lines = try table(
      Schemas.compare,
      [
        Self.row([
          "period": .text("2022"), "against": .text("rest"), "value": .number(12),
          "verdict": .text("not-compared"),
          "reason": .text("needs-numerator-and-denominator"),
        ])
      ], otherwise: .needsNumeratorAndDenominator
    ).lines(width: 140)
    #expect(lines.contains("sammenlignet med resten av kommunen"))
    #expect(
      lines.contains { $0.hasSuffix("kan ikke sammenlignes               trenger teller og nevner") },
      "\(lines)")
  }

  @Test func everyVerbFitsEveryReasonableWidthAndSaysWhatIsLeftOut() throws {
    let sample = SampleContent()
    for result in try sample.results() {
      for width in [80, 100, 140, 200] {
        let table = TerminalTable(result, catalogue: sample.catalogue, language: .nb)
        let lines = table.lines(width: width)
        let body = lines.prefix {
          !$0.hasPrefix("(uten") && !$0.hasPrefix("metode") && !$0.hasPrefix("uten tall")
        }
        .filter { !$0.hasPrefix(":") && !$0.hasPrefix(".") && !$0.hasPrefix("*") }
        #expect(body.allSatisfy { DisplayWidth.of($0) <= width }, "\(result.value.verb) at \(width)")
      }
    }
  }

  @Test func methodsAreToldApartByWhatOnlyOneHas() {
    let names = [
      "a": "Endring (Theil–Sen)", "b": "Endring (rett linje)", "c": "Knekk (Poisson)", "d": "Linje",
    ]
    #expect(VerbLayout.distinctEndings(names) == ["a": "Theil–Sen", "b": "rett linje", "c": "Poisson"])
    let twice = ["a": "Endring (Poisson)", "b": "Knekk (Poisson)", "c": "Endring (logistisk)"]
    #expect(VerbLayout.distinctEndings(twice) == ["c": "logistisk"])
  }

  @Test func aFigureOfUnknownKindKeepsItsDecimalsAndSaysWhatToDo() throws {
    var row = Self.row([
      "period": .text("2023"), "raw": .number(0.13), "estimate": .none(.notApplicable),
      "reason": .text("unknown-kind"),
    ])
    row["unit"] = .text("unknown")
    let lines = try table(Schemas.shrink, [row]).lines(width: 140)
    #expect(lines.contains { $0.contains("0,130") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("hjelp: ") && $0.contains("--unit prosent") })
  }

  @Test func standardisedRatesStandUnderTheirUnitAndWindowsAreWritten() throws {
    var row = Self.row([
      "period": .text("2019..2023"), "estimate": .number(2535), "unit": .text("per 100000"),
    ])
    row["unit"] = .text("per 100000")
    let lines = try table(Schemas.standardise, [row]).lines(width: 140)
    #expect(lines.contains { $0.contains("2019–2023") }, "\(lines)")
    #expect(!lines.contains { $0.contains("personår") })
    #expect(lines.first?.replacing("\u{A0}", with: " ") == "andel (per 100 000)")
  }

  @Test func aTableOfSeveralIndicatorsSaysPerHowMany() throws {
    var rate = Self.row(["period": .text("2023"), "estimate": .number(19), "status": .text("observed")])
    rate["indicator"] = .text("skadde")
    rate["unit"] = .text("per 10000")
    let share = Self.row(["period": .text("2023"), "estimate": .number(12), "status": .text("observed")])
    let lines = try table(Schemas.level, [share, rate]).lines(width: 140).map {
      $0.replacing("\u{A0}", with: " ")
    }
    #expect(
      lines.contains { $0.hasPrefix("skadde (per 10 000)") } && lines.contains { $0.hasPrefix("andel  ") })
  }

  @Test func aBreakdownGetsItsColumn() throws {
    let lines = try table(
      Schemas.level.split(by: ["sex"]),
      [
        Self.row([
          "sex": .text("Kvinner"), "period": .text("2022"), "estimate": .number(3),
          "status": .text("observed"),
        ])
      ]
    ).lines()
    #expect(lines[1].hasPrefix("sone    kjønn    periode"))
    #expect(lines[2].hasPrefix("Larvik  Kvinner  2022"))
  }

  @Test func anUnknownVerbShowsEveryColumnThatHasSomething() throws {
    let schema = ResultSchema(
      verb: "another",
      columns: [
        ResultColumn("zone", .text, "z"), ResultColumn("mdx", .number, "m"),
        ResultColumn("empty", .number, "e"),
        ResultColumn("ok", .boolean, "o"),
      ])
    let lines = try table(schema, [["zone": .text("A"), "mdx": .number(3.9), "ok": .boolean(true)]]).lines()
    #expect(lines == ["sone  mdx  ok", "A     3,9  ja"])
  }

  @Test func markdownHasTheSameCells() throws {
    let lines = try table(
      Schemas.level,
      [
        Self.row([
          "period": .text("2022"), "estimate": .number(3.25), "status": .text("observed-provisional"),
        ])
      ]
    ).markdown()
    #expect(lines[2] == "| sone | periode | verdi |")
    #expect(lines[4] == "| Larvik | 2022 | 3,3\u{A0}%\\* |")
  }

  @Test func hostileNamesAreHarmless() throws {
    let lines = try table(
      Schemas.level,
      [Self.row(["zone_name": .text("\u{1B}]0;x\u{7}"), "period": .text("2022"), "estimate": .number(3)])]
    ).lines()
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 })
  }
}
