/// A day of the proleptic Gregorian calendar, years 1 to 9999, without clock or time zone.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1 January 1970; negative before.
  public let ordinal: Int

  /// The day that many days after 1 January 1970.
  init(ordinal: Int) { self.ordinal = ordinal }

  /// The day with this year (1–9999), month (1–12) and day of month, or `nil` where there is none.
  public init?(year: Int, month: Int = 1, day: Int = 1) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    self.ordinal = CalendarDay.ordinal(year: year, month: month, day: day)
  }

  /// The day written `yyyy-mm-dd` (ISO 8601), or `nil`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// 1 January of a year from 1 to 10000; outside it the nearest end.
  static func startOfYear(_ year: Int) -> CalendarDay {
    CalendarDay(ordinal: ordinal(year: min(max(year, 1), 10000), month: 1, day: 1))
  }

  /// The first day of a month from 1 to 12.
  static func start(ofMonth month: Int, year: Int) -> CalendarDay {
    CalendarDay(ordinal: ordinal(year: year, month: month, day: 1))
  }

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 by counting 400-year cycles of 146 097 days from 1 March of year 0.
  private static func ordinal(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let cycle = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfCycle = shifted - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - 719_468
  }

  /// Year, month and day of month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Earlier before later.
  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
