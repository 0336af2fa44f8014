/// A stretch of time that figures are reported for: a year, half-year, quarter, month, week, school year, or a window
/// of several of them.
///
///     Period(year: 2024)?.description                       // "2024"
///     Period("2022_2024")?.length                           // 3
///     Period("2022-2024")?.overlaps(Period("2023-2025")!)   // true
///
/// A period knows the days it covers, so any two can be asked whether they overlap. Periods sort by first day, then by
/// last day.
public struct Period: Sendable, Hashable, CustomStringConvertible {
  /// The unit a period counts in. The raw values are stored on disk and never change.
  public enum Unit: UInt8, Sendable, CaseIterable {
    /// Calendar years.
    case year = 0
    /// Half-years.
    case halfYear = 1
    /// Quarters.
    case quarter = 2
    /// Months.
    case month = 3
    /// ISO 8601 weeks, Monday to Sunday.
    case week = 4
    /// School years, 1 August to 31 July, named by the year they begin in.
    case schoolYear = 5

    /// How many units a year is numbered into.
    var perYear: Int {
      switch self {
      case .year, .schoolYear: 1
      case .halfYear: 2
      case .quarter: 4
      case .month: 12
      case .week: 53
      }
    }
  }

  /// The unit.
  public let unit: Unit
  /// The year of the first unit, 1–9999.
  public let year: Int
  /// The number of the first unit within its year, from 1; always 1 for years and school years.
  public let index: Int
  /// How many units: 1, or more for a window.
  public let length: Int

  /// A period of `length` units from number `index` of `year`; `nil` where there is no such period.
  ///
  /// Windows are of years or school years. Week 53 exists only in years that have one.
  public init?(unit: Unit, year: Int, index: Int = 1, length: Int = 1) {
    guard (1...9999).contains(year), index >= 1, index <= unit.perYear, (1...1000).contains(length),
      length == 1 || unit == .year || unit == .schoolYear, year + length - 1 <= 9999
    else { return nil }
    if unit == .week, index == 53, !Period.hasWeek53(year) { return nil }
    self.unit = unit
    self.year = year
    self.index = index
    self.length = length
  }

  /// A calendar year, 1–9999.
  public init?(year: Int) { self.init(unit: .year, year: year) }

  /// The window from the first to the last year, both included.
  public init?(years: ClosedRange<Int>) {
    guard (1...9999).contains(years.lowerBound), (1...9999).contains(years.upperBound) else { return nil }
    self.init(unit: .year, year: years.lowerBound, length: years.upperBound - years.lowerBound + 1)
  }

  /// Whether this is a window of several years or school years.
  public var isWindow: Bool { length > 1 }

  /// The last year touched by name: of `2022-2024` 2024, of `2016/17-2018/19` 2018.
  public var lastYear: Int { year + length - 1 }

  /// The days covered: from the first, up to but not including the end.
  public var days: Range<CalendarDay> {
    switch unit {
    case .year:
      return .startOfYear(year) ..< .startOfYear(year + length)
    case .schoolYear:
      return .start(ofMonth: 8, year: year) ..< .start(ofMonth: 8, year: year + length)
    case .halfYear, .quarter, .month:
      let months = 12 / unit.perYear
      let first = (index - 1) * months
      let end = first + months
      return .start(ofMonth: first + 1, year: year)
        ..< .start(ofMonth: end % 12 + 1, year: year + end / 12)
    case .week:
      let monday = Period.firstMonday(year) + (index - 1) * 7
      return CalendarDay(ordinal: monday)..<CalendarDay(ordinal: monday + 7)
    }
  }

  /// Whether the two share a day. Figures for overlapping periods are not independent observations.
  public func overlaps(_ other: Period) -> Bool {
    days.overlaps(other.days)
  }

  /// The period as a point on a line measured in years, for regressions: a year is its number, a part of a year adds
  /// its fraction, a window is the mean of its years (`2013-2016` is 2014.5). Periods of one unit and length that differ
  /// are at different times: a week adds its share of the 52 or 53 weeks of its year.
  public var time: Double {
    let perYear = unit == .week && !Period.hasWeek53(year) ? 52 : unit.perYear
    return Double(year) + Double(index - 1) / Double(perYear) + Double(length - 1) / 2
  }

  /// The single periods of a window, in order; the period itself where it is no window.
  public var parts: [Period] {
    guard isWindow else { return [self] }
    return (0..<length).compactMap { Period(unit: unit, year: year + $0) }
  }

  /// The canonical code, which ``init(_:hint:)`` reads back: `2024`, `2024H1`, `2024K2`, `2024M06`, `2024U01`, `2023/24`,
  /// `2022-2024`, `2016/17-2018/19`. Years have four digits.
  public var description: String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func fourDigits(_ number: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    func school(_ start: Int) -> String { "\(fourDigits(start))/\(twoDigits((start + 1) % 100))" }
    switch unit {
    case .year: return isWindow ? "\(fourDigits(year))-\(fourDigits(lastYear))" : fourDigits(year)
    case .schoolYear: return isWindow ? "\(school(year))-\(school(lastYear))" : school(year)
    case .halfYear: return "\(fourDigits(year))H\(index)"
    case .quarter: return "\(fourDigits(year))K\(index)"
    case .month: return "\(fourDigits(year))M\(twoDigits(index))"
    case .week: return "\(fourDigits(year))U\(twoDigits(index))"
    }
  }

  /// The Monday of ISO week 1, as days since 1970: the week that holds 4 January. Day 0 was a Thursday.
  private static func firstMonday(_ year: Int) -> Int {
    let fourth = CalendarDay.startOfYear(year).ordinal + 3
    let weekday = ((fourth + 3) % 7 + 7) % 7
    return fourth - weekday
  }

  private static func hasWeek53(_ year: Int) -> Bool {
    guard year < 9999 else { return false }
    return firstMonday(year + 1) - firstMonday(year) == 53 * 7
  }
}

extension Period: Comparable {
  /// By first day, then last day, then unit.
  public static func < (left: Self, right: Self) -> Bool {
    let (one, other) = (left.days, right.days)
    if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
    if one.upperBound != other.upperBound { return one.upperBound < other.upperBound }
    return left.unit.rawValue < right.unit.rawValue
  }
}

extension Sequence<Period> {
  /// Whether any two of the periods share a day.
  public var anyOverlap: Bool {
    // Periods in order, as those of a panel are, need no sorting.
    var end: CalendarDay?
    let areApart = allSatisfy { period in
      let days = period.days
      defer { end = days.upperBound }
      return end.map { $0 <= days.lowerBound } ?? true
    }
    if areApart { return false }
    let sorted = self.sorted()
    return zip(sorted, sorted.dropFirst()).contains { $0.overlaps($1) }
  }
}
