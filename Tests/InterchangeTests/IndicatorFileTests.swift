import Indicators
import Testing

@testable import Interchange

@Suite("Indicator file")
struct IndicatorFileTests {
  private func read(_ text: String) throws -> IndicatorCatalogue {
    try IndicatorFile.read(Array(("schema: levekar.indicators/1\nindicators:\n" + text).utf8))
  }

  @Test("Every key is read")
  func full() throws {
    let catalogue = try read(
      """
        - id: low-income
          name: {nb: Lavinntekt, en: Low income}
          theme: levekår
          goal: living
          role: process
          kind: proportion
          unit: per cent
          numerator: {source: ssb-06947, measure: persons, filter: {threshold: eu60}}
          denominator: {source: ssb-07459, population: january}
          multiplier: 100
          direction: lower-is-better
          window: {years: 3, published-windows: true}
          strata: [sex]
          standardise: direct(esp2013)
          aggregate: population-weighted
          suppress: {numerator-below: 5, complement-below: 4, denominator-below: 10, series: {hidden-share: 0.2, weak-share: 0.5, weak-below: 7}, zeros: show}
          breaks: [{period: 2021, reason: {nb: ny kilde}}, {period: 2022K3}]
          valid-range: [0, 100]
          description: {nb: "Andel"}
          constructed: true
      """)
    let rule = SuppressionRule(
      numeratorBelow: 5, complementBelow: 4, denominatorBelow: 10, hidesZeros: false, seriesHiddenShare: 0.2,
      seriesWeakShare: 0.5, seriesWeakBelow: 7)
    let breaks = [
      SeriesBreak(period: try #require(Period(year: 2021)), reason: LocalisedText(nb: "ny kilde")),
      SeriesBreak(period: try #require(Period("2022K3"))),
    ]
    #expect(
      catalogue["low-income"]
        == Indicator(
          id: "low-income", name: LocalisedText(nb: "Lavinntekt", en: "Low income"), kind: .proportion,
          theme: .livingConditions, goal: "living", role: .process, unit: .perCent, multiplier: 100,
          direction: .lowerIsBetter,
          numerator: FigureReference(source: "ssb-06947", measure: "persons", filter: ["threshold": "eu60"]),
          denominator: FigureReference(source: "ssb-07459", population: "january"), windowYears: 3,
          windowsArePublished: true, strata: ["sex"], standardise: "direct(esp2013)",
          aggregate: .populationWeighted,
          suppression: rule, breaks: breaks, validRange: 0...100, about: LocalisedText(nb: "Andel"),
          isConstructed: true))
  }

  @Test("What is wrong is named at its line and column")
  func problems() {
    let head = "  - {id: a, name: x, kind: count"
    func problem(_ rest: String) -> ConfigurationProblem? {
      configurationFailure { try read(head + rest + "}") }?.problem
    }
    #expect(problem("") == nil)
    #expect(
      problem(", theme: levekar")
        == .unknownWord(
          key: "theme", word: "levekar", known: Theme.allCases.map(\.rawValue), nearest: "levekår"))
    #expect(
      problem(", multiplier: 0") == .wrongType(key: "multiplier", expected: "a number above 0", found: "0"))
    #expect(
      problem(", multiplier: 1e999") == .wrongType(key: "multiplier", expected: "a number", found: "1e999"))
    #expect(
      problem(", valid-range: [5, 1]")
        == .wrongType(
          key: "valid-range", expected: "a number not below 5.0", found: "1"))
    #expect(
      problem(", standardise: direct()")
        == .wrongType(
          key: "standardise", expected: "none, direct(<population>) or indirect(<area>)", found: "direct()"))
    #expect(
      problem(", window: {years: 0}")
        == .wrongType(
          key: "years", expected: "a whole number, at least 1", found: "0"))
    #expect(
      problem(", suppress: {numerator-belw: 5}") == .unknownKey("numerator-belw", nearest: "numerator-below"))
    #expect(
      problem(", breaks: [{period: soon}]")
        == .wrongType(
          key: "period", expected: "a period such as 2024 or 2024K2", found: "soon"))
    let twice = configurationFailure { try read(head + "}\n" + head + "}") }
    #expect(twice?.problem == .duplicateID("a"))
    #expect(twice?.at == TextPosition(offset: 84, line: 4, column: 10))
  }
}
