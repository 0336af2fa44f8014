import Testing

@testable import Comparisons

@Suite struct HalvingTests {
  @Test func theLastNumberInsideIsFoundFromEitherSide() {
    // √2 as a double: its square is above 2, that of the double before it below (IEEE 754).
    let root = 2.0.squareRoot()
    #expect(halved(1, 2) { $0 * $0 < 2 } == root.nextDown)
    #expect(halved(2, 1) { $0 * $0 > 2 } == root)
  }
}
