import Analyses
import Estimates
import Indicators
import Testing
import Wording

@testable import Reports

/// The picture and the checks in words, of figures made up.
@Suite struct SensitivityStoryTests {
  private func result(verdict: String = "changed") -> ResultSet {
    var rows = ResultTable(Schemas.effect)
    rows.append([
      "indicator": .text("share"), "zone": .text("T"), "zone_name": .text("Torstrand"),
      "estimator": .text("sdid"), "role": .text("headline"), "method": .text("effect.synthetic-did"),
      "estimate": .number(10), "lower": .number(5), "upper": .number(15), "confidence": .number(0.95),
      "unit": .text("per cent"), "scale": .text("natural"), "verdict": .text(verdict),
      "direction": .text("increase"), "start": .text("2024"),
    ])
    var panel = ResultTable(Schemas.effectSensitivity)
    func add(_ method: String, _ rule: String, _ window: String, _ estimate: Double?, _ agreement: String) {
      var cells: [String: ResultValue] = [
        "indicator": .text("share"), "zone": .text("T"), "method": .text(method),
        "role": .text(agreement == "headline" ? "headline" : "sensitivity"), "donor_rule": .text(rule),
        "window": .text(window),
      ]
      if let estimate {
        cells["estimate"] = .number(estimate)
        cells["lower"] = .number(estimate - 5)
        cells["upper"] = .number(estimate + 5)
        cells["agreement"] = .text(agreement)
        cells["same_sign"] = .boolean(estimate > 0)
      } else {
        cells["reason"] = .text(agreement)
      }
      panel.append(cells)
    }
    add("effect.synthetic-did", "asked", "all", 10, "headline")
    add("effect.did", "asked", "all", 8, "agrees")
    add("effect.synthetic-did", "asked", "last-half", 20, "other-size")
    add("effect.did", "asked", "last-half", -2, "other-sign")
    add("effect.synthetic-did", "without-neighbours", "all", nil, "needs-neighbours")
    var checks = ResultTable(Schemas.effectChecks)
    for (check, verdict) in [("placebo-in-time", "ok"), ("without-selection", "doubt")] {
      checks.append([
        "indicator": .text("share"), "check": .text(check), "verdict": .text(verdict),
        "measure": .text("effect"), "value": .number(3), "reference": .number(10), "p_value": .number(0.25),
        "concerns": .text(check == "placebo-in-time" ? "2022" : "2021..2023"),
      ])
    }
    checks.append([
      "indicator": .text("share"), "check": .text("spillover-ring"), "verdict": .text("not-possible"),
      "measure": .text("effect"), "reason": .text("needs-neighbours"),
    ])
    return ResultSet(verb: "effect", tables: [rows, panel, checks], findings: [])
  }

  @Test func theHeadlineIsDrawnAmongOtherChoicesAndDoubtsComeFirst() throws {
    let lines = TerminalTable(try SampleContent.protected(result())).lines(width: 140)
    let text = lines.joined(separator: "\n")
    #expect(text.contains("3 andre beregninger endrer det ikke"))
    #expect(
      text.contains(
        "Av 3 andre beregninger ligger 1 innenfor usikkerheten i hovedresultatet, 1 under og 1 over. 2 har samme fortegn."
      ))
    #expect(lines.count { $0.contains("●") } == 2 && lines.count { $0.contains("○") } == 2)
    #expect(text.contains("uten nabosoner") && text.contains("– krever en liste over naboer"))
    let doubt = try #require(lines.firstIndex { $0.contains("TVIL") })
    let held = try #require(lines.firstIndex { $0.contains("holder") })
    let untried = try #require(lines.firstIndex { $0.contains("ikke prøvd") })
    #expect(doubt < held && held < untried)
    #expect(lines[doubt].contains("uten 2021–2023: +3,0\u{A0}pp mot +10,0\u{A0}pp"))
    #expect(text.contains("Sjekker: 1 av 2 gir grunn til tvil; 1 kunne ikke prøves med disse tallene."))
  }

  @Test func markdownKeepsItsColumnsInABlock() throws {
    let lines = TerminalTable(try SampleContent.protected(result()), language: .en).markdown()
    #expect(lines.count { $0 == "```" } == 2)
    #expect(lines.contains { $0.contains("1 of 2 give reason for doubt") })
  }

  @Test func agreementWithAnUncertainAnswerIsSaidToBeWeak() throws {
    func text(_ verdict: String) throws -> String {
      TerminalTable(try SampleContent.protected(result(verdict: verdict))).lines(width: 140).joined(
        separator: "\n")
    }
    #expect(try text("uninformative").contains("Da sier det lite"))
    #expect(try !text("changed").contains("Da sier det lite"))
  }

  @Test func withoutTheTablesThereIsNoStory() throws {
    var bare = result()
    bare.tables = Array(bare.tables.prefix(1))
    let lines = TerminalTable(try SampleContent.protected(bare)).lines(width: 140)
    #expect(!lines.contains { $0.contains("○") || $0.contains("Sjekker") })
  }
}
