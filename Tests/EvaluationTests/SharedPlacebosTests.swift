import Testing

@testable import Evaluation

@Suite struct SharedPlacebosTests {
  @Test func scarceIndicatorsGoBeforeZonesDo() throws {
    // Ten zones; indicator 1 has half of them, indicator 2 misses zone 3, indicator 3 has no effect of its own.
    let full = (0..<10).map { Double?(Double($0)) }
    var half = full
    for zone in 5..<10 { half[zone] = nil }
    var hole = full
    hole[3] = nil
    let shared = try SharedPlacebos(own: [1, 2, 3, nil], placebos: [full, half, hole, full])
    #expect(shared.indicators == [0, 2])
    #expect(shared.leftOut == [1, 3])
    #expect(shared.zones == [0, 1, 2, 4, 5, 6, 7, 8, 9])
    #expect(shared.zonesGiven == 10)
    #expect(shared.own == [1, 3])
    #expect(shared.placebos[0] == [0, 1, 2, 4, 5, 6, 7, 8, 9])
    #expect(shared.floor == 0.1)
    let demanding = try SharedPlacebos(own: [1, 2, 3, nil], placebos: [full, half, hole, full], share: 1)
    #expect(demanding.indicators == [0])
    #expect(demanding.zones.count == 10)
  }

  @Test func scoresAreOverAllZones() throws {
    // 3, −3 and the treated 3: mean 1, variance (4 + 16 + 4)/3 = 8.
    let shared = try SharedPlacebos(own: [3], placebos: [[3, -3]])
    for (score, effect) in zip(shared.scores[0], [3.0, -3, 3]) {
      #expect(abs(score - effect / 8.0.squareRoot()) < 1e-15)
    }
    #expect(try SharedPlacebos(own: [2], placebos: [[2, 2]]).scores == [[0, 0, 0]])
    // A scale that would overflow squared.
    let huge = try SharedPlacebos(own: [3e200], placebos: [[3e200, -3e200]])
    for (score, other) in zip(huge.scores[0], shared.scores[0]) { #expect(abs(score - other) < 1e-14) }
  }

  @Test func whatDoesNotFitIsRefused() {
    #expect(throws: EffectError.shape(what: "placebos", expected: 2, found: 1)) {
      try SharedPlacebos(own: [1, 2], placebos: [[1]])
    }
    #expect(throws: EffectError.shape(what: "placebo zones", expected: 1, found: 2)) {
      try SharedPlacebos(own: [1, 2], placebos: [[1], [1, 2]])
    }
    #expect(throws: EffectError.notFinite(unit: 1, period: 0)) {
      try SharedPlacebos(own: [1], placebos: [[1, .infinity]])
    }
    #expect(throws: EffectError.tooFewDonors(needed: 1, found: 0)) {
      try SharedPlacebos(own: [nil], placebos: [[1, 2]])
    }
    #expect(throws: EffectError.parameter(name: "share", value: 0)) {
      try SharedPlacebos(own: [1], placebos: [[1]], share: 0)
    }
  }
}
