import Analyses
import Foundation
import Indicators
import TestSupport
import Testing
import Wording

/// Every id that the sources can give has words.
@Suite struct WordingCoverageTests {
  private func sources() throws -> [(path: String, text: String)] {
    let root = ReferenceData.packageRoot.appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) }
  }

  @Test func everyReasonAndDiagnosticHasAnArticle() throws {
    let reasons = Set(Wording.knownReasons.map(\.rawValue) + Wording.knownErrorCodes)
    let diagnostics = Set(Wording.knownDiagnostics.map(\.rawValue)).union(reasons)
    var count = 0
    for (path, text) in try sources() where !path.hasPrefix("Wording/") {
      for match in text.matches(of: /\bReason\("([a-z0-9-]+)"\)/) {
        count += 1
        #expect(reasons.contains(String(match.1)), "\(path): the reason \(match.1) has no words")
      }
      for match in text.matches(of: /\bDiagnostic\("([a-z0-9-]+)"\)/) {
        count += 1
        #expect(diagnostics.contains(String(match.1)), "\(path): the diagnostic \(match.1) has no words")
      }
    }
    #expect(count > 60)
  }

  @Test func everyErrorCodeHasWordsInBothLanguages() throws {
    let known = Set(Wording.knownErrorCodes)
    let owners = try sources().filter {
      $0.text.contains("LevekarError") && $0.text.contains("var code: String")
    }
    #expect(owners.count >= 5)
    for (path, text) in owners where !path.hasPrefix("Wording/") && !path.hasPrefix("Indicators/LevekarError")
    {
      guard let start = text.range(of: "var code: String") else { continue }
      let rest = text[start.upperBound...]
      // One line, or up to the brace that closes it.
      let line = rest.prefix { $0 != "\n" }
      let body =
        line.hasSuffix("}")
        ? line : rest.range(of: "\n  }\n").map { rest[..<$0.lowerBound] } ?? rest.prefix(2000)
      for match in body.matches(of: /"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"/) {
        #expect(known.contains(String(match.1)), "\(path): the error \(match.1) has no words")
      }
    }
  }

  @Test func everyMethodHasACardAndAnArticle() throws {
    let methods = Set(Wording.knownMethods)
    for card in MethodCards.all { #expect(methods.contains(card.method), "\(card.method) has no article") }
    let cards = Set(MethodCards.all.map(\.method))
    for method in methods { #expect(cards.contains(method), "\(method) has an article and no card") }
    for (path, text) in try sources() where !path.hasPrefix("Wording/") {
      for match in text.matches(of: /\bMethod\("([a-z0-9.-]+)"\)/) {
        #expect(cards.contains(Method(String(match.1))), "\(path): \(match.1) has no card")
      }
    }
  }
}
