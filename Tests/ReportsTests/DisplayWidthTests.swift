import Testing

@testable import Reports

/// Widths are those of Unicode's East Asian Width (UAX 11): wide and full-width two, combining none.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("Torstrand", 9), ("Ålesund", 7), ("A\u{30A}lesund", 7), ("日本", 4), ("", 0), ("👩‍👩‍👧", 2), ("▲\u{A0}øker", 6),
    ("한국", 4), ("e\u{301}\u{302}", 1), ("❤️", 2), ("a\u{200D}b", 2),
  ])
  func widths(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func truncationFitsAndShows() {
    #expect(DisplayWidth.truncated("Torstrand Nord", to: 10) == "Torstrand…")
    #expect(DisplayWidth.truncated("日本語", to: 4) == "日…")
    #expect(DisplayWidth.truncated("kort", to: 4) == "kort")
    #expect(DisplayWidth.truncated("kort", to: 0) == "")
    for limit in 1...12 {
      #expect(DisplayWidth.of(DisplayWidth.truncated("Å日e\u{301} lang tekst", to: limit)) <= limit)
    }
  }

  @Test func namesCannotCommandATerminal() {
    #expect(
      DisplayWidth.printable("a\u{1B}[2Jb\nc\u{9B}d\u{202E}") == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(DisplayWidth.printable("Ærlig") == "Ærlig")
  }
}
