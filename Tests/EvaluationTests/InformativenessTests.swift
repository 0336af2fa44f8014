import Foundation
import Testing

@testable import Evaluation

@Suite struct InformativenessTests {
  @Test func theDetectableEffectIsHeldAgainstTheEffectOfInterest() throws {
    let effect = try DetectableEffect(placeboEffects: DetectableEffectTests.effects)
    let seen = effect.value
    #expect(Informativeness(effect, smallestOfInterest: seen).verdict == .informative)
    #expect(Informativeness(effect, smallestOfInterest: -seen).verdict == .informative)
    let small = Informativeness(effect, smallestOfInterest: seen * 0.99)
    #expect(small.verdict == .uninformative)
    #expect(small.reason == .effectOfInterestTooSmall)
    // A quarter of the level where nothing was named.
    #expect(Informativeness(effect, level: 4 * seen).verdict == .informative)
    #expect(Informativeness(effect, level: 3.99 * seen).verdict == .uninformative)
    #expect(Informativeness(effect, level: -4 * seen).threshold == seen)
  }

  @Test func whatIsNotKnownIsNotSaid() throws {
    let effect = try DetectableEffect(placeboEffects: DetectableEffectTests.effects)
    for verdict in [
      Informativeness(effect), Informativeness(effect, level: 0), Informativeness(effect, level: .nan),
      Informativeness(effect, level: 100, share: 0),
    ] {
      #expect(verdict.verdict == .cannotSay)
      #expect(verdict.reason == .noEffectOfInterest)
      #expect(verdict.threshold == nil)
    }
  }

  @Test func theFloorComesFirst() throws {
    let effect = try DetectableEffect(placeboEffects: (1...18).map(Double.init))
    let verdict = Informativeness(effect, smallestOfInterest: 1e9)
    #expect(verdict.verdict == .uninformative)
    #expect(verdict.reason == .floorAboveLevel)
  }

  @Test func onOtherScalesAQuarterIsAQuarter() throws {
    let tight = try DetectableEffect(placeboEffects: DetectableEffectTests.effects.map { $0 / 1000 })
    let verdict = Informativeness(tight, scale: .logarithm)
    #expect(verdict.verdict == .informative)
    #expect(abs((verdict.threshold ?? 0) - log(1.25)) < 1e-15)
    let fall = try DetectableEffect(
      placeboEffects: DetectableEffectTests.effects.map { $0 / 1000 }, alternative: .less)
    #expect(abs((Informativeness(fall, scale: .logarithm).threshold ?? 0) + log(0.75)) < 1e-15)
    // √125 − √100.
    let root = Informativeness(tight, level: 100, scale: .squareRoot).threshold ?? 0
    #expect(abs(root - (125.0.squareRoot() - 10)) < 1e-12)
  }
}
