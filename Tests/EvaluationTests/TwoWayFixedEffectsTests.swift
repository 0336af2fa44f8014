import Evaluation
import Foundation
import TestSupport
import Testing

/// Values of the constructed panel are by numpy 2 with dummies of units and periods and the pseudoinverse, in double precision;
/// 1e-11 relative allows for the condition of those dummies.
@Suite struct TwoWayFixedEffectsTests {
  func near(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-11) -> Bool {
    abs(value - expected) <= tolerance * abs(expected)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaIsReproducedAndItsErrorsRefused() throws {
    let panel = try FixedEffectsPanel(PropositionNinetyNine.design())
    let fit = try TwoWayFixedEffects.fit(panel)
    // 10 decimals are given.
    #expect(abs(fit.coefficients[0] - -27.3491110836) < 5e-11)
    #expect(fit.parameters == 32)
    #expect(throws: EffectError.tooFewTreated(needed: 5, found: 1)) { try fit.clusterRobust() }
    let errors = try fit.clusterRobust(allowingFewTreated: true)
    // 6 decimals are given.
    #expect(abs(errors.standardErrors[0] - 2.802378) < 5e-7)
    #expect(errors.diagnostics == [.fewTreatedClusters])
    #expect(throws: EffectError.tooFewTreated(needed: 5, found: 1)) { try ReducedBiasClusters.fit(panel) }
    let reduced = try ReducedBiasClusters.fit(panel, allowingFewTreated: true)
    // 2.7671447312534974 with 37 degrees of freedom by numpy with a dense hat matrix; the treated's singular direction is cut
    // at 1e-10, which moves nothing by more.
    #expect(near(reduced.standardErrors[0], 2.7671447312534974, 1e-9))
    #expect(near(reduced.degreesOfFreedom[0], 37, 1e-9))
    #expect(throws: EffectError.tooFewTreated(needed: 5, found: 1)) { try WildClusterBootstrap(panel) }
  }

  @Test(.enabled(if: ReferenceData.has("reference/mpdta.csv"), Comment(rawValue: ReferenceData.skipReason)))
  func minimumWagesAreReproduced() throws {
    let text = try String(contentsOf: ReferenceData.url("reference/mpdta.csv"), encoding: .utf8)
    var places: [String: Int32] = [:]
    var (units, periods, y, d) = ([Int32](), [Int32](), [Double](), [Double]())
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      let year = try #require(Int32(cells[0]))
      let first = try #require(Int32(cells[4]))
      units.append(places[cells[1], default: Int32(places.count)])
      places[cells[1]] = units[units.count - 1]
      periods.append(year - 2003)
      y.append(try #require(Double(cells[3])))
      d.append(first > 0 && year >= first ? 1 : 0)
    }
    let panel = try FixedEffectsPanel(units: units, periods: periods, outcome: y, treatment: d)
    let fit = try TwoWayFixedEffects.fit(panel)
    let errors = try fit.clusterRobust()
    // 11 decimals are given.
    #expect(abs(errors.coefficients[0] - -0.03654893667) < 5e-12)
    #expect(abs(errors.standardErrors[0] - 0.01326515543) < 5e-12)
    #expect(fit.parameters == 6)
    #expect(errors.degreesOfFreedom[0] == 499)
    #expect(try errors.pValue() < 0.01)
  }

  @Test func holesAreSolvedExactly() throws {
    let panel = try ConstructedPanel.make(units: 10, periods: 6, treatedFrom: 5, start: 3)
    #expect(panel.rows == 55)
    let errors = try TwoWayFixedEffects.fit(panel).clusterRobust()
    #expect(near(errors.coefficients[0], 4.824242424242426))
    #expect(near(errors.standardErrors[0], 2.3903268839685734))
    let reduced = try ReducedBiasClusters.fit(panel)
    #expect(near(reduced.standardErrors[0], 2.4138522969933853, 1e-10))
    #expect(near(reduced.degreesOfFreedom[0], 7.874155906182676, 1e-10))
  }

  @Test func covariatesAndClustersOfUnits() throws {
    let panel = try ConstructedPanel.make(units: 10, periods: 6, treatedFrom: 5, start: 3, covariate: true)
    let errors = try TwoWayFixedEffects.fit(panel).clusterRobust()
    #expect(near(errors.coefficients[0], 4.69678819089706))
    #expect(near(errors.coefficients[1], -0.23109833518663128))
    #expect(near(errors.standardErrors[0], 1.9376625490849844))
    #expect(near(errors.standardErrors[1], 0.2783848103133525))
    let reduced = try ReducedBiasClusters.fit(panel)
    #expect(near(reduced.standardErrors[0], 1.9402895361167956, 1e-10))
    #expect(near(reduced.degreesOfFreedom[0], 7.764184118421781, 1e-10))
    #expect(near(reduced.standardErrors[1], 0.28010601735522783, 1e-10))
    #expect(near(reduced.degreesOfFreedom[1], 6.893770024505725, 1e-10))
    // Pairs of units in one cluster: three treated clusters, so only where asked twice.
    let paired = try ConstructedPanel.make(
      units: 10, periods: 6, treatedFrom: 5, start: 3, covariate: true,
      clusters: (0..<10).map { Int32($0 / 2) })
    #expect(throws: EffectError.tooFewTreated(needed: 5, found: 3)) {
      try TwoWayFixedEffects.fit(paired).clusterRobust()
    }
    let coarse = try TwoWayFixedEffects.fit(paired).clusterRobust(allowingFewTreated: true)
    #expect(near(coarse.standardErrors[0], 1.7123093616105174))
    let coarseReduced = try ReducedBiasClusters.fit(paired, allowingFewTreated: true)
    #expect(near(coarseReduced.standardErrors[0], 1.9775164936415424, 1e-10))
    #expect(near(coarseReduced.degreesOfFreedom[0], 3.3363502266716627, 1e-10))
    #expect(coarseReduced.diagnostics == [.fewTreatedClusters, .fewUntreatedClusters])
  }

