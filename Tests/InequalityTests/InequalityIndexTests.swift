import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Inequality

/// Six units with sizes and standard errors.
enum MadeUnits {
  static let values = [12.0, 7, 9.5, 20, 3, 7]
  static let weights = [100.0, 250, 80, 40, 300, 60]
  static let errors = [1.0, 0.5, 0.8, 2, 0.4, 0.9]
  static func units() throws -> WeightedValues {
    try WeightedValues(values, weights: weights, standardErrors: errors)
  }
  static let indices: [any InequalityIndex] = [
    Gini(), GeneralisedEntropy.theilT, GeneralisedEntropy.meanLogDeviation, Atkinson.half,
    BetweenGroupVariance(), CoefficientOfVariation(), IndexOfDisparity(),
  ]
}

@Suite struct InequalityIndexTests {
  /// numpy 2.4.6: the sums by their definitions, and standard errors by central differences of step 10⁻⁶, good to nine
  /// digits; derivatives at ties take the mean of both sides, as ours do.
  @Test func valuesAndDeltaErrorsAgainstNumpy() throws {
    let two = try #require(GeneralisedEntropy(2))
    let minus = try #require(GeneralisedEntropy(-1))
    let one = try #require(Atkinson(1))
    let aversion = try #require(Atkinson(2))
    let expected: [(any InequalityIndex, Double, Double)] = [
      (Gini(), 0.3029200851433177, 0.023543251524277834),
      (GeneralisedEntropy.theilT, 0.1605730867601807, 0.02528844981574858),
      (GeneralisedEntropy.meanLogDeviation, 0.16472111756948565, 0.030005486730268104),
      (two, 0.17776980131748887, 0.029852601920613613), (minus, 0.18988516799328847, 0.044448794667905744),
      (Atkinson.half, 0.07847827152023845, 0.01275276483702775),
      (one, 0.1518698002793646, 0.025448559407627597), (aversion, 0.27524170224679445, 0.04669564475312282),
      (BetweenGroupVariance(), 17.5415880389026, 3.0322160055285905),
      (CoefficientOfVariation(), 0.5962714169193237, 0.050065458484761974),
      (IndexOfDisparity(), 0.416706276219802, 0.03921347076077141),
    ]
    let units = try MadeUnits.units()
    for (index, value, error) in expected {
      let found = try index.estimate(units)
      #expect(isClose(found.value, value, relative: 1e-13), "\(index.method)")
      #expect(isClose(try #require(found.standardError), error, relative: 1e-7), "\(index.method)")
      #expect(found.interval?.contains(found.value) == true && found.n == 830)
    }
  }

  @Test func equalValuesAreEqualAndTheScaleDoesNotMatter() throws {
    let equal = try WeightedValues([4, 4, 4], weights: [1, 2, 5])
    for index in MadeUnits.indices {
      #expect(try index.value(of: equal) == 0, "\(index.method)")
      guard index.method != .betweenGroupVariance else { continue }
      let scaled = try WeightedValues(MadeUnits.values.map { $0 * 8 }, weights: MadeUnits.weights)
      #expect(
        isClose(try index.value(of: scaled), try index.value(of: try MadeUnits.units()), relative: 1e-13),
        "\(index.method)")
    }
  }

  /// Moving from a richer to a poorer unit of the same size, without changing places, lowers every index that looks at all
  /// units.
  @Test func thePrincipleOfTransfers() throws {
    let before = try WeightedValues([2, 5, 9, 14, 30])
    let after = try WeightedValues([3, 5, 9, 13, 30])
    for index in MadeUnits.indices where index.method != .indexOfDisparity {
      #expect(try index.value(of: after) < index.value(of: before), "\(index.method)")
    }
  }

  /// A unit of weight 3 is three units of weight 1.
  @Test func weightsAreCopies() throws {
    let weighted = try WeightedValues([1, 4, 6], weights: [3, 1, 2])
    let copies = try WeightedValues([1, 1, 1, 4, 6, 6])
    for index in MadeUnits.indices {
      #expect(
        isClose(try index.value(of: weighted), try index.value(of: copies), relative: 1e-13),
        "\(index.method)")
    }
  }

  @Test func refusals() throws {
    #expect(throws: Reason.tooFewGroups) { try WeightedValues([1]) }
    #expect(throws: Reason.emptyDenominator) { try WeightedValues([1, 2], weights: [1, 0]) }
    let zero = try WeightedValues([0, 1, 2])
    #expect(throws: Reason.figureNotPositive) { try GeneralisedEntropy.meanLogDeviation.value(of: zero) }
    #expect(throws: Reason.figureNotPositive) { try Atkinson(1)?.value(of: zero) }
    #expect(throws: Reason.figureNotPositive) { try Gini().value(of: try WeightedValues([-1, 2])) }
    #expect(throws: Reason.zeroMean) { try Gini().value(of: try WeightedValues([0, 0])) }
    #expect(throws: Reason.zeroMean) { try CoefficientOfVariation().value(of: try WeightedValues([-1, 1])) }
    #expect(try GeneralisedEntropy.theilT.estimate(zero).intervalReason != nil)
    #expect(Atkinson(0) == nil && GeneralisedEntropy(.nan) == nil && QuantileRatio(0.1, over: 0.9) == nil)
  }

  @Test func aBatchIsTheSingleCallWithAnyNumberOfThreads() throws {
    let sets = try (1...9).map { shift in
      try WeightedValues(MadeUnits.values.map { $0 + Double(shift) }, weights: MadeUnits.weights)
    }
    let bootstrap = Uncertainty.bootstrap(replicates: 100, seed: 3)
    let one = Gini().estimates(sets, uncertainty: bootstrap, threads: .single)
    #expect(one == Gini().estimates(sets, uncertainty: bootstrap, threads: ThreadLimit(4)))
    for (series, set) in sets.enumerated() {
      #expect(try one[series].get() == Gini().estimate(set, uncertainty: bootstrap, series: series))
    }
  }
}

