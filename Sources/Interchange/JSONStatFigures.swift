import Indicators

/// The figures of a dataset with a status for each.
struct JSONStatFigures {
  var values: [Double]
  var statuses: [CellStatus]

  private var signs: StandardSigns
  private var counted: [Diagnostic: Finding] = [:]

  /// - Returns: `nil` where the dataset describes data but holds none.
  init?(_ dataset: JSONStatDataset, cells: Int, findings: inout [Finding]) throws(JSONStatProblem) {
    signs = StandardSigns(legend: dataset.legend)
    switch dataset.figures {
    case .none: return nil
    case .array(let array):
      if array.isEmpty, cells > 0 { return nil }
      guard array.count == cells else { throw .valuesDiffer(expected: cells, found: array.count) }
      values = array
    case .sparse(let sparse):
      if sparse.isEmpty, cells > 0 { return nil }
      values = [Double](repeating: .nan, count: cells)
      var seen = [Bool](repeating: false, count: cells)
      for (index, value) in sparse {
        guard seen.indices.contains(index), !seen[index] else {
          throw .badIndex(member: "value", index: index)
        }
        seen[index] = true
        values[index] = value
      }
    }
    let (missing, observed) = (CellStatus.missing, CellStatus.observed)
    statuses = values.map { $0.isNaN ? missing : observed }
    for (index, text) in dataset.texts { apply(text: text, to: index) }
    switch dataset.statuses {
    case .none: break
    case .all(let sign):
      if !sign.isEmpty { for index in values.indices { apply(sign: sign, to: index) } }
    case .array(let count, let found):
      // An array of one text stands for all cells, as a bare text does.
      if count == 1, cells != 1 {
        for (_, sign) in found where !sign.isEmpty {
          for index in values.indices { apply(sign: sign, to: index) }
        }
      } else {
        guard count == cells else { throw .statusesDiffer(expected: cells, found: count) }
        for (index, sign) in found { apply(sign: sign, to: index) }
      }
    case .sparse(let found):
      for (index, sign) in found {
        guard values.indices.contains(index) else { throw .badIndex(member: "status", index: index) }
        apply(sign: sign, to: index)
      }
    }
    findings += counted.values.sorted { $0.diagnostic < $1.diagnostic }
  }

  private mutating func count(_ diagnostic: Diagnostic, _ text: String, at index: Int) {
    if counted[diagnostic] == nil {
      counted[diagnostic] = Finding(
        diagnostic, place: Place(column: "value[\(index)]"), arguments: ["text": String(text.prefix(40))],
        count: 0)
    }
    counted[diagnostic]?.count += 1
  }

  /// A status text of a cell.
  private mutating func apply(sign: String, to index: Int) {
    guard !sign.isEmpty else { return }
    let meaning = signs.meaning(of: sign)
    let hasFigure = !values[index].isNaN
    if !meaning.isKnown { count(.unknownSign, sign, at: index) }
    if hasFigure {
      // Signs that only ever stand instead of a figure, and those that hide, win over a figure beside them.
      let denies = meaning.status.isSuppressed || sign == "." || sign == ".." || sign == "..."
      if denies {
        count(.figureBesideSign, sign, at: index)
        values[index] = .nan
        statuses[index] = CellStatus(meaning.status.kind, flags: statuses[index].flags)
      } else {
        statuses[index] = statuses[index].adding(meaning.flags)
      }
      return
    }
    if sign == "-" || sign == "–" { count(.dashIsMissing, sign, at: index) }
    // A sign among the figures has already said more than "missing"; another sign beside it only adds.
    if statuses[index].kind == .missing { statuses[index] = CellStatus(meaning.status.kind) }
  }

  /// A string where a figure should be: a sign, a number written as text, or neither.
  private mutating func apply(text: String, to index: Int) {
    let trimmed = Self.trimmed(text)
    let isProvisional = trimmed.utf8.count > 1 && trimmed.utf8.last == UInt8(ascii: "*")
    let numeral = isProvisional ? Self.trimmed(String(trimmed.dropLast())) : trimmed
    if let number = Self.number(numeral) {
      values[index] = number
      statuses[index] = isProvisional ? CellStatus(.observed, flags: .provisional) : .observed
      return
    }
    let meaning = signs.meaning(of: trimmed)
    guard meaning.isKnown else { return count(.textAmongFigures, text, at: index) }
    if trimmed == "-" || trimmed == "–" { count(.dashIsMissing, text, at: index) }
    statuses[index] = CellStatus(meaning.status.kind)
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }

  private static func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let scan = DecimalNumber.scan(bytes, from: 0), scan.end == bytes.count, scan.value.isFinite else {
        return nil
      }
      return scan.value
    }
  }
}
