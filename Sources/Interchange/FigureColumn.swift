import Indicators

/// A column of a ``Table`` as figures with statuses.
struct FigureColumn {
  var values: [Double]
  var statuses: [CellStatus]
  /// Cells with `-` that is no zero, with `*` alone, and with text: how many, the first row, and for text the text.
  var dashes = Occurrences()
  var stars = Occurrences()
  var unreadable = Occurrences()

  /// Cells of one kind.
  struct Occurrences {
    var count = 0
    var firstRow: Int?
    var text: String?

    mutating func add(_ row: Int, _ text: @autoclosure () -> String? = nil) {
      if count == 0 {
        firstRow = row
        self.text = text()
      }
      count += 1
    }
  }

  /// Whether the cells are numbers and signs, with at least one number. `promised` where the header says figures.
  static func isNumeric(_ cells: TableCells, promised: Bool) -> Bool {
    switch cells {
    case .numbers: true
    case .text(let text): evidence(text).verdict(delimiter: nil, promised: promised).isNumeric
    }
  }

  private static func evidence(_ text: TextCells) -> ColumnEvidence {
    var evidence = ColumnEvidence()
    for label in text.labels.prefix(5000) { evidence.add(Array(label.utf8), encoding: .utf8) }
    return evidence
  }

  /// The figures of a column. `dashIsZero` where the publisher writes `-` for a count of nothing.
  init(_ cells: TableCells, decimal: UInt8?, dashIsZero: Bool) {
    switch cells {
    case .numbers(let numbers):
      values = numbers.values
      statuses = []
      statuses.reserveCapacity(values.count)
      let plain = Self.statuses(dashIsZero: dashIsZero)
      for row in values.indices {
        let mark = numbers.marks[row]
        statuses.append(plain[Int(min(mark, NumberMark.unreadable.rawValue))])
        if mark > NumberMark.provisional.rawValue {
          note(NumberMark(rawValue: mark) ?? .unreadable, row, dashIsZero, numbers.unreadable[row])
        }
      }
    case .text(let text):
      var style = Self.evidence(text).verdict(delimiter: nil).style
      if let decimal {
        style = NumberStyle(decimal: decimal, groupsWithPunctuation: style.groupsWithPunctuation)
      }
      let readings = text.labels.map { label in
        Array(label.utf8).withUnsafeBytes { NumberReading($0, style: style, encoding: .utf8) }
      }
      let plain = Self.statuses(dashIsZero: dashIsZero)
      values = []
      values.reserveCapacity(text.codes.count)
      statuses = []
      statuses.reserveCapacity(text.codes.count)
      for (row, code) in text.codes.enumerated() {
        let reading = readings[Int(code)]
        values.append(reading.mark == .dash && dashIsZero ? 0 : reading.value)
        statuses.append(plain[Int(reading.mark.rawValue)])
        if reading.mark.rawValue > NumberMark.provisional.rawValue {
          note(reading.mark, row, dashIsZero, text.labels[Int(code)])
        }
      }
    }
  }

  private mutating func note(_ mark: NumberMark, _ row: Int, _ dashIsZero: Bool, _ text: String?) {
    switch mark {
    case .dash:
      if dashIsZero { values[row] = 0 } else { dashes.add(row) }
    case .star: stars.add(row)
    case .unreadable: unreadable.add(row, text.map { String($0.prefix(80)) })
    case .number, .provisional, .empty, .dot, .twoDots, .threeDots, .colon: break
    }
  }

  /// The status of every mark, by its raw value.
  private static func statuses(dashIsZero: Bool) -> [CellStatus] {
    NumberMark.allCases.map { mark in
      switch mark {
      case .number: .observed
      case .provisional: CellStatus(.observed, flags: .provisional)
      case .empty, .twoDots, .threeDots, .unreadable: .missing
      case .dash: dashIsZero ? .observed : .missing
      case .dot: .notApplicable
      // A star alone stands where a figure is withheld; why is not said.
      case .colon, .star: .suppressed
      }
    }
  }

  /// Whether every figure is a whole number that is not negative.
  var looksLikeCounts: Bool {
    zip(values, statuses).allSatisfy { !$1.isObserved || $0 >= 0 && $0 == $0.rounded(.towardZero) }
  }
}