  @Test func balancedAndGeneralWaysAgree() throws {
    // A complete panel by the closed form, and the same rows twice over, which takes the general way: the coefficient is the
    // same, and so is the sandwich but for the factor.
    var (units, periods, y, d) = ([Int32](), [Int32](), [Double](), [Double]())
    for unit in 0..<12 {
      for period in 0..<7 {
        units.append(Int32(unit))
        periods.append(Int32(period))
        y.append(1e6 + Double((unit * unit * 31 + period * 17 + unit * period * 5) % 29))
        d.append(unit >= 6 && period >= 4 ? 1 : 0)
      }
    }
    let once = try TwoWayFixedEffects.fit(
      FixedEffectsPanel(units: units, periods: periods, outcome: y, treatment: d))
    let twice = try TwoWayFixedEffects.fit(
      FixedEffectsPanel(
        units: units + units, periods: periods + periods, outcome: y + y, treatment: d + d))
    // Outcomes near 10⁶ hold 1e-10 each.
    #expect(abs(once.coefficients[0] - twice.coefficients[0]) < 1e-9)
    let (a, b) = (try once.clusterRobust().standardErrors[0], try twice.clusterRobust().standardErrors[0])
    // N = 84 and 168, K = 8: (N − 1)/(N − K).
    #expect(abs(a / (83.0 / 76).squareRoot() - b / (167.0 / 160).squareRoot()) < 1e-8)
    #expect(once.parameters == 8)
    #expect(twice.parameters == 8)
    // Difference in differences is the same number.
    let design = try EffectDesign(outcomes: y, donors: 6, treated: 6, prePeriods: 4)
    #expect(abs(try DifferenceInDifferences().fit(design).effect - once.coefficients[0]) < 1e-9)
  }

