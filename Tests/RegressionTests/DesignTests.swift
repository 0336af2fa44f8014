import Regression
import Testing

@Suite struct DesignTests {
  @Test func theInterceptComesFirst() throws {
    #expect(try Design(times: [1, 2]).names == ["intercept", "time"])
    #expect(try Design([("a", [1, 2])], intercept: false).names == ["a"])
    #expect(try Design([], observations: 4).observations == 4)
  }

  @Test func badColumnsAreRefused() {
    #expect(throws: RegressionError.length(what: "b", expected: 2, found: 1)) {
      try Design([("a", [1, 2]), ("b", [1])])
    }
    #expect(throws: RegressionError.duplicateColumn("a")) { try Design([("a", [1]), ("a", [2])]) }
    #expect(throws: RegressionError.duplicateColumn("intercept")) { try Design([("intercept", [1])]) }
    #expect(throws: RegressionError.notFinite(column: "a", row: 1)) { try Design([("a", [1, .infinity])]) }
    #expect(throws: RegressionError.tooFewObservations(needed: 1, found: 0)) { try Design([]) }
    #expect(throws: RegressionError.tooFewObservations(needed: 1, found: 0)) { try Design([("a", [])]) }
  }
}
