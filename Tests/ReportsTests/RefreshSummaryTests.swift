import Indicators
import Testing
import Wording

@testable import Reports

@Suite struct RefreshSummaryTests {
  @Test func goalsIndicatorsAndOutputs() throws {
    let lines = RefreshSummary(
      try SampleContent().content(),
      outputs: [.init(kind: "report", path: "ut/index.html"), .init(kind: "base", path: "kunnskap.levekar")]
    ).lines(width: 180)
    #expect(
      lines[0].hasPrefix(
        "Områdesatsing Torstrand 2024–2028    versjon 3 · 9 kilder · 2 nye tall, 14 reviderte"))
    #expect(lines[1].contains("Torstrand  resten av Larvik    forskjell (95\u{A0}% KI)"))
    #expect(lines[2] == "Levekår og folkehelse")
    // The goal's key indicator comes first although the catalogue has it second.
    #expect(lines[3].hasPrefix("  Personer i lavinntekt (EU-60)"))
    #expect(lines[3].contains("▲\u{A0}dårligere") && lines[3].contains("▲\u{A0}øker (dårligere)"))
    #expect(lines[4].hasPrefix("  † Unge utenfor"))
    #expect(lines[5].contains(": (skjermet)") && lines[5].contains("kan ikke vises"))
    #expect(lines.contains("Andre indikatorer"))
    #expect(lines.contains { $0.hasPrefix("† EKSEMPELTALL – konstruert") })
    #expect(lines.last == "rapport: ut/index.html · base: kunnskap.levekar")
    #expect(!lines.joined().contains("effekt"))
  }

  @Test func theTableFitsTheWindow() throws {
    for width in [80, 100, 120, 160] {
      let lines = RefreshSummary(try SampleContent().content()).lines(width: width)
      let rows = lines.filter { $0.hasPrefix("  ") }
      #expect(rows.count == 6)
      #expect(rows.allSatisfy { DisplayWidth.of($0) <= width }, "\(width)")
    }
  }

  @Test func aSourceThatFailedIsNamed() throws {
    var content = try SampleContent().content()
    content.edition.failedSources = ["ssb-07459"]
    #expect(
      RefreshSummary(content).lines().contains("Kilden «ssb-07459» svarte ikke; siste gode tall er brukt."))
  }

  @Test func englishSpeaksEnglish() throws {
    let text = RefreshSummary(try SampleContent(language: .en).content()).lines(width: 180).joined(
      separator: "\n")
    #expect(text.contains("difference (95\u{A0}% CI)") && text.contains("increasing (worse)"))
    #expect(text.contains("EXAMPLE FIGURES"))
  }
}
