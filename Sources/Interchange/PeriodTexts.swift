import Indicators

/// The labels of a column read as periods.
struct PeriodTexts {
  /// For every label its period; nil where it is none.
  var periods: [Period?]

  /// Share of the labels that are periods, empty ones left aside.
  var share: Double

  /// Reads `labels` under `header`.
  ///
  /// A header with *school year* makes `2023-2024` and `2011-12` school years. Dates stand for the year under a header
  /// that says year, or where all of them are the first of January; for the month where all are the first of a month.
  init(_ labels: [String], header: String) {
    let text = HeaderText(header)
    let school = text.base.contains("skoleaar") || text.base.contains("school year")
    let dates = labels.filter { Self.isDate($0) }
    var hint = Period.Hint.none
    if school {
      hint = .schoolYear
    } else if !dates.isEmpty {
      let saysYear = text.base.split(separator: " ").contains {
        $0.hasSuffix("aar") || $0 == "ar" || $0 == "year"
      }
      if saysYear || dates.allSatisfy({ $0.dropFirst(4).hasPrefix("-01-01") }) {
        hint = .year
      } else if dates.allSatisfy({ $0.dropFirst(7).hasPrefix("-01") }) {
        hint = .month
      }
    }
    periods = labels.map { label in
      if Self.isDate(label) { return Period(label.prefix(10), hint: hint) }
      // A table program may have made a number of the year.
      if label.hasSuffix(".0"), label.count == 6 { return Period(label.dropLast(2), hint: hint) }
      return Period(label, hint: hint)
    }
    let filled = labels.filter { !$0.isEmpty }.count
    share = filled == 0 ? 0 : Double(periods.filter { $0 != nil }.count) / Double(filled)
  }

  /// `2013-01-01`, with or without a time of day after it.
  private static func isDate(_ label: String) -> Bool {
    let bytes = Array(label.utf8)
    guard bytes.count == 10 || bytes.count > 10 && (bytes[10] == 0x54 || bytes[10] == 0x20) else {
      return false
    }
    for (index, byte) in bytes.prefix(10).enumerated() {
      if index == 4 || index == 7 {
        if byte != 0x2D { return false }
      } else if !(0x30...0x39).contains(byte) {
        return false
      }
    }
    return true
  }
}

/// A period inside a header: `Persons 2005`, `Andel (2021-2023)`, `2011-12.Alle trinn.Andel sluttet`, `2015`.
struct PeriodHeader: Equatable {
  var period: Period
  /// What is left of the header; empty where it was the period alone.
  var rest: String

  /// The periods in `headers`; nil for a header without one.
  ///
  /// `2011-12` could be a month or a school year. Where every such header names two years that follow each other, they
  /// are school years, because no one numbers twelve months that way.
  static func find(in headers: [String]) -> [PeriodHeader?] {
    let plain = headers.map { split($0) }
    let short = plain.compactMap { $0?.token }.filter { $0.count == 7 && Array($0.utf8)[4] == 0x2D }
    let followEachOther = short.allSatisfy { token in
      guard let year = Int(token.prefix(4)), let next = Int(token.suffix(2)) else { return false }
      return (year + 1) % 100 == next
    }
    let hint: Period.Hint = !short.isEmpty && followEachOther ? .schoolYear : .none
    return plain.map { parts in
      guard let parts else { return nil }
      let ownHint = parts.token.count == 7 ? hint : .none
      return Period(parts.token, hint: ownHint).map { PeriodHeader(period: $0, rest: parts.rest) }
    }
  }

  /// The part of a header that could be a period, first or last, and the rest.
  private static func split(_ header: String) -> (token: String, rest: String)? {
    if Period(header) != nil { return (header, "") }
    func tidy(_ text: Substring) -> String {
      var rest = text
      while let last = rest.last, " .,:;_-(".contains(last) { rest.removeLast() }
      while let first = rest.first, " .,:;_-)".contains(first) { rest.removeFirst() }
      return String(rest)
    }
    // Last: after a space, a colon or an opening parenthesis.
    var end = header[...]
    if end.last == ")" { end.removeLast() }
    if let cut = end.lastIndex(where: { " (:".contains($0) }) {
      let token = end[end.index(after: cut)...]
      if isLike(token) { return (String(token), tidy(end[..<cut])) }
    }
    // First: before a space, a full stop, a colon or a comma.
    if let cut = header.firstIndex(where: { " .:,".contains($0) }) {
      let token = header[..<cut]
      if isLike(token) { return (String(token), tidy(header[header.index(after: cut)...])) }
    }
    return nil
  }

  private static func isLike(_ token: Substring) -> Bool {
    guard let period = Period(token) ?? Period(token, hint: .schoolYear) else { return false }
    return (1700...2200).contains(period.year)
  }
}
