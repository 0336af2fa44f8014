import TestSupport
import Testing

@testable import Indicators

/// Figures are small and the sums are done by hand.
@Suite struct ZoneArithmeticTests {
  let rest = Zone(code: "rest", level: .group)

  /// A whole, two parts, one year: 30/100, 10/20 and 5/40 per cent.
  static func shares(_ kind: IndicatorKind? = .proportion) throws -> Panel {
    try TestPanels.quotients([[30], [10], [5]], over: [[100], [20], [40]], kind: kind, multiplier: 100)
  }

  @Test func theRestIsSumsLessSums() throws {
    let made = try Self.shares().whole(0, minus: 1, as: rest).get()
    #expect(made.numerators == [20])
    #expect(made.denominators == [80])
    #expect(made.values == [25])
    #expect(made.statuses == [.observed])
    #expect(made.findings.isEmpty && made.bounds.isEmpty)
  }

  @Test func theUnionIsSums() throws {
    let made = try Self.shares().union(of: [1, 2], as: rest).get()
    #expect(made.numerators == [15] && made.denominators == [60] && made.values == [25])
  }

  @Test func countsAreAddedAsTheyAre() throws {
    let panel = try TestPanels.values([[46_801, 47_107], [2553, 2542]])
    let made = try panel.whole(0, minus: 1, as: rest).get()
    #expect(made.values == [44_248, 44_565])
    #expect(made.numerators == nil && made.denominators == nil)
  }

  @Test(arguments: [
    (IndicatorKind.mean, Reason.needsCountAndDeviation), (.median, .needsNumeratorAndDenominator),
    (.index, .needsNumeratorAndDenominator),
  ])
  func figuresThatAreNoSumsAreRefusedEvenWithParts(kind: IndicatorKind, reason: Reason) throws {
    let panel = try Self.shares(kind)
    #expect(panel.whole(0, minus: 1, as: rest) == .failure(RefusedArithmetic(reason: reason)))
    #expect(panel.union(of: [0, 1], as: rest) == .failure(RefusedArithmetic(reason: reason)))
  }

  @Test(arguments: [IndicatorKind.proportion, .rate, .median, .index, nil])
  func bareValuesAreRefused(kind: IndicatorKind?) throws {
    let panel = try TestPanels.values([[14.2], [9.8]], kind: kind)
    let refused = RefusedArithmetic(reason: .needsNumeratorAndDenominator)
    #expect(panel.whole(0, minus: 1, as: rest) == .failure(refused))
    #expect(panel.union(of: [0, 1], as: rest) == .failure(refused))
    #expect(try TestPanels.values([[1], [2]], kind: .mean).additionRefusal == .needsCountAndDeviation)
  }

  @Test(arguments: [IndicatorKind.proportion, .rate, nil])
  func quotientsMayBeAdded(kind: IndicatorKind?) throws {
    #expect(try Self.shares(kind).additionRefusal == nil)
  }

  @Test func aZoneIsNotItsOwnRestNorCountedTwice() throws {
    let panel = try Self.shares()
    #expect(panel.whole(0, minus: 0, as: rest) == .failure(RefusedArithmetic(reason: .sameZone)))
    #expect(panel.union(of: [1, 1], as: rest) == .failure(RefusedArithmetic(reason: .sameZone)))
    #expect(panel.union(of: [], as: rest) == .failure(RefusedArithmetic(reason: .zoneNotInData)))
  }

  @Test func aNegativeResultIsNoFigureAndIsFound() throws {
    let numerators = try TestPanels.quotients([[5], [7]], over: [[100], [20]])
    let denominators = try TestPanels.quotients([[9], [7]], over: [[10], [20]])
    let counts = try TestPanels.values([[5], [7]])
    for panel in [numerators, denominators, counts] {
      let made = try panel.whole(0, minus: 1, as: rest).get()
      #expect(made.statuses == [.missing])
      #expect(made.values[0].isNaN)
      #expect(made.findings.map(\.diagnostic) == [.partExceedsWhole])
      #expect(made.findings.first?.severity == .error)
      #expect(made.findings.first?.arguments == ["zone": "rest", "period": "2000"])
    }
  }

  @Test func aRestWithMoreCasesThanPeopleIsFound() throws {
    // 10 of 20 less 2 of 15 would leave 8 of 5.
    let shares = try TestPanels.quotients([[10], [2]], over: [[20], [15]])
    #expect(try shares.whole(0, minus: 1, as: rest).get().findings.map(\.diagnostic) == [.partExceedsWhole])
    // Events per person may be more than one.
    let rates = try TestPanels.quotients([[10], [2]], over: [[20], [15]], kind: .rate)
    #expect(try rates.whole(0, minus: 1, as: rest).get().values == [1.6])
  }

  @Test func anEmptyRestHasNoShare() throws {
    let made = try TestPanels.quotients([[5], [5]], over: [[20], [20]]).whole(0, minus: 1, as: rest).get()
    #expect(made.statuses == [.notApplicable])
    #expect(made.values[0].isNaN && made.numerators?[0].isNaN == true)
    #expect(made.findings.isEmpty)
  }

  @Test func zeroIsAFigure() throws {
    let made = try TestPanels.values([[5], [5]]).whole(0, minus: 1, as: rest).get()
    #expect(made.values == [0] && made.statuses == [.observed])
  }

