import Indicators
import Testing

@testable import Wording

@Suite struct ArticleTests {
  static let reasons: [Reason] = [
    .missing, .notApplicable, .suppressed, .needsNumeratorAndDenominator, .needsCountAndDeviation,
    .emptyDenominator, .zoneNotInData, .periodNotInData, .tooFewPoints, .overlappingPeriods, .unknownUnit,
    .unknownKind, .noIntervalForKind, .noZoneDimension, .noTimeDimension, .noFigures, .sameZone,
    .partExceedsWhole,
  ]
  static let diagnostics: [Diagnostic] = [
    .unknownZone, .codeNotInUse, .partExceedsWhole, Diagnostic("primary-suppression"),
    Diagnostic("secondary-suppression"), Diagnostic("series-suppression"),
  ]

  @Test func everyReasonAndDiagnosticOfTheVocabularyHasWords() {
    for reason in Self.reasons {
      for language in Language.allCases {
        #expect(Wording.reason(reason, language: language) != reason.rawValue)
        #expect(Wording.article(reason.rawValue, language: language) != nil)
      }
    }
    for diagnostic in Self.diagnostics {
      #expect(Set(Wording.knownDiagnostics).contains(diagnostic))
    }
  }

  @Test func everyIDHasAnArticleInBothLanguagesThatDiffer() {
    for id in Wording.articleIDs {
      let nb = Wording.article(id, language: .nb)
      let en = Wording.article(id, language: .en)
      #expect(nb != nil && en != nil, "\(id)")
      #expect(nb?.body != en?.body, "\(id)")
      #expect(nb?.title.isEmpty == false && nb?.body.isEmpty == false)
    }
  }

  @Test func articlesOfMethodsHaveTwoToSixSentences() {
    for (id, text) in Wording.methodArticles {
      for language in Language.allCases {
        let body = text.body(language)
        let sentences = body.count { ".?!".contains($0) }
        #expect((1...8).contains(sentences), "\(id): \(sentences)")
        #expect(body.hasSuffix("."), "\(id)")
      }
    }
  }

  @Test func termsAreFoundInBothLanguages() {
    #expect(
      Wording.article("konfidensintervall", language: .nb)?.body.contains("tilfeldig variasjon") == true)
    #expect(Wording.article("Confidence interval", language: .nb)?.title == "konfidensintervall (KI)")
    #expect(Wording.article("KI", language: .en)?.title == "confidence interval")
    #expect(Wording.article("prikket", language: .nb) != nil)
    #expect(Wording.article("p-verdi", language: .nb) != nil)
    #expect(Wording.article("finnes ikke", language: .nb) == nil)
  }

  @Test func findingsSayHowManyAndWhere() {
    let finding = Finding(
      .unknownZone, place: Place(file: "a.csv", row: 9), arguments: ["zone": "0000", "kept": "no"], count: 2)
    #expect(
      Wording.finding(finding, language: .nb)
        == "2 soner står ikke i sonelista, den første er «0000»; først i a.csv, rad 9")
    let unknown = Finding(Diagnostic("new-thing"), arguments: ["a": "1"], count: 3)
    #expect(Wording.finding(unknown, language: .en) == "new-thing: a = 1 (3 times)")
  }
}
