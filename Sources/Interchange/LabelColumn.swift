/// A column of a ``Table`` as labels, whatever its cells are.
struct LabelColumn {
  var codes: [UInt32]
  var labels: [String]

  init(_ cells: TableCells) {
    switch cells {
    case .text(let text):
      codes = text.codes
      labels = text.labels
    case .numbers(let numbers):
      var known: [UInt64: UInt32] = [:]
      var texts: [String] = []
      codes = numbers.values.indices.map { row in
        let value = numbers.values[row]
        let mark = NumberMark(rawValue: numbers.marks[row]) ?? .unreadable
        // A NaN cannot be a key of its own: the marks take the place of its bits.
        let isNumber = mark == .number || mark == .provisional
        if !isNumber, mark == .unreadable, let text = numbers.unreadable[row] {
          texts.append(text)
          return UInt32(truncatingIfNeeded: texts.count - 1)
        }
        let key = isNumber ? value.bitPattern : 0x7FF8_0000_0000_0000 | UInt64(mark.rawValue)
        if let code = known[key] { return code }
        let code = UInt32(truncatingIfNeeded: texts.count)
        known[key] = code
        texts.append(isNumber ? Self.text(value) : Self.sign(mark))
        return code
      }
      labels = texts
    }
  }

  /// The rows' label.
  subscript(row: Int) -> String { labels[Int(codes[row])] }

  /// Whether all rows with the same label in `other` have the same label here.
  func follows(from other: LabelColumn) -> Bool {
    var seen = [UInt32](repeating: .max, count: other.labels.count)
    for row in codes.indices {
      let place = Int(other.codes[row])
      if seen[place] == .max {
        seen[place] = codes[row]
      } else if seen[place] != codes[row] {
        return false
      }
    }
    return true
  }

  /// `5` rather than `5.0`.
  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private static func sign(_ mark: NumberMark) -> String {
    switch mark {
    case .number, .provisional, .empty, .unreadable: ""
    case .dash: "-"
    case .dot: "."
    case .twoDots: ".."
    case .threeDots: "..."
    case .colon: ":"
    case .star: "*"
    }
  }
}
