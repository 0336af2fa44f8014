import Analyses
import Foundation
import TestSupport
import Testing

/// The tables of the CommandLine article are the schemas.
@Suite struct CommandLineArticleTests {
  static let url = ReferenceData.packageRoot.appendingPathComponent(
    "Sources/Levekar/Documentation.docc/CommandLine.md")

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: url.path), "the article is not written yet"),
    arguments: Schemas.all.map(\.verb))
  func theTableOfAVerbIsItsSchema(verb: String) throws {
    let text = try String(contentsOf: Self.url, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0 == "### \(verb)" || $0 == "### `\(verb)`" }, "no heading ### \(verb)")
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    let keys = section.compactMap { $0.firstMatch(of: /^\|\s*`([a-z_0-9]+)`\s*\|/).map { String($0.1) } }
    let schema = try #require(Schemas.all.first { $0.verb == verb })
    #expect(keys == schema.columns.map(\.key))
  }
}
