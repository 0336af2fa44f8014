import Evaluation
import Indicators
import Testing

@Suite struct DonorRulesTests {
  static let treated = [DonorCandidate(code: "3909000014", size: 2500)]
  static let candidates = [
    DonorCandidate(code: "3909000014", size: 2500),
    DonorCandidate(code: "3909000001", size: 2000),
    DonorCandidate(code: "3909000002", size: 6000),
    DonorCandidate(code: "3909000003", size: nil),
    DonorCandidate(code: "3909000099", size: 90, isComplete: false),
    DonorCandidate(code: "4003000001", size: 2400),
    DonorCandidate(code: "39", size: 250_000),
  ]

  @Test func sameMunicipality() throws {
    let choice = try DonorRules().choose(from: Self.candidates, treated: Self.treated)
    #expect(choice.donors == [1, 2, 3])
    #expect(choice.exclusions[0] == [.donorIsTreated])
    #expect(choice.exclusions[4] == [.donorIncomplete])
    #expect(choice.exclusions[5] == [.donorElsewhere])
    #expect(choice.exclusions[6] == [.donorMunicipalityUnknown])
  }

  @Test func otherMunicipalitiesAndAll() throws {
    let others = try DonorRules(from: .otherMunicipalities).choose(
      from: Self.candidates, treated: Self.treated)
    #expect(others.donors == [5])
    #expect(others.exclusions[0] == [.donorIsTreated, .donorInMunicipality])
    let all = try DonorRules(
      from: .allMunicipalities, excluded: ["39"], programme: ["4003000001", "3909000014"]
    )
    .choose(from: Self.candidates, treated: Self.treated)
    #expect(all.donors == [1, 2, 3])
    #expect(all.exclusions[5] == [.donorInProgramme])
    #expect(all.exclusions[6] == [.donorExcluded])
    #expect(all.exclusions[0] == [.donorIsTreated])
  }

  @Test func neighboursAndSize() throws {
    let map = try Adjacency(
      zones: ["3909000014", "3909000001", "3909000002", "3909000099"],
      pairs: [("3909000014", "3909000001"), ("3909000001", "3909000002")])
    var rules = DonorRules(excludedNeighbours: 1, sizeRatio: 0.5...3)
    let near = try rules.choose(from: Self.candidates, treated: Self.treated, adjacency: map)
    #expect(near.donors == [2])
    #expect(near.exclusions[1] == [.donorIsNeighbour])
    #expect(near.exclusions[3] == [.donorNotOnMap, .donorSizeUnknown])
    #expect(near.exclusions[4] == [.donorSize, .donorIncomplete])
    #expect(near.counts.first { $0.reason == .donorNotOnMap }?.count == 3)
    rules.excludedNeighbours = 2
    let wide = try rules.choose(from: Self.candidates, treated: Self.treated, adjacency: map)
    #expect(wide.donors == [])
    #expect(wide.exclusions[2] == [.donorIsNeighbour])
  }

  @Test func whatIsNotKnownIsRefused() throws {
    #expect(throws: EffectError.noTreated) { try DonorRules().choose(from: Self.candidates, treated: []) }
    #expect(throws: EffectError.municipalityUnknown("torstrand")) {
      try DonorRules().choose(from: Self.candidates, treated: [DonorCandidate(code: "torstrand")])
    }
    #expect(throws: EffectError.zoneNotOnMap("3909000014")) {
      try DonorRules(excludedNeighbours: 1).choose(from: Self.candidates, treated: Self.treated)
    }
    #expect(throws: EffectError.needsSizes) {
      try DonorRules(sizeRatio: 0.5...2).choose(
        from: Self.candidates, treated: [DonorCandidate(code: "3909000014")])
    }
    #expect(throws: EffectError.parameter(name: "excluded-neighbours", value: -1)) {
      try DonorRules(excludedNeighbours: -1).choose(from: Self.candidates, treated: Self.treated)
    }
    #expect(DonorCandidate.municipality(of: "390") == nil)
    #expect(DonorCandidate.municipality(of: "bydel-5") == nil)
    // A union by name has the municipality that it is given.
    let union = DonorCandidate(code: "torstrand", municipality: "3909")
    #expect(try DonorRules().choose(from: Self.candidates, treated: [union]).donors == [0, 1, 2, 3])
  }
}