  @Test func eitherSideHiddenHidesTheRest() throws {
    for hidden in [0, 1] {
      let panel = try Self.shares().withHidden(hidden, as: .suppressedUnspecified)
      let made = try panel.whole(0, minus: 1, as: rest).get()
      #expect(made.statuses == [.suppressed])
      #expect(made.values[0].isNaN)
      #expect(made.bounds.isEmpty)
    }
  }

  @Test func missingIsNotHidden() throws {
    let panel = try TestPanels.values([[nil, 5, nil], [3, nil, 3]])
    #expect(try panel.whole(0, minus: 1, as: rest).get().statuses == [.missing, .missing, .missing])
    let both = try panel.withHidden(4, as: .suppressedPrimary)
    let made = try both.whole(0, minus: 1, as: rest).get()
    #expect(made.statuses.map(\.kind) == [.missing, .suppressedPrimary, .missing])
  }

  @Test func declaredBoundsGiveBoundsOfTheNumerator() throws {
    let panel = try Self.shares()
    // The part is 1 to 4 of 20, the whole 30: the rest is 26 to 29.
    let part = try panel.withHidden(1, bounds: 1...4).whole(0, minus: 1, as: rest).get()
    #expect(part.bounds == [0: 26...29])
    // The whole is 28 to 32, the part 10: 18 to 22.
    let whole = try panel.withHidden(0, bounds: 28...32).whole(0, minus: 1, as: rest).get()
    #expect(whole.bounds == [0: 18...22])
    // Both: 28 − 4 to 32 − 1.
    let both = try panel.withHidden(0, bounds: 28...32).withHidden(1, bounds: 1...4)
    #expect(try both.whole(0, minus: 1, as: rest).get().bounds == [0: 24...31])
    #expect(try both.union(of: [0, 1, 2], as: rest).get().bounds == [0: 34...41])
    // One without bounds leaves the sum without.
    let one = try both.withHidden(2, as: .suppressedUnspecified)
    #expect(try one.union(of: [0, 1, 2], as: rest).get().bounds.isEmpty)
  }

  @Test func boundsNeverGoBelowNothing() throws {
    let panel = try TestPanels.values([[3], [2]]).withHidden(1, bounds: 1...4)
    #expect(try panel.whole(0, minus: 1, as: rest).get().bounds == [0: 0...2])
    // At least 4 of a whole of 3 cannot be.
    let impossible = try TestPanels.values([[3], [2]]).withHidden(1, bounds: 4...6)
    let made = try impossible.whole(0, minus: 1, as: rest).get()
    #expect(made.bounds.isEmpty)
    #expect(made.statuses.map(\.isSuppressed) == [true])
    #expect(made.findings.map(\.diagnostic) == [.partExceedsWhole])
  }

  @Test func openBoundsStayOpen() throws {
    let panel = try TestPanels.values([[9], [2]]).withHidden(1, bounds: 5...Double.infinity)
    #expect(try panel.whole(0, minus: 1, as: rest).get().bounds == [0: 0...4])
    #expect(try panel.union(of: [0, 1], as: rest).get().bounds == [0: 14...Double.infinity])
  }

  /// Every admissible figure lies within the bounds, and both ends are reached.
  @Test func boundsHoldEveryAdmissibleRest() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let whole = Double(20 + generator.next() % 30)
      let part = Double(generator.next() % 5)
      let panel = try TestPanels.values([[whole], [part]])
      let made = try panel.withHidden(1, bounds: 0...4).whole(0, minus: 1, as: rest).get()
      let admissible = try (0...4).map { figure in
        try panel.withNumerator(Double(figure), in: 1).whole(0, minus: 1, as: rest).get().values[0]
      }
      let bounds = try #require(made.bounds[0])
      #expect(admissible.min() == bounds.lowerBound && admissible.max() == bounds.upperBound)
    }
  }

  @Test func madeSeriesBecomeZones() throws {
    let panel = try Self.shares().withHidden(1, bounds: 1...4)
    let made = try panel.whole(0, minus: 1, as: rest).get()
    let union = try panel.union(of: [0, 2], as: Zone(code: "union")).get()
    let all = try panel.appending([made, union])
    #expect(all.zones.map(\.code) == ["1", "2", "3", "rest", "union"])
    #expect(all.bounds == [1: 1...4, 3: 26...29])
    #expect(all[zone: 4, period: 0].value == 25)
    #expect(all[zone: 3, period: 0].value == nil)
    #expect(try panel.appending([]) == panel)
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "zone", value: "1")) {
      _ = try panel.appending([try panel.union(of: [0], as: Zone(code: "1")).get()])
    }
  }

  @Test func aCopyKeepsAnyFigure() throws {
    let panel = try TestPanels.values([[4.5, nil], [3, 2]], kind: .median).withHidden(3, bounds: 1...2)
    let copy = panel.copy(of: 1, as: Zone(code: "copy"))
    #expect(copy.values[0] == 3 && copy.bounds == [1: 1...2])
    #expect(try panel.appending([copy]).zones.count == 3)
  }

  @Test func flagsOfThePartsStay() throws {
    let panel = try Panel(
      indicator: "x", kind: .count, zones: TestPanels.zones(2), periods: TestPanels.years(from: 2020, 1),
      values: [9, 2], statuses: [CellStatus(.observed, flags: .provisional), .observed])
    #expect(try panel.whole(0, minus: 1, as: rest).get().statuses.first?.flags == .provisional)
  }
}
