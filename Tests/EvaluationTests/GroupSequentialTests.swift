import Distributions
import Evaluation
import Testing

@Suite struct GroupSequentialTests {
  static let fifths = [0.2, 0.4, 0.6, 0.8, 1]

  @Test func publishedClassicalConstants() throws {
    // Jennison and Turnbull (2000), tables 2.1 and 2.3: two-sided 5 %, three decimals.
    for (looks, pocock, obrienFleming) in [
      (2, 2.178, 1.977), (3, 2.289, 2.004), (4, 2.361, 2.024), (5, 2.413, 2.040), (10, 2.555, 2.087),
    ] {
      let information = (1...looks).map { Double($0) / Double(looks) }
      let even = try GroupSequential(classical: .pocock, information: information)
      #expect(abs(even.looks[0].boundary - pocock) < 5.1e-4)
      #expect(even.looks.allSatisfy { $0.boundary == even.looks[0].boundary })
      let late = try GroupSequential(classical: .obrienFleming, information: information)
      #expect(abs((late.looks.last?.boundary ?? 0) - obrienFleming) < 5.1e-4)
      #expect(abs((late.looks.last?.spent ?? 0) - 0.05) < 1e-10)
    }
  }

  @Test func spendingBoundariesAgreeWithNormalProbabilities() throws {
    // Computed with scipy 1.17 by another recursion (Simpson's rule on 2 001 nodes, root-finding to 1e-13), nine decimals; the
    // first agree to 5e-8 with probabilities of boxes of a multivariate normal vector.
    let late = try GroupSequential(information: Self.fifths)
    for (look, known) in zip(late.looks, [4.876884949, 3.357011922, 2.680280065, 2.289816768, 2.031032043]) {
      #expect(abs(look.boundary - known) < 1e-8)
    }
    let even = try GroupSequential(information: Self.fifths, spending: .pocock)
    for (look, known) in zip(even.looks, [2.437976688, 2.426813858, 2.410193840, 2.396645401, 2.385984572]) {
      #expect(abs(look.boundary - known) < 1e-8)
    }
    let uneven = try GroupSequential(information: [0.25, 0.5, 0.6, 1])
    for (look, known) in zip(uneven.looks, [4.332633646, 2.963131598, 2.711720712, 1.982023408]) {
      #expect(abs(look.boundary - known) < 1e-8)
    }
  }

  @Test func theLevelIsSpentAndNoMore() throws {
    for isTwoSided in [true, false] {
      for spending in GroupSequential.Spending.allCases {
        let information = [0.1, 0.15, 0.5, 0.52, 0.9, 1]
        let plan = try GroupSequential(
          information: information, level: 0.1, isTwoSided: isTwoSided, spending: spending)
        let crossed = GroupSequential.crossing(information, plan.looks.map(\.boundary), isTwoSided)
        var total = 0.0
        for (look, share) in zip(plan.looks, crossed) {
          total += share
          #expect(abs(total - look.spent) < 1e-10)
        }
        #expect(abs(total - 0.1) < 1e-10)
      }
    }
    // One look is an ordinary test.
    let once = try GroupSequential(information: [1])
    #expect(abs(once.looks[0].boundary - 1.959963984540054) < 1e-12)
    #expect(abs(once.looks[0].nominal - 0.05) < 1e-12)
  }

  @Test func simulatedPathsCrossAsOftenAsSaid() throws {
    let plan = try GroupSequential(information: [0.3, 0.7, 1], spending: .pocock)
    var crossed = 0
    for replicate in 0..<4000 {
      var stream = RandomStream(seed: 8, replicate: replicate)
      var (score, before) = (0.0, 0.0)
      for look in plan.looks {
        score += stream.standardNormal() * (look.information - before).squareRoot()
        before = look.information
        if abs(score) / look.information.squareRoot() >= look.boundary {
          crossed += 1
          break
        }
      }
    }
    // Binomial(4000, 0.05): 200 ± 4.5 · 13.8.
    #expect((138...262).contains(crossed))
  }

  @Test func informationIsNotYears() throws {
    let shares = try GroupSequential.information(standardErrors: [4, 2, 2.0.squareRoot()])
    for (share, known) in zip(shares, [0.125, 0.5, 1]) { #expect(abs(share - known) < 1e-15) }
    for bad in [[0.5, 0.5], [0.5, 0.4], [0, 1], [0.5, 1.1], [.nan]] {
      #expect(throws: EffectError.self) { try GroupSequential(information: bad) }
      #expect(throws: EffectError.self) {
        try SequentialPlacebos(information: bad, placebos: bad.map { _ in 30 })
      }
    }
    #expect(throws: EffectError.parameter(name: "level", value: 0.5)) {
      try GroupSequential(information: [1], level: 0.5)
    }
  }

  @Test func placebosSpendWholeRanksAndCarryTheRest() throws {
    // 30 placebos: at midterm 0.0019 may be spent, less than 1/31; at the end all of it, which is one rank.
    let plan = try SequentialPlacebos(information: [0.4, 1], placebos: [30, 30])
    #expect(!plan.looks[0].isPossible)
    #expect(plan.looks[1].level == 1.0 / 31)
    #expect(abs(plan.unused - (0.05 - 1.0 / 31)) < 1e-15)
    #expect(plan.rejects([1.0 / 31, 1.0 / 31]) == [false, true])
    #expect(plan.rejects([nil, 2.0 / 31]) == [false, false])
    // Pocock at t = ½ spends 0.031 of 0.05: with 38 placebos that is one rank of 39, and what is left is no second one.
    let early = try SequentialPlacebos(information: [0.5, 1], placebos: [38, 38], spending: .pocock)
    #expect(early.looks.map(\.level) == [1.0 / 39, 0])
    for zones in [10, 19, 38, 100, 999] {
      for spending in GroupSequential.Spending.allCases {
        let many = try SequentialPlacebos(
          information: Self.fifths, placebos: [Int](repeating: zones, count: 5), spending: spending)
        #expect(many.looks.reduce(0) { $0 + $1.level } <= 0.05 * (1 + 1e-12))
        #expect(many.looks.allSatisfy { $0.level <= $0.available * (1 + 1e-12) })
      }
    }
  }
}
