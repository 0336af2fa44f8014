import Evaluation
import Testing

@Suite struct PlaceboSetsTests {
  @Test func allSetsAreTakenWhereTheyAreFew() throws {
    let sets = try PlaceboSets(donors: 5, size: 2)
    #expect(sets.isExhaustive)
    #expect(sets.population == 10)
    #expect(sets.sets.first == [0, 1])
    #expect(sets.sets.last == [3, 4])
    #expect(Set(sets.sets).count == 10)
  }

  @Test func aSampleHasNoSetTwiceAndFollowsTheSeed() throws {
    let sets = try PlaceboSets(donors: 40, size: 5, limit: 500, seed: 3)
    #expect(!sets.isExhaustive)
    #expect(sets.population == 658_008)
    #expect(Set(sets.sets).count == 500)
    #expect(sets.sets.allSatisfy { $0 == $0.sorted() && Set($0).count == 5 && $0[4] < 40 })
    #expect(try PlaceboSets(donors: 40, size: 5, limit: 500, seed: 3) == sets)
    #expect(try PlaceboSets(donors: 40, size: 5, limit: 500, seed: 4) != sets)
    // Each donor is in 5/40 of the sets: 62.5 of 500, within five deviations of a binomial (√54.7 = 7.4).
    for donor in 0..<40 {
      let times = sets.sets.count { $0.contains(donor) }
      #expect(abs(Double(times) - 62.5) < 37)
    }
  }

  @Test func whatCannotBeIsRefused() {
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) { try PlaceboSets(donors: 2, size: 2) }
    #expect(throws: EffectError.parameter(name: "size", value: 0)) { try PlaceboSets(donors: 2, size: 0) }
    #expect(throws: EffectError.parameter(name: "limit", value: 0)) {
      try PlaceboSets(donors: 3, size: 1, limit: 0)
    }
  }
}