  @Test func orderScaleAndEffectsOfRowsAndColumnsDoNotMatter() throws {
    let panel = try ConstructedPanel.make(units: 10, periods: 6, treatedFrom: 5, start: 3, covariate: true)
    let one = try TwoWayFixedEffects.fit(panel)
    let other = try TwoWayFixedEffects.fit(
      ConstructedPanel.make(
        units: 10, periods: 6, treatedFrom: 5, start: 3, covariate: true, reversed: true))
    #expect(near(other.coefficients[0], one.coefficients[0]))
    for scale in [1e-6, 1e6] {
      let moved = try FixedEffectsPanel(
        units: panel.units, periods: panel.periods,
        outcome: panel.outcome.indices.map {
          scale * (panel.outcome[$0] + Double(panel.units[$0]) * 3 - Double(panel.periods[$0]) * 7)
        }, treatment: panel.regressors[0], covariates: [("x", panel.regressors[1])])
      let fit = try TwoWayFixedEffects.fit(moved)
      #expect(near(fit.coefficients[0], scale * one.coefficients[0], 1e-10))
      #expect(
        near(
          try fit.clusterRobust().standardErrors[0], scale * (try one.clusterRobust().standardErrors[0]),
          1e-10))
    }
  }

  @Test func unitsSeenOnceAreLeftOut() throws {
    let panel = try ConstructedPanel.make(units: 10, periods: 6, treatedFrom: 5, start: 3)
    let more = try FixedEffectsPanel(
      units: panel.units + [10], periods: panel.periods + [2], outcome: panel.outcome + [1000],
      treatment: panel.regressors[0] + [0])
    let fit = try TwoWayFixedEffects.fit(more)
    #expect(fit.singletons == 1)
    #expect(fit.rows == 55)
    #expect(near(fit.coefficients[0], 4.824242424242426))
    #expect(near(try fit.clusterRobust().standardErrors[0], 2.3903268839685734))
  }

  @Test func periodsThatNoUnitConnects() throws {
    // Two panels side by side share neither units nor periods: two levels of periods, one of them within the unit effects.
    var (units, periods, y, d) = ([Int32](), [Int32](), [Double](), [Double]())
    for block in 0..<2 {
      for unit in 0..<4 {
        for period in 0..<3 {
          units.append(Int32(block * 4 + unit))
          periods.append(Int32(block * 3 + period))
          y.append(Double((unit * 7 + period * 5 + unit * period * 3 + block) % 11))
          d.append(unit >= 2 && period == 2 ? 1 : 0)
        }
      }
    }
    let fit = try TwoWayFixedEffects.fit(
      FixedEffectsPanel(units: units, periods: periods, outcome: y, treatment: d))
    // Balanced blocks of equal shape: the mean of their two differences in differences.
    let halves = try (0..<2).map { block in
      let rows = (block * 12)..<(block * 12 + 12)
      return try DifferenceInDifferences().fit(
        EffectDesign(outcomes: Array(y[rows]), donors: 2, treated: 2, prePeriods: 2)
      ).effect
    }
    #expect(abs(fit.coefficients[0] - (halves[0] + halves[1]) / 2) < 1e-12)
    #expect(fit.parameters == 6)
  }

  @Test func whatCannotBeIsRefused() throws {
    #expect(throws: EffectError.shape(what: "units", expected: 2, found: 1)) {
      try FixedEffectsPanel(units: [0], periods: [0, 1], outcome: [1, 2], treatment: [0, 1])
    }
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) {
      try FixedEffectsPanel(units: [0, 0], periods: [0, 1], outcome: [1, .nan], treatment: [0, 1])
    }
    #expect(throws: EffectError.parameter(name: "unit", value: -1)) {
      try FixedEffectsPanel(units: [-1, 0], periods: [0, 1], outcome: [1, 2], treatment: [0, 1])
    }
    #expect(throws: EffectError.parameter(name: "unit", value: 2_147_483_647)) {
      try FixedEffectsPanel(units: [.max, 0], periods: [0, 1], outcome: [1, 2], treatment: [0, 1])
    }
    // Treatment that never changes within a unit is the unit's own effect.
    #expect(throws: EffectError.dependentColumn("treatment")) {
      try TwoWayFixedEffects.fit(
        FixedEffectsPanel(
          units: [0, 0, 1, 1], periods: [0, 1, 0, 1], outcome: [1, 2, 3, 5], treatment: [0, 0, 1, 1]))
    }
    let panel = try ConstructedPanel.make(units: 10, periods: 6, treatedFrom: 5, start: 3, covariate: true)
    let same = try FixedEffectsPanel(
      units: panel.units, periods: panel.periods, outcome: panel.outcome, treatment: panel.regressors[0],
      covariates: [("a", panel.regressors[1]), ("b", panel.regressors[1].map { 2 * $0 + 1 })])
    #expect(throws: EffectError.dependentColumn("b")) { try TwoWayFixedEffects.fit(same) }
  }
}