/// Incomes of 632 households in Ilocos, from the R package ineq.
enum Ilocos {
  static let path = "reference/ilocos.csv"
  static let isThere = ReferenceData.has(path)

  static func rows() throws -> (incomes: [Double], familySizes: [Double], provinces: [String]) {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    return (rows.compactMap { Double($0[0]) }, rows.compactMap { Double($0[2]) }, rows.map { String($0[4]) })
  }
}

@Suite(.enabled(if: Ilocos.isThere, Comment(rawValue: ReferenceData.skipReason)))
struct IlocosTests {
  /// R 4.2 ineq, printed to eleven digits: half of the last, over numbers of half a unit, is 10⁻¹¹ relative.
  @Test func indicesOfThePackageIneq() throws {
    let units = try WeightedValues(try Ilocos.rows().incomes)
    #expect(units.values.count == 632)
    #expect(isClose(try Gini().value(of: units), 0.42695077021, relative: 0, absolute: 5e-12))
    #expect(
      isClose(
        try GeneralisedEntropy.meanLogDeviation.value(of: units), 0.301835006228, relative: 0, absolute: 5e-13
      ))
    #expect(
      isClose(try GeneralisedEntropy.theilT.value(of: units), 0.319915852164, relative: 0, absolute: 5e-13))
    #expect(
      isClose(
        try #require(GeneralisedEntropy(2)).value(of: units), 0.447901798534, relative: 0, absolute: 5e-13))
    #expect(isClose(try Atkinson.half.value(of: units), 0.144686467345, relative: 0, absolute: 5e-13))
    #expect(isClose(try #require(Atkinson(1)).value(of: units), 0.26053993887, relative: 0, absolute: 5e-12))
  }

  /// numpy 2.4.6: the delete-one jackknife, and entropy within and between provinces.
  @Test func theJackknifeAndTheSplitByProvince() throws {
    let (incomes, _, provinces) = try Ilocos.rows()
    let found = try Gini().estimate(try WeightedValues(incomes), uncertainty: .jackknife)
    // A difference of 632 indices that agree in three digits or so.
    #expect(isClose(try #require(found.standardError), 0.012586099885221259, relative: 1e-9))
    let names = Set(provinces).sorted()
    let groups = provinces.compactMap { names.firstIndex(of: $0) }
    for (index, within, between) in [
      (GeneralisedEntropy.meanLogDeviation, 0.30076908522228263, 0.0010659210056676366),
      (.theilT, 0.3188416376345552, 0.0010742145291441517),
    ] {
      let parts = try EntropyDecomposition(index, incomes, groups: groups)
      #expect(isClose(parts.within, within, relative: 1e-12))
      // Between is a thousandth of the sums it comes from.
      #expect(isClose(parts.between, between, relative: 1e-10))
      #expect(isClose(parts.within + parts.between, parts.total, relative: 1e-13))
    }
  }

  /// numpy 2.4.6, Kakwani's variance with tied ranks; 2000 bootstrap samples there gave 0.0205.
  @Test func theConcentrationOfIncomeByFamilySize() throws {
    let (incomes, sizes, _) = try Ilocos.rows()
    let units = try RankedUnits(values: incomes, weights: incomes.map { _ in 1 }, ranks: sizes)
    let found = try ConcentrationIndex(units).estimate(drawn: true)
    #expect(isClose(found.value, 0.08929077956107503, relative: 1e-11))
    #expect(isClose(try #require(found.standardError), 0.02066563513512093, relative: 1e-10))
  }
}
