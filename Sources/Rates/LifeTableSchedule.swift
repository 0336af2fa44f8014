import Indicators

/// The age bands of a life table, checked to cover all ages from 0 on, with what is assumed about deaths within them.
///
///     let bands = ["0", "1-4", "5-14", "15-44", "45-64", "65-84", "85+"].compactMap { AgeBand($0) }
///     let schedule = try LifeTableSchedule(bands)
///
/// Any number of bands of any width will do: single years, Chiang's abridged bands, or a few broad ones. Broad bands give
/// rougher answers, since those who die are taken to die halfway through a band.
///
/// - The share aₓ of its band that a person who dies in it has lived is 0.1 in the first band and 0.5 in all others, unless
///   given. Most who die in the first band die soon after birth.
/// - Bands must touch: `0, 1-4, 6-9` leaves out age 5 and `0-4, 4-9` counts it twice. Both are refused by name.
public struct LifeTableSchedule: Sendable, Hashable {
  /// What becomes of a last band that has an end.
  public enum ClosedEnd: String, Sendable, CaseIterable {
    /// It is refused: nothing is known of those who live beyond it.
    case refused
    /// It is taken to be open: those who reach it die at its rate for ever after.
    case open
    /// Years beyond it are not counted: the answer is the expected number of years before that age.
    case truncated
  }

  /// The bands, in order.
  public let bands: [AgeBand]
  /// aₓ of each band; that of an open band is not used.
  public let fractions: [Double]
  /// What a last band that has an end stands for.
  public let closedEnd: ClosedEnd

  /// A schedule.
  ///
  /// - Parameters:
  ///   - bands: The bands in order of age.
  ///   - fractions: aₓ by the first age of a band; 0.1 at age 0 and 0.5 elsewhere where not given.
  ///   - closedEnd: What becomes of a last band that has an end.
  /// - Throws: ``LifeTableRefusal`` where bands are missing, overlap, do not begin at 0 or do not end as declared, or where
  ///   a fraction is outside 0…1 or of an age that begins no band.
  public init(
    _ bands: [AgeBand], fractions: [Int: Double] = [:], closedEnd: ClosedEnd = .refused
  ) throws(LifeTableRefusal) {
    guard let first = bands.first, let last = bands.last else { throw LifeTableRefusal(.needsAges) }
    guard first.lower == 0 else { throw LifeTableRefusal(.agesStartAboveZero, [first]) }
    for (one, next) in zip(bands, bands.dropFirst()) {
      guard let end = one.end, end <= next.lower else { throw LifeTableRefusal(.ageOverlap, [one, next]) }
      guard end == next.lower else { throw LifeTableRefusal(.ageGap, [one, next]) }
    }
    if last.width != nil, closedEnd == .refused { throw LifeTableRefusal(.agesEnd, [last]) }
    for (age, fraction) in fractions {
      guard let band = bands.first(where: { $0.lower == age }) else { throw LifeTableRefusal(.noSuchAge) }
      guard (0...1).contains(fraction) else { throw LifeTableRefusal(.ageFractionOutsideRange, [band]) }
    }
    self.bands = bands
    self.fractions = bands.map { fractions[$0.lower] ?? ($0.lower == 0 ? 0.1 : 0.5) }
    self.closedEnd = closedEnd
  }

  /// Whether the last band is counted without an end.
  public var endsOpen: Bool { bands.last?.width == nil || closedEnd == .open }

  /// The position of the band that begins at an age; `nil` where none does.
  public func position(ofAge age: Int) -> Int? { bands.firstIndex { $0.lower == age } }
}

/// Why there is no life table, with the bands at fault.
public struct LifeTableRefusal: Error, Sendable, Hashable {
  /// The reason.
  public let reason: Reason
  /// The bands at fault, in order.
  public let bands: [AgeBand]

  /// A refusal.
  public init(_ reason: Reason, _ bands: [AgeBand] = []) {
    self.reason = reason
    self.bands = bands
  }
}

extension Reason {
  /// A life table needs figures by age.
  public static let needsAges = Reason("needs-ages")
  /// The age bands do not begin at age 0.
  public static let agesStartAboveZero = Reason("ages-start-above-zero")
  /// Two age bands overlap.
  public static let ageOverlap = Reason("age-overlap")
  /// An age is in no band.
  public static let ageGap = Reason("age-gap")
  /// The last age band has an end, and nothing says what comes after.
  public static let agesEnd = Reason("ages-end")
  /// No age band begins at the age asked for.
  public static let noSuchAge = Reason("no-such-age")
  /// A share of a band lived by those who die in it is outside 0…1.
  public static let ageFractionOutsideRange = Reason("age-fraction-outside-range")
}
