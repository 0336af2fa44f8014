extension Period {
  /// What is known about a column of period texts, where the text alone does not decide.
  public enum Hint: Sendable, Hashable {
    /// Nothing: `2023-2024` is a window of two years, `2011-12` a month.
    case none
    /// The header says school year: `2023-2024` and `2011-12` are school years, and a lone `2023` is the one that begins
    /// in it.
    case schoolYear
    /// Dates stand for the year they fall in.
    case year
    /// Dates stand for the month they fall in.
    case month
  }

  /// The period a text means, or `nil` where it means none.
  ///
  /// Read are `2024`; `2024H1`; `2024K2`, `2024Q2`, `2024-Q2`; `2024M06`, `2024-06`; `2024U01`, `2024W01`, `2024-W01`;
  /// `2023/24`, `2023/2024`; windows `2022_2024`, `2022-2024`, `2022–2024`, `2016/17-2018/19`; and dates `2013-01-01`
  /// under a hint that says what they stand for (without one a date is no period). `2020_2020` is the year 2020.
  /// `2011-12` is December 2011 unless the hint says school year. Spaces around are ignored. A window that runs
  /// backwards is no period.
  public init?(_ text: some StringProtocol, hint: Hint = .none) {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
    guard (4...24).contains(bytes.count) else { return nil }
    // An en dash (E2 80 93) is written between years by people; read it as a hyphen.
    var plain: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: [0xE2, 0x80, 0x93]) {
        plain.append(45)
        position += 3
      } else {
        plain.append(bytes[position])
        position += 1
      }
    }
    guard let period = Period.parse(plain[...], hint: hint) else { return nil }
    self = period
  }

  private static func parse(_ text: ArraySlice<UInt8>, hint: Hint) -> Period? {
    guard let year = number(text.prefix(4), digits: 4) else { return nil }
    let rest = text.dropFirst(4)
    guard let sign = rest.first else {
      return hint == .schoolYear ? Period(unit: .schoolYear, year: year) : Period(year: year)
    }
    let tail = rest.dropFirst()
    switch sign {
    case UInt8(ascii: "/"): return schoolYears(text)
    case UInt8(ascii: "_"), UInt8(ascii: "-"):
      if let last = number(tail, digits: 4) { return window(from: year, to: last, hint: hint) }
      if sign == UInt8(ascii: "-") { return afterHyphen(year, tail, hint) }
      return nil
    default: return part(of: year, sign, tail)
    }
  }

  /// `H1`, `K2`, `Q2`, `M06`, `U01`, `W01`.
  private static func part(of year: Int, _ letter: UInt8, _ tail: ArraySlice<UInt8>) -> Period? {
    switch letter {
    case UInt8(ascii: "H"):
      return number(tail, digits: 1).flatMap { Period(unit: .halfYear, year: year, index: $0) }
    case UInt8(ascii: "K"), UInt8(ascii: "Q"):
      return number(tail, digits: 1).flatMap { Period(unit: .quarter, year: year, index: $0) }
    case UInt8(ascii: "M"):
      return number(tail, digits: 2).flatMap { Period(unit: .month, year: year, index: $0) }
    case UInt8(ascii: "U"), UInt8(ascii: "W"):
      return number(tail, digits: 2).flatMap { Period(unit: .week, year: year, index: $0) }
    default: return nil
    }
  }

  /// `2011-12`, `2013-01-01`, `2024-Q2`, `2024-W01`.
  private static func afterHyphen(_ year: Int, _ tail: ArraySlice<UInt8>, _ hint: Hint) -> Period? {
    if let two = number(tail, digits: 2) {
      guard hint == .schoolYear else { return Period(unit: .month, year: year, index: two) }
      return two == (year + 1) % 100 ? Period(unit: .schoolYear, year: year) : nil
    }
    if tail.count == 5, let month = number(tail.prefix(2), digits: 2), tail.dropFirst(2).first == 45,
      let day = number(tail.suffix(2), digits: 2), CalendarDay(year: year, month: month, day: day) != nil
    {
      switch hint {
      case .year: return Period(year: year)
      case .month: return Period(unit: .month, year: year, index: month)
      case .schoolYear, .none: return nil
      }
    }
    guard let letter = tail.first else { return nil }
    return part(of: year, letter, tail.dropFirst())
  }

  private static func window(from first: Int, to last: Int, hint: Hint) -> Period? {
    if hint == .schoolYear {
      return last == first + 1 ? Period(unit: .schoolYear, year: first) : nil
    }
    return last >= first ? Period(years: first...last) : nil
  }

  /// `2023/24`, `2023/2024`, `2016/17-2018/19`.
  private static func schoolYears(_ text: ArraySlice<UInt8>) -> Period? {
    guard let hyphen = text.firstIndex(where: { $0 == 45 || $0 == UInt8(ascii: "_") }) else {
      return schoolYear(text).flatMap { Period(unit: .schoolYear, year: $0) }
    }
    guard let first = schoolYear(text[..<hyphen]), let last = schoolYear(text[(hyphen + 1)...]), last >= first
    else { return nil }
    return Period(unit: .schoolYear, year: first, length: last - first + 1)
  }

  private static func schoolYear(_ text: ArraySlice<UInt8>) -> Int? {
    guard let year = number(text.prefix(4), digits: 4), text.dropFirst(4).first == UInt8(ascii: "/") else {
      return nil
    }
    let end = text.dropFirst(5)
    if let two = number(end, digits: 2) { return two == (year + 1) % 100 ? year : nil }
    if let four = number(end, digits: 4) { return four == year + 1 ? year : nil }
    return nil
  }

  /// Exactly `digits` decimal digits.
  private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard text.count == digits else { return nil }
    var result = 0
    for byte in text {
      guard (48...57).contains(byte) else { return nil }
      result = result * 10 + Int(byte - 48)
    }
    return result
  }
}

/// An inclusive range of periods with open ends, as `--window 2019..2023`, `--from 2019` and `--to 2023` give it.
public struct PeriodRange: Sendable, Hashable, CustomStringConvertible {
  /// The first period; `nil` for no lower end.
  public let first: Period?
  /// The last period; `nil` for no upper end.
  public let last: Period?

  /// The range from the first to the last, either left open.
  public init(from first: Period? = nil, to last: Period? = nil) {
    self.first = first
    self.last = last
  }

  /// `P..P`, `P..`, `..P` or `P`; `nil` for anything else, or where the last ends before the first begins.
  public init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let only = Period(text) else { return nil }
      self.init(from: only, to: only)
      return
    }
    let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let first = Period(left)
    let last = Period(right)
    guard left.isEmpty || first != nil, right.isEmpty || last != nil, !(left.isEmpty && right.isEmpty) else {
      return nil
    }
    if let first, let last, last.days.upperBound <= first.days.lowerBound { return nil }
    self.init(from: first, to: last)
  }

  /// Whether the period lies wholly within the range.
  public func contains(_ period: Period) -> Bool {
    let days = period.days
    if let first, days.lowerBound < first.days.lowerBound { return false }
    if let last, days.upperBound > last.days.upperBound { return false }
    return true
  }

  /// `first..last`.
  public var description: String {
    let ends = [first, last].map { $0.map(String.init(describing:)) ?? "" }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "..")
  }
}
