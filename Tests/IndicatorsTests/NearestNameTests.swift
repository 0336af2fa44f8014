import Indicators
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("lavintekt", "lavinntekt"), ("LAVINNTEKT", "lavinntekt"), ("lavinntket", "lavinntekt"),
    ("numerator_below", "numerator-below"), ("Torst", "Torstrand"),
  ])
  func isFound(name: String, expected: String) {
    let known = ["sysselsatte", "lavinntekt", "numerator-below", "Torstrand", "Torstrand Nord"]
    #expect(NearestName.of(name, among: known) == expected)
  }

  @Test func nothingNearIsNothing() {
    #expect(NearestName.of("bolig", among: ["lavinntekt", "zzz"]) == nil)
    #expect(NearestName.of("", among: ["a"]) == nil)
    #expect(NearestName.of(String(repeating: "a", count: 100_000), among: ["aaaa"]) == nil)
    #expect(NearestName.of("a", among: [String]()) == nil)
  }

  /// Checked by hand: substitution 1, insertion 1, neighbouring swap 1, and the textbook pair kitten/sitting 3.
  @Test func distances() {
    #expect(NearestName.distance("kitten", "sitting") == 3)
    #expect(NearestName.distance("ab", "ba") == 1)
    #expect(NearestName.distance("", "abc") == 3)
    #expect(NearestName.distance("år", "ar") == 1)
    #expect(NearestName.distance("samme", "samme") == 0)
  }
}
