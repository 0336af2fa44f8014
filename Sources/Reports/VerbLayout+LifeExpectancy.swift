import Estimates
import Indicators
import Wording

extension VerbLayout {
  /// Age, years, interval and what they rest on; the comparison and the years lost where there are any.
  func lifeExpectancy(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    var parts = [period()]
    if Set(entries.compactMap { $0.text("method") }).count > 1 {
      parts.append(text("method") { Wording.method(Method($0), language: language) })
    }
    if Set(entries.compactMap { $0.number("age") }) != [0] { parts.append(plain("age")) }
    parts += [value("estimate")] + interval(entries, "lower", "upper")
    parts += ["deaths", "person_years", "rate"].filter { key in entries.contains { $0.number(key) != nil } }
      .map { decimal($0, upTo: $0 == "rate" ? 1 : 0) }
    if entries.contains(where: { $0.number("difference") != nil }) {
      parts += comparator("comparator_expectancy")
      parts += difference(entries, "difference", "difference_lower", "difference_upper")
      parts.append(pValue("p_adjusted"))
    }
    return parts
  }

  /// A number with at most so many decimals; empty where there is none.
  func decimal(_ key: String, upTo decimals: Int) -> Part {
    let language = self.language
    return (
      TextTable.Column(header(key), isRight: true, dispensability: 3),
      { row in TextTable.Cell(row.number(key).map { language.number($0, upTo: decimals) } ?? "") }
    )
  }
}
