import Foundation
import Levekar
import Testing

/// The machine contract, on the folder that `init` writes.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason)) struct ContractTests {
  /// A refreshed folder.
  private func refreshed(_ command: CommandProcess) throws {
    #expect(try command.run(["init", "p"]).code == 0)
    let outcome = try command.run(["refresh", "p/programme.yml", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("Eksempelsatsing"))
  }

  @Test func everyVerbWritesOneObjectWithTheKeysOfItsSchema() throws {
    try CommandProcess.within { command in
      try refreshed(command)
      let base = ["--base", "p/kunnskap.levekar", "--quiet"]
      let verbs: [(verb: String, arguments: [String])] = [
        ("level", ["level"]), ("baseline", ["baseline", "--zone", "bydelen"]), ("trend", ["trend"]),
        ("compare", ["compare", "--zone", "bydelen", "--against", "rest"]), ("check", ["check"]),
        ("list", ["list", "indicators"]), ("list", ["list", "zones"]), ("list", ["list", "sources"]),
        ("list", ["list", "versions"]), ("list", ["list", "methods"]),
        ("describe", ["describe", "example-share"]),
        ("explain", ["explain", "proportion.wilson"]),
      ]
      for (verb, arguments) in verbs {
        let all = arguments + (verb == "explain" ? ["--quiet"] : base) + ["--format", "json"]
        let outcome = try command.run(all)
        #expect(outcome.code == 0 && outcome.error.isEmpty, "\(arguments): \(outcome.error)")
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(arguments)")
        #expect(
          (object["schema"] as? String)?.hasPrefix("levekar.\(verb)") == true, "\(object["schema"] ?? "")")
        #expect(object["version"] as? Int == 1 && object["diagnostics"] is [Any], "\(arguments)")
        let rows = try #require(object["rows"] as? [[String: Any]], "\(arguments)")
        if verb != "check" { #expect(!rows.isEmpty, "\(arguments)") }
        if let schema = Schemas.all.first(where: { $0.verb == verb }) {
          for row in rows { #expect(Set(row.keys) == Set(schema.columns.map(\.key)), "\(verb)") }
          for row in rows where verb != "check" && row["estimate"] is NSNull {
            #expect(row["reason"] is String, "\(verb): an estimate that is null has its reason: \(row)")
          }
        }
        #expect(!outcome.output.contains(command.folder.path), "\(arguments) names an absolute path")
        // The same bytes again, on one thread too.
        #expect(try command.run(all + ["--threads", "1"]).output == outcome.output, "\(arguments)")
      }
    }
  }

  @Test func everyFormatIsWritten() throws {
    try CommandProcess.within { command in
      try refreshed(command)
      for format in ["table", "csv", "csv-excel-nb", "json", "jsonl", "md", "json-stat"] {
        let outcome = try command.run([
          "export", "--base", "p/kunnskap.levekar", "--quiet", "--format", format,
        ])
        #expect(outcome.code == 0 && !outcome.output.isEmpty, "\(format): \(outcome.error)")
      }
      let outcome = try command.run(["export", "--base", "p/kunnskap.levekar", "--quiet", "--format", "xlsx"])
      #expect(outcome.code == 64 && outcome.output.isEmpty)
    }
  }

  @Test func freezingABaselineMakesAVersionOnce() throws {
    try CommandProcess.within { command in
      try refreshed(command)
      let freeze = ["baseline", "--freeze", "--base", "p/kunnskap.levekar", "--zone", "bydelen", "--quiet"]
      #expect(try command.run(freeze).code == 0)
      #expect(try command.run(freeze).code == 0)
      let versions = try command.json(["list", "versions", "--base", "p/kunnskap.levekar", "--quiet"])
      #expect(((versions["rows"] as? [Any])?.count ?? 9) <= 2)
    }
  }

  @Test func englishIsEnglish() throws {
    try CommandProcess.within { command in
      let outcome = try command.run(["level", "missing.csv", "--language", "en"])
      #expect(outcome.code == 66 && outcome.error.hasPrefix("error: "), "\(outcome.error)")
      #expect(outcome.error.contains("\n  because: "))
    }
  }

  @Test func standardInputIsAFile() throws {
    try CommandProcess.within { command in
      let json = try command.json(["level", "-", "--quiet"], input: ExitCodeTests.good)
      #expect((json["rows"] as? [Any])?.count == 4)
    }
  }
}
