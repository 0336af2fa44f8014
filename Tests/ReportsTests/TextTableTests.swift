import Testing

@testable import Reports

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable(columns: [
      .init("sone", shortest: 6), .init("verdi", isRight: true), .init("p", isRight: true, dispensability: 5),
    ])
    table.add(section: "Levekår")
    table.add([.init("Torstrand"), .init("14,2 %"), .init("0,001")])
    table.add([.init("Østre Halsen"), .init("9 %", tone: .worse), .init("")])
    return table
  }

  @Test func columnsAreAligned() {
    #expect(
      table.terminal(width: 80, usesColour: false).lines == [
        "sone           verdi      p", "Levekår", "Torstrand     14,2 %  0,001", "Østre Halsen     9 %",
      ])
  }

  @Test func namesShrinkBeforeColumnsGo() {
    let narrow = table.terminal(width: 22, usesColour: false)
    #expect(narrow.leftOut.isEmpty)
    #expect(narrow.lines[2] == "Torstra…  14,2 %  0,001" || DisplayWidth.of(narrow.lines[2]) <= 22)
    let narrower = table.terminal(width: 16, usesColour: false)
    #expect(narrower.leftOut == ["p"])
    #expect(narrower.lines.allSatisfy { DisplayWidth.of($0) <= 16 })
  }

  @Test func colourIsAddedAroundTheSameWords() {
    let plain = table.terminal(width: 80, usesColour: false).lines
    let painted = table.terminal(width: 80, usesColour: true).lines
    #expect(painted != plain)
    let stripped = painted.map { $0.replacing(#/\u{1B}\[[0-9]*m/#, with: "") }
    #expect(stripped == plain)
  }

  @Test func markdownIsEscaped() {
    var table = TextTable(columns: [.init("a|b"), .init("n", isRight: true)])
    table.add([.init("<b>*x*</b>"), .init("1")])
    #expect(
      table.markdown() == ["| a\\|b | n |", "|:---|---:|", "| \\<b\\>\\*x\\*\\</b\\> | 1 |"])
  }

  @Test func colourNeedsATerminalAndNoObjection() {
    #expect(TerminalColour.isAllowed(isTerminal: true, environment: [:]))
    #expect(TerminalColour.isAllowed(isTerminal: true, environment: ["NO_COLOR": ""]))
    #expect(!TerminalColour.isAllowed(isTerminal: true, environment: ["NO_COLOR": "1"]))
    #expect(!TerminalColour.isAllowed(isTerminal: true, environment: ["TERM": "dumb"]))
    #expect(!TerminalColour.isAllowed(isTerminal: false, environment: [:]))
  }
}
