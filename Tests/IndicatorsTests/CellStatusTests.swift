import Testing

@testable import Indicators

@Suite struct CellStatusTests {
  static let all: [CellStatus] = CellStatus.Kind.allCases.flatMap { kind in
    (0..<16).map { CellStatus(kind, flags: .init(rawValue: UInt8($0))) }
  }

  @Test func everyByteComesBackOrIsRefused() {
    for byte in UInt8.min...UInt8.max {
      let status = CellStatus(rawValue: byte)
      #expect((status != nil) == (byte & 0x0F <= 7))
      if let status { #expect(CellStatus(status.kind, flags: status.flags).rawValue == byte) }
    }
  }

  /// The numbers are stored in bases, so they never change.
  @Test func storedNumbersNeverChange() {
    #expect(CellStatus.Kind.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(
      CellStatus.Kind.allCases == [
        .observed, .missing, .notApplicable, .suppressedPrimary, .suppressedSecondary, .suppressedSeries,
        .suppressedCoverage, .suppressedUnspecified,
      ])
    #expect(
      [CellStatus.Flags.provisional, .estimated, .constructed].map(\.rawValue) == [1, 2, 4])
    #expect(CellStatus(.missing, flags: .provisional).rawValue == 0x11)
  }

  @Test func onlyObservedCellsHaveNoReason() {
    for status in Self.all {
      #expect(status.isObserved == (status.kind == .observed))
      #expect((status.reason == nil) == status.isObserved)
      #expect(status.isSuppressed == (status.reason == .suppressed))
    }
  }

  @Test func aSumWithAHiddenTermIsHidden() {
    for one in Self.all {
      for other in Self.all {
        let both = one.combined(with: other)
        #expect(both.isObserved == (one.isObserved && other.isObserved))
        #expect(both.isSuppressed == (one.isSuppressed || other.isSuppressed))
        #expect(both.flags == one.flags.union(other.flags))
        #expect(both.isSuppressed == other.combined(with: one).isSuppressed)
        #expect(CellStatus.combining([one, other]) == both)
      }
    }
    #expect(CellStatus.combining([]) == .observed)
    #expect(CellStatus.combining([.missing, .observed, .suppressed]) == .suppressed)
  }

  @Test func flagsAreAdded() {
    let status = CellStatus(.missing, flags: .estimated).adding(.provisional)
    #expect(status.kind == .missing)
    #expect(status.flags == [.estimated, .provisional])
    #expect(CellStatus.Flags(rawValue: 0xFF).rawValue == 0x0F)
  }

  @Test func aCellWithoutAFigureHasNoNumbers() {
    let hidden = Cell(value: 0.5, numerator: 1, denominator: 2, status: .suppressed)
    #expect(hidden.value == nil && hidden.numerator == nil && hidden.denominator == nil)
    let shown = Cell(value: 0.5, numerator: 1, denominator: 2, status: .observed)
    #expect(shown.value == 0.5 && shown.numerator == 1 && shown.denominator == 2)
  }
}
