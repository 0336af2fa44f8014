import Foundation
import Testing

@testable import Wording

/// Every id that the sources of the package define has words. The ids are read from the sources themselves, since the
/// targets that define them lie above this one.
@Suite struct CoverageTests {
  static let sources = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// What a pattern's first group catches in the files whose name satisfies a condition.
  private func found(_ pattern: String, in isWanted: (String) -> Bool) throws -> Set<String> {
    let expression = try NSRegularExpression(pattern: pattern)
    let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
    var result: Set<String> = []
    var count = 0
    while let file = files?.nextObject() as? URL {
      let path = file.path
      guard path.hasSuffix(".swift"), !path.contains("/Wording/"), !path.contains("/Reports/"),
        isWanted(file.lastPathComponent)
      else { continue }
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
        if let range = Range(match.range(at: 1), in: text) { result.insert(String(text[range])) }
      }
    }
    #expect(count > 0, "no sources found")
    return result
  }

  @Test func methods() throws {
    for id in try found(#"static let \w+ = Method\("([a-z0-9.-]+)"\)"#, in: { _ in true }) {
      #expect(Wording.methodArticles[id] != nil, "the method \(id) has no article")
    }
  }

  @Test func reasons() throws {
    for id in try found(#"Reason\("([a-z0-9-]+)"\)"#, in: { _ in true }) {
      #expect(Wording.reasonTexts[id] != nil, "the reason \(id) has no words")
    }
  }

  @Test func diagnostics() throws {
    for id in try found(#"static let \w+ = Diagnostic\("([a-z0-9-]+)"\)"#, in: { _ in true }) {
      #expect(Wording.diagnosticTexts[id] != nil, "the diagnostic \(id) has no words")
    }
  }

  @Test func errors() throws {
    let codes = try found(#"case \.[^:"]*: "([a-z][a-z0-9-]*)"\n"#) {
      $0.hasSuffix("Error.swift") || $0.hasSuffix("Problem.swift")
    }
    let known = Set(Wording.knownErrorCodes)
    for code in codes.sorted() { #expect(known.contains(code), "the error \(code) has no words") }
  }

  /// A code in two tables would say one thing or the other by the order of the tables.
  @Test func noCodeIsInTwoTables() {
    let tables = [
      Wording.indicatorsErrors, Wording.statisticsErrors, Wording.interchangeErrors, Wording.documentErrors,
      Wording.analysisErrors, Wording.knowledgeBaseErrors, Wording.pipelineErrors,
      Wording.sensitivityErrors,
      Wording.staggeredErrors,
      Wording.cohortErrors,
      Wording.effectErrors, Wording.planErrors,
    ]
    #expect(tables.map(\.count).reduce(0, +) == Wording.knownErrorCodes.count)
    #expect(Wording.methodAreas.map(\.count).reduce(0, +) == Wording.methodArticles.count)
    #expect(Wording.reasonAreas.map(\.count).reduce(0, +) == Wording.reasonTexts.count)
    #expect(Wording.diagnosticAreas.map(\.count).reduce(0, +) == Wording.diagnosticTexts.count)
  }
}
