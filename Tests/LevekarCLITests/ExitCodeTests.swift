import Foundation
import Testing

/// The command on input that is not as it should be: a clear error with its place, or a row with a reason; never a trap.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason)) struct ExitCodeTests {
  static let good = "sone;år;teller;nevner\nA;2020;5;10\nA;2021;6;10\nB;2020;3;10\nB;2021;4;10\n"

  @Test(arguments: [
    ("duplicate.csv", "sone;år;verdi\nA;2020;5\nA;2020;6\n", "duplicate-key"),
    ("quote.csv", "sone;år;verdi\n\"A;2020;5\nA;2021;6\n", "unterminated-quote"),
    ("empty.csv", "", "empty-input"),
    ("blank.csv", " \n\n", "empty-input"),
    ("cut.json", #"{"version":"2.0","class":"dataset","id":["a""#, "json-unexpected-end"),
    ("cut-records.json", #"[{"a":1},"#, "json-unexpected-end"),
  ])
  func badDataIsNamed(name: String, text: String, id: String) throws {
    try CommandProcess.within { command in
      try command.write(text, to: name)
      let outcome = try command.run(["level", name])
      outcome.expectError(65, id)
      #expect(outcome.error.contains(name) || id == "duplicate-key", "\(outcome.error)")
    }
  }

  @Test func whatIsNotThereIsNoInput() throws {
    try CommandProcess.within { command in
      try command.run(["level", "missing.csv"]).expectError(66, "no-such-file")
      try FileManager.default.createDirectory(
        at: command.folder.appendingPathComponent("folder.csv"), withIntermediateDirectories: false)
      try command.run(["level", "folder.csv"]).expectError(66, "is-directory")
      try command.run(["level"]).expectError(66, "no-base")
      try command.run(["refresh", "missing.yml"]).expectError(66, "no-programme")
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func aFileThatMayNotBeReadIsNoInput() throws {
    try CommandProcess.within { command in
      try command.write(Self.good, to: "good.csv")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: command.folder.appendingPathComponent("good.csv").path)
      #expect(try command.run(["level", "good.csv"]).code == 66)
    }
  }

  @Test func whatCannotBeWrittenIsSaidAndNothingIsLeft() throws {
    try CommandProcess.within { command in
      try command.write(Self.good, to: "good.csv")
      try command.run(["level", "good.csv", "-o", "/dev/full", "--quiet"]).expectError(73, "cannot-write")
      try command.run(["level", "good.csv", "-o", "no-such-folder/x.csv", "--quiet"]).expectError(
        73, "cannot-write")
      try command.run(["level", "good.csv", "--quiet"], output: "/dev/full").expectError(73, "cannot-write")
      #expect(try FileManager.default.contentsOfDirectory(atPath: command.folder.path) == ["good.csv"])
    }
  }

  @Test func aReaderThatWentAwayIsNoError() throws {
    try CommandProcess.within { command in
      var text = "sone;år;verdi\n"
      for zone in 0..<3000 { text += "Z\(zone);2020;\(zone)\n" }
      try command.write(text, to: "long.csv")
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = [
        "-c",
        "{ \"\(CommandProcess.path)\" level long.csv --format csv --quiet; echo $? > code; } | head -n 1 > first",
      ]
      shell.currentDirectoryURL = command.folder
      try shell.run()
      shell.waitUntilExit()
      let code = try String(contentsOf: command.folder.appendingPathComponent("code"), encoding: .utf8)
      #expect(code == "0\n")
      let first = try String(contentsOf: command.folder.appendingPathComponent("first"), encoding: .utf8)
      #expect(first.contains("indicator"))
    }
  }

  @Test func usageIsSixtyFour() throws {
    try CommandProcess.within { command in
      try command.write(Self.good, to: "good.csv")
      try command.run(["level", "good.csv", "--zone", "C"]).expectError(64, "unknown-zone")
      try command.run(["level", "good.csv", "--by", "sex"]).expectError(64, "unknown-dimension")
      try command.run(["level", "good.csv", "--period", "yesterday"]).expectError(64, "unreadable-option")
      try command.run(["level", "good.csv", "--confidence", "2"]).expectError(64, "unreadable-option")
      try command.run(["level", "good.csv", "--format", "xslx"]).expectError(64, "unknown-output-format")
      try command.run(["level", "good.csv", "--language", "xx"]).expectError(64, "unreadable-option")
      try command.run(["explain", "no-such-word-at-all"]).expectError(64, "unknown-term")
      #expect(try command.run(["level", "good.csv", "--no-such-option"]).code == 64)
      #expect(try command.run(["no-such-verb"]).code == 64)
      #expect(try command.run(["--help"]).code == 0)
    }
  }

  @Test func restWithoutAZoneListIsRefusedWithTheHint() throws {
    try CommandProcess.within { command in
      try command.write(Self.good, to: "good.csv")
      let outcome = try command.run([
        "compare", "good.csv", "--zone", "A", "--against", "rest", "--unit", "persons",
      ])
      #expect([2, 64].contains(outcome.code) && !outcome.wasKilled)
      #expect(
        outcome.error.contains("--zones") || outcome.output.contains("teller"),
        "\(outcome.error)\(outcome.output)")
    }
  }

  @Test func numeratorsAboveDenominatorsAndNegativeCountsFailTheCheck() throws {
    try CommandProcess.within { command in
      // One in twelve: figures that look like shares, one of them the wrong way round.
      let shares = (2009...2019).map { "A;\($0);5;10\n" }.joined()
      try command.write("sone;år;teller;nevner\n\(shares)A;2020;12;10\n", to: "above.csv")
      try command.write("sone;år;teller;nevner\nA;2020;-3;10\nA;2021;5;10\n", to: "negative.csv")
      for name in ["above.csv", "negative.csv"] {
        let outcome = try command.run(["check", name])
        #expect(outcome.code == 1 && !outcome.wasKilled, "\(name): \(outcome.output)\(outcome.error)")
        #expect(outcome.output.contains("2020"), "\(name): \(outcome.output)")
        let level = try command.run(["level", name])
        #expect(level.code < 128 && !level.wasKilled)
      }
    }
  }

  @Test func periodsOutOfOrderAreSetInOrder() throws {
    try CommandProcess.within { command in
      try command.write("sone;år;verdi\nA;2022;5\nA;2020;6\nA;2021;9\n", to: "order.csv")
      let rows = try command.json(["level", "order.csv", "--quiet"])["rows"] as? [[String: Any]]
      #expect(rows?.map { $0["period"] as? String } == ["2020", "2021", "2022"])
      #expect(rows?.map { $0["estimate"] as? Double } == [6, 9, 5])
    }
  }

  @Test func unknownZonesAreNamedAgainstAZoneList() throws {
    try CommandProcess.within { command in
      try command.write(
        "code,name,level,parent,valid-from,valid-to\nA,A-by,municipality,,,\n", to: "zones.csv")
      try command.write(Self.good, to: "good.csv")
      let json = try command.json(["level", "good.csv", "--zones", "zones.csv", "--quiet"])
      let rows = json["rows"] as? [[String: Any]]
      #expect(Set(rows?.compactMap { $0["zone"] as? String } ?? []) == ["A"])
      let found = json["diagnostics"] as? [[String: Any]]
      #expect(found?.contains { ($0["id"] as? String)?.contains("unknown-zone") == true } == true, "\(json)")
      let kept = try command.json([
        "level", "good.csv", "--zones", "zones.csv", "--keep-unknown-zones", "--quiet",
      ])
      #expect((kept["rows"] as? [[String: Any]])?.count == 4)
    }
  }

  /// Every prefix of good files, and bytes that are no text, end in an answer or an error.
  @Test func damagedFilesNeverTrap() throws {
    try CommandProcess.within { command in
      let csv = Data(Self.good.utf8)
      let stat = Data(
        #"{"version":"2.0","class":"dataset","id":["Region","Tid"],"size":[1,2],"role":{"time":["Tid"],"geo":["Region"]},"dimension":{"Region":{"category":{"index":["K"]}},"Tid":{"category":{"index":["2020","2021"]}}},"value":[1,2]}"#
          .utf8)
      for (name, whole) in [("cut.csv", csv), ("cut.json", stat)] {
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 9)) {
          try command.write(whole.prefix(length), to: name)
          let outcome = try command.run(["level", name])
          #expect(outcome.code < 70 && !outcome.wasKilled, "\(name) cut at \(length): \(outcome.error)")
        }
      }
      var invalid = csv
      invalid.replaceSubrange(25..<26, with: [0xFF, 0xFE])
      try command.write(invalid, to: "invalid.csv")
      let outcome = try command.run(["level", "invalid.csv"])
      #expect(outcome.code < 70 && !outcome.wasKilled, "\(outcome.error)")
      try command.write(Data([0, 1, 2, 3, 255, 254, 0, 0]), to: "bytes.csv")
      #expect([2, 65].contains(try command.run(["level", "bytes.csv"]).code))
    }
  }

  @Test func aDamagedBaseIsNamedAndLeftAlone() throws {
    try CommandProcess.within { command in
      try command.write(Self.good, to: "good.csv")
      #expect(try command.run(["import", "good.csv", "--base", "b.levekar"]).code == 0)
      let path = command.folder.appendingPathComponent("b.levekar")
      let whole = try Data(contentsOf: path)
      try command.write(whole.prefix(whole.count / 2), to: "cut.levekar")
      try command.write(Data((0..<6000).map { UInt8(truncatingIfNeeded: $0 &* 37) }), to: "noise.levekar")
      for name in ["cut.levekar", "noise.levekar"] {
        let before = try Data(contentsOf: command.folder.appendingPathComponent(name))
        for verb in [["level"], ["list", "versions"], ["import", "good.csv"]] {
          let outcome = try command.run(verb + ["--base", name])
          #expect(
            outcome.code == 65 && !outcome.wasKilled, "\(verb) \(name): \(outcome.code) \(outcome.error)")
        }
        #expect(try Data(contentsOf: command.folder.appendingPathComponent(name)) == before)
      }
      // An import that fails leaves a sound base as it was.
      let bytes = try Data(contentsOf: path)
      try command.write("sone;år;verdi\nA;2020;5\nA;2020;6\n", to: "duplicate.csv")
      #expect(try command.run(["import", "duplicate.csv", "--base", "b.levekar"]).code == 65)
      #expect(try Data(contentsOf: path) == bytes)
    }
  }

  @Test func aProgrammeWithAnUnknownKeyNamesTheNearest() throws {
    try CommandProcess.within { command in
      #expect(try command.run(["init", "p"]).code == 0)
      let path = command.folder.appendingPathComponent("p/programme.yml")
      let text = try String(contentsOf: path, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "baseline:", with: "baselin:").utf8).write(to: path)
      let outcome = try command.run(["refresh", "p/programme.yml"])
      #expect(outcome.code == 65 && !outcome.wasKilled)
      #expect(outcome.error.contains("baselin") && outcome.error.contains("baseline"), "\(outcome.error)")
      #expect(
        !FileManager.default.fileExists(
          atPath: command.folder.appendingPathComponent("p/kunnskap.levekar").path))
      #expect(try command.run(["init", "p"]).code == 73)
    }
  }
}
