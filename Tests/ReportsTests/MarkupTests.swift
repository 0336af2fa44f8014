import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test func everythingThatCouldEndATextIsEscaped() {
    #expect(
      Markup.escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    // With a combining mark behind it a quotation mark is another Character, and still ends an attribute.
    #expect(Markup.escaped("\"\u{301}") == "&quot;\u{301}")
    #expect(Markup.escaped("a\u{0}b\nc") == "a\u{FFFD}b\nc")
  }

  @Test(arguments: [
    (1.0, "1"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (.nan, "0"), (.infinity, "0"),
    (1e300, "1000000"),
  ])
  func coordinates(value: Double, expected: String) {
    #expect(Markup.coordinate(value) == expected)
  }
}
