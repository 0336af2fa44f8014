import Estimates
import Indicators
import Wording

/// One row of a result, by key.
struct ResultRow {
  let table: ResultTable
  let index: Int

  subscript(key: String) -> ResultValue { table[index, key] }

  func number(_ key: String) -> Double? { self[key].double }

  /// A text that is there and not empty.
  func text(_ key: String) -> String? { self[key].string.flatMap { $0.isEmpty ? nil : $0 } }

  /// Why the number of a key does not exist; `nil` where it does.
  func reason(_ key: String) -> Reason? { self[key].reason }

  /// The texts of a list.
  func texts(_ key: String) -> [String] {
    if case .texts(let texts) = self[key] { return texts }
    return []
  }

  /// The zone's name, or its code.
  var zoneLabel: String { text("zone_name") ?? text("zone") ?? "" }

  /// Both ends of an interval, or nothing.
  func interval(_ lower: String, _ upper: String) -> (lower: Double, upper: Double)? {
    guard let low = number(lower), let high = number(upper) else { return nil }
    return (low, high)
  }

  /// The row's `reason`, which stands for the whole row.
  var rowReason: Reason? { text("reason").map { Reason($0) } }
}

extension ResultTable {
  /// The rows, one by one.
  var entries: [ResultRow] { (0..<count).map { ResultRow(table: self, index: $0) } }
}
