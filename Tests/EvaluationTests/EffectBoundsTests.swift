import Evaluation
import Testing

@Suite struct EffectBoundsTests {
  static func design() throws -> EffectDesign {
    try EffectDesign(outcomes: ConstructedPanel.values(30, 7, 3, modulus: 17), donors: 5, prePeriods: 3)
  }

  static let hidden = [
    HiddenCell(unit: 5, period: 4, lower: 1, upper: 4), HiddenCell(unit: 5, period: 0, lower: 1, upper: 4),
    HiddenCell(unit: 2, period: 3, lower: 0, upper: 2), HiddenCell(unit: 0, period: 2, lower: 1, upper: 4),
  ]

  @Test func linearBoundsAreTheCorners() throws {
    let design = try Self.design()
    for reference in EventStudy.Reference.allCases {
      let study = EventStudy(reference: reference)
      let bounds = try EffectBounds(design, hidden: Self.hidden, of: study)
      #expect(bounds.isExact)
      let corners = try EffectBounds(design, hidden: Self.hidden) { variant throws(EffectError) in
        try study.fit(variant).effect
      }
      #expect(!corners.isExact)
      #expect(corners.evaluations == 17)
      #expect(abs(bounds.lower - corners.lower) < 1e-13)
      #expect(abs(bounds.upper - corners.upper) < 1e-13)
    }
    let bounds = try EffectBounds(design, hidden: Self.hidden, of: DifferenceInDifferences())
    // Widths: 3/2 and 3/3 of the treated, 2/2/5 and 3/3/5 of the donors.
    #expect(abs(bounds.upper - bounds.lower - (1.5 + 1 + 0.2 + 0.2)) < 1e-13)
  }

  @Test func everyAdmissibleAnswerIsWithin() throws {
    let design = try Self.design()
    let bounds = try EffectBounds(design, hidden: Self.hidden, of: DifferenceInDifferences())
    for a in 1...4 {
      for b in 1...4 {
        for c in 0...2 {
          var outcomes = design.outcomes
          outcomes[29] = Double(a)
          outcomes[25] = Double(b)
          outcomes[13] = Double(c)
          outcomes[2] = 2
          let effect = try DifferenceInDifferences().fit(
            EffectDesign(outcomes: outcomes, donors: 5, prePeriods: 3)
          ).effect
          #expect(effect >= bounds.lower - 1e-13 && effect <= bounds.upper + 1e-13)
        }
      }
    }
  }

  @Test func manyCellsAreClimbed() throws {
    // 14 cells are 16 384 corners, too many to try; a linear effect is found by climbing all the same.
    let design = try Self.design()
    let hidden = (0..<14).map { HiddenCell(unit: $0 % 5, period: $0 / 5, lower: 1, upper: Double(2 + $0)) }
    let climbed = try EffectBounds(design, hidden: hidden) { variant throws(EffectError) in
      try DifferenceInDifferences().fit(variant).effect
    }
    let exact = try EffectBounds(design, hidden: hidden, of: DifferenceInDifferences())
    #expect(abs(climbed.lower - exact.lower) < 1e-12)
    #expect(abs(climbed.upper - exact.upper) < 1e-12)
    #expect(climbed.evaluations < 4096)
  }

  @Test func anyNumberHasBounds() throws {
    let design = try Self.design()
    let bounds = try EffectBounds(design, hidden: Self.hidden) { variant throws(EffectError) in
      try PlaceboDistribution(DifferenceInDifferences(), variant, threads: .single).pValue()
    }
    #expect(bounds.lower >= 1.0 / 6)
    #expect(bounds.upper <= 1)
    #expect(bounds.lower <= bounds.upper)
    #expect(throws: EffectError.needsSizes) {
      try EffectBounds(design, hidden: Self.hidden) { _ throws(EffectError) in throw .needsSizes }
    }
  }

  @Test func whatIsNotHiddenHasNoBounds() throws {
    let design = try Self.design()
    let none = try EffectBounds(design, hidden: [], of: DifferenceInDifferences())
    #expect(none.lower == none.upper)
    #expect(throws: EffectError.notFinite(unit: 1, period: 1)) {
      try EffectBounds(
        design, hidden: [HiddenCell(unit: 1, period: 1, lower: 2, upper: 1)], of: DifferenceInDifferences())
    }
    #expect(throws: EffectError.shape(what: "hidden", expected: 30, found: 1)) {
      try EffectBounds(
        design, hidden: [HiddenCell(unit: 6, period: 1, lower: 0, upper: 1)], of: DifferenceInDifferences())
    }
    #expect(throws: EffectError.shape(what: "hidden", expected: 1, found: 2)) {
      try EffectBounds(design, hidden: [Self.hidden[0], Self.hidden[0]], of: DifferenceInDifferences())
    }
  }
}
