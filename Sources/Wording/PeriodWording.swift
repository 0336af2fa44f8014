import Indicators

extension Language {
  private static let nbMonths = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
  ]
  private static let enMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private func month(_ number: Int) -> String {
    let names = self == .nb ? Language.nbMonths : Language.enMonths
    return names.indices.contains(number - 1) ? names[number - 1] : "\(number)"
  }

  /// A period: `2024`, `2019–2021`, `2. kvartal 2024`, `juni 2024`, `uke 5 2024`, `skoleåret 2023/24`.
  public func period(_ period: Period) -> String {
    let code = period.description
    switch period.unit {
    case .year: return code.replacing("-", with: Sign.dash)
    case .schoolYear:
      let years = code.replacing("-", with: Sign.dash)
      if period.isWindow { return pick("skoleårene ", "school years ") + years }
      return pick("skoleåret ", "school year ") + years
    case .halfYear:
      return pick("\(period.index). halvår \(period.year)", "H\(period.index) \(period.year)")
    case .quarter:
      return pick("\(period.index). kvartal \(period.year)", "Q\(period.index) \(period.year)")
    case .month: return "\(month(period.index)) \(period.year)"
    case .week: return pick("uke \(period.index) \(period.year)", "week \(period.index), \(period.year)")
    }
  }

  /// A period in little room: `2024`, `2019–2021`, `2. kv. 2024`, `jun. 2024`, `2023/24`.
  public func shortPeriod(_ period: Period) -> String {
    let code = period.description
    switch period.unit {
    case .year, .schoolYear: return code.replacing("-", with: Sign.dash)
    case .halfYear, .week: return self.period(period)
    case .quarter:
      return pick("\(period.index). kv. \(period.year)", "Q\(period.index) \(period.year)")
    case .month:
      let name = month(period.index)
      guard name.count > 4 else { return "\(name) \(period.year)" }
      return pick("\(name.prefix(3)). \(period.year)", "\(name.prefix(3)) \(period.year)")
    }
  }

  /// A period by its code, as result rows hold it; a text that is no code stays as it is.
  public func period(code: String) -> String { Period(code).map { period($0) } ?? code }

  /// A period by its code, in little room.
  public func shortPeriod(code: String) -> String { Period(code).map { shortPeriod($0) } ?? code }

  /// A window of a baseline as rows hold it: `2019..2023` or a period's code.
  public func window(_ code: String) -> String {
    guard let range = PeriodRange(code), let first = range.first, let last = range.last else {
      return period(code: code)
    }
    return first == last ? period(first) : span(from: first.description, to: last.description)
  }

  /// From one period to another: `2008–2025`, `1. kvartal 2020 – 4. kvartal 2024`.
  public func span(from first: String, to last: String) -> String {
    guard first != last else { return shortPeriod(code: first) }
    let ends = [shortPeriod(code: first), shortPeriod(code: last)]
    let areYears = ends.allSatisfy { $0.allSatisfy(\.isNumber) }
    return ends.joined(separator: areYears ? Sign.dash : " \(Sign.dash) ")
  }

  /// A date in running text: `5. juni 2014`, `5 June 2014`.
  public func date(_ day: CalendarDay) -> String {
    let (year, number, date) = day.components
    return pick("\(date). \(month(number)) \(year)", "\(date) \(month(number)) \(year)")
  }

  /// A date in a table: `05.06.2014`; in English the unmistakable `2014-06-05`.
  public func shortDate(_ day: CalendarDay) -> String {
    guard self == .nb else { return day.description }
    return day.description.split(separator: "-").reversed().joined(separator: ".")
  }

  /// Items as a sentence lists them: `a, b og c`.
  public func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + pick(" og ", " and ") + last
  }
}
