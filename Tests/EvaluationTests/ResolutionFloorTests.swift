import Estimates
import Evaluation
import Testing

@Suite struct ResolutionFloorTests {
  @Test func threeHundredIndicatorsNeedMostOfThemAtOnce() {
    #expect(ResolutionFloor(placebos: 30).hits(tests: 300, level: 0.05) == 194)
    #expect(ResolutionFloor(placebos: 100).hits(tests: 300, level: 0.05) == 60)
    #expect(ResolutionFloor(placebos: 9).hits(tests: 300, level: 0.05) == nil)
    #expect(ResolutionFloor(placebos: 19).hits(tests: 1, level: 0.05) == 1)
    #expect(ResolutionFloor(placebos: 18).hits(tests: 1, level: 0.05) == nil)
    #expect(ResolutionFloor.placebosNeeded(tests: 300, hits: 60, level: 0.05) == 99)
    #expect(ResolutionFloor.placebosNeeded(tests: 300, hits: 1, level: 0.05) == 5_999)
    #expect(ResolutionFloor.placebosNeeded(tests: 3, hits: 4, level: 0.05) == nil)
    #expect(ResolutionFloor(placebos: 19).canReject(level: 0.05))
    #expect(!ResolutionFloor(placebos: 18).canReject(level: 0.05))
    #expect(ResolutionFloor(placebos: -1).value == 1)
  }

  /// The number said is the number at which Benjamini and Hochberg begin to reject.
  @Test func theProcedureItselfAgrees() {
    for (placebos, tests, level) in [
      (30, 300, 0.05), (100, 300, 0.05), (38, 20, 0.1), (19, 7, 0.05), (59, 40, 0.2),
    ] {
      let floor = ResolutionFloor(placebos: placebos)
      let rejected = (1...tests).first { hits in
        let p = (0..<tests).map { Double?($0 < hits ? floor.value : 1) }
        return (MultipleTesting.benjaminiHochberg(p).compactMap(\.self).min() ?? 1) <= level * (1 + 1e-12)
      }
      #expect(floor.hits(tests: tests, level: level) == rejected)
      if let rejected {
        let needed = ResolutionFloor.placebosNeeded(tests: tests, hits: rejected, level: level) ?? .max
        #expect(needed <= placebos)
        #expect(ResolutionFloor(placebos: needed).hits(tests: tests, level: level) ?? .max <= rejected)
      }
    }
  }

  /// Benjamini and Hochberg, Holm, and Benjamini and Yekutieli on 25 p-values (a textbook's dietary variables).
  @Test func theCheckVectorOfTwentyFive() {
    let p: [Double?] = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
      0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ]
    let bh = MultipleTesting.benjaminiHochberg(p).compactMap(\.self)
    #expect(bh.count { $0 <= 0.05 } == 1)
    for (found, known) in zip(bh, [0.025, 0.1, 0.21, 0.21]) { #expect(abs(found - known) < 1e-12) }
    for (found, known) in zip(MultipleTesting.holm(p).compactMap(\.self), [0.025, 0.192]) {
      #expect(abs(found - known) < 1e-12)
    }
    // Printed .0954.
    #expect(abs((MultipleTesting.benjaminiYekutieli(p)[0] ?? 0) - 0.0954) < 5e-5)
  }
}
