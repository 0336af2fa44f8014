import Estimates
import Indicators
import Testing

@testable import Wording

/// The layout is the command's contract: error, because with the place behind, hint, more; the labels aligned.
@Suite struct ErrorWordingTests {
  @Test func theLayoutOfTheContract() {
    let error = StatisticsError.numeratorExceedsDenominator(numerator: 412, denominator: 401)
    let arguments = error.arguments.merging([
      "zone": "Torstrand", "period": "2021", "swapped": "3", "rows": "96", "file": "lavinntekt.csv",
    ]) { one, _ in one }
    let text = Wording.error(
      code: error.code, kind: error.kind, arguments: arguments,
      place: Place(file: "lavinntekt.csv", row: 118), language: .nb)
    #expect(
      text.text == """
        feil: andelen for «Torstrand, 2021» er over 100 %
          fordi: teller 412 er større enn nevner 401   (lavinntekt.csv, rad 118)
          hjelp: teller og nevner ser byttet ut i 3 av 96 rader; kjør `levekar check lavinntekt.csv`
          mer:   levekar explain share-above-one
        """)
  }

  @Test func theSameInEnglishFromTheErrorAlone() {
    let text = Wording.error(
      StatisticsError.numeratorExceedsDenominator(numerator: 412, denominator: 401), language: .en)
    #expect(
      text.text == """
        error: the share is above 100 %
          because: numerator 412 is larger than denominator 401
          hint:    numerator and denominator look swapped; run `levekar check`
          more:    levekar explain share-above-one
        """)
  }

  static let indicatorsErrors: [IndicatorsError] =
    [
      .emptyZoneCode(position: 3), .duplicateZone(code: "3909", validFrom: "2024-01-01"),
      .unknownParent(zone: "39090300", parent: "3999"), .circularZones(code: "3909"),
      .unknownMember(group: "torstrand", member: "390900001"), .circularGroup(id: "larvik"),
      .overlappingMembers(group: "larvik", code: "3909"), .wrongShape(what: "values", expected: 4, found: 3),
      .duplicateKey(zone: "3909", period: "2021", stratum: "", rows: "4, 9"),
      .statusMismatch(zone: "3909", period: "2021"), .duplicateAxisValue(axis: "zone", value: "3909"),
      .axesDiffer(indicator: "neet"), .unorderedPeriods(earlier: "2021", later: "2022"),
      .tooSparse(cells: 1_000_000, records: 12), .badNeighbour(zone: "1", neighbour: "2"),
      .unknownMeasure(name: "andl", known: ["andel", "antall"]),
      .ambiguousMeasure(known: ["andel", "antall"]),
    ]
    + [Reason.noZoneDimension, .noTimeDimension, .noFigures].map { .notAnalysable($0, file: "tabell.json") }

  static let statisticsErrors: [StatisticsError] = [
    .emptyDenominator(0), .negativeCount(-2), .numeratorExceedsDenominator(numerator: 412, denominator: 401),
    .tooFewObservations(needed: 4, found: 2), .notFinite(what: "value"), .unequalLengths("x", 3, 4),
    .noVariationInTime, .suppressedInput(count: 2), .overlappingPeriods,
    .parameter(name: "confidence", value: 2),
  ]

  static let all: [any LevekarError] = indicatorsErrors + statisticsErrors

  @Test(arguments: Language.allCases)
  func everyCodeHasWordsThatUseOnlyTheErrorsOwnArguments(language: Language) {
    let known = Set(Wording.knownErrorCodes)
    for error in Self.all {
      #expect(known.contains(error.code), "\(error.code) has no words")
      let text = Wording.error(error, language: language)
      #expect(!text.text.contains("…"), "\(error.code) needs an argument it does not have: \(text.text)")
      #expect(!text.text.contains { "{}[]".contains($0) }, "\(error.code): \(text.text)")
      #expect(!text.because.isEmpty)
    }
  }

  @Test func everyEntryIsWellFormed() {
    for (code, entry) in Wording.errorEntries {
      for language in Language.allCases {
        for part in [entry.headline, entry.because, entry.hint].compactMap(\.self) {
          let text = part(language)
          #expect(text.count { $0 == "[" } == text.count { $0 == "]" }, "\(code): \(text)")
          #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(code): \(text)")
          #expect(!text.hasSuffix("."), "\(code): \(text)")
        }
        #expect(entry.headline.en != nil && entry.because.en != nil)
      }
    }
  }

  @Test func anUnknownNameGetsTheNearestKnownOne() {
    let text = Wording.error(IndicatorsError.unknownMeasure(name: "andl", known: ["antall", "andel"]))
    #expect(text.hint == "mente du «andel»? velg med `--measure NAVN`")
    let far = Wording.error(IndicatorsError.unknownMeasure(name: "zzzz", known: ["antall", "andel"]))
    #expect(far.hint == "velg med `--measure NAVN`")
  }

  @Test func aLongListOfNamesIsCut() {
    let names = (1...30).map { "m\($0)" }
    #expect(
      Wording.error(IndicatorsError.ambiguousMeasure(known: names)).because
        == "velg mellom: m1, m2, m3, m4, m5, m6, m7, m8 og 22 til")
  }

  struct NewError: LevekarError {
    let code = "brand-new"
    let kind = ErrorKind.badData
    let arguments = ["b": "2", "a": "1\u{1B}[31m"]
    var place: Place? { Place(row: 7, column: "teller") }
  }

  @Test func aCodeWithoutWordsGetsAnHonestGeneralText() {
    #expect(
      Wording.error(NewError()).lines == [
        "feil: dataene er ikke slik de skal være",
        "  fordi: brand-new: a = 1 [31m, b = 2   (rad 7, kolonne «teller»)",
        "  mer:   levekar explain brand-new",
      ])
  }

  @Test func everyKindHasAGeneralText() {
    for kind in ErrorKind.allCases {
      for language in Language.allCases {
        #expect(!Wording.error(code: "x", kind: kind, language: language).headline.isEmpty)
      }
    }
  }
}
