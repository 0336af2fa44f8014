import Indicators

/// Decides for every column of a delimited text whether it is read as text or as numbers, and with which decimal sign.
struct ColumnPlanner {
  private(set) var plans: [ColumnPlan]
  private let headers: [String]
  private let encoding: TextEncoding
  private let delimiter: UInt8
  private let wantedDecimal: UInt8?
  private var evidence: [ColumnEvidence]
  private var ambiguous: [Bool]
  private var revisions: [Int]
  private let promised: [Bool]

  init(head: DelimitedHead, encoding: TextEncoding, options: ReadingOptions) {
    headers = head.headers
    self.encoding = encoding
    delimiter = head.dialect.delimiter
    wantedDecimal = options.decimal
    promised = head.headers.map { header in
      options.columns.contains { $0.value == header && [.value, .numerator, .denominator].contains($0.key) }
        || HeaderMeaning(header)?.promisesFigures == true
    }
    plans = [ColumnPlan](repeating: .text, count: head.headers.count)
    evidence = [ColumnEvidence](repeating: ColumnEvidence(), count: head.headers.count)
    ambiguous = [Bool](repeating: false, count: head.headers.count)
    revisions = [Int](repeating: 0, count: head.headers.count)
    for record in head.sample {
      for (index, cell) in record.cells.enumerated() where index < evidence.count {
        evidence[index].add(cell, encoding: encoding)
      }
    }
    for index in plans.indices {
      if !Self.isText(headers[index], options) { decide(index) }
    }
    settleAmbiguity()
  }

  /// Codes, names, periods and strata stay text whatever their cells look like: `0301` is no number, and a year is a
  /// label.
  private static func isText(_ header: String, _ options: ReadingOptions) -> Bool {
    for (role, name) in options.columns where name == header {
      switch role {
      case .value, .numerator, .denominator: return false
      default: return true
      }
    }
    switch HeaderMeaning(header) {
    case .zone, .name, .period, .indicator, .status, .sex, .age, .measureLabel: return true
    case .value, .numerator, .denominator, .group, .sortKey, nil: return false
    }
  }

  private mutating func decide(_ index: Int) {
    let verdict = evidence[index].verdict(delimiter: delimiter, promised: promised[index])
    guard verdict.isNumeric else {
      plans[index] = .text
      return
    }
    var style = verdict.style
    if let wantedDecimal {
      style.groupsWithPunctuation = style.groupsWithPunctuation && style.decimal == wantedDecimal
      style.decimal = wantedDecimal
    }
    ambiguous[index] = verdict.isAmbiguous && wantedDecimal == nil
    plans[index] = .number(style)
  }

  /// A column whose commas could group thousands follows the other columns, if those are certain and agree.
  private mutating func settleAmbiguity() {
    var certain: Set<UInt8> = []
    for (index, plan) in plans.enumerated() where !ambiguous[index] {
      if case .number(let style) = plan, let decimal = style.decimal { certain.insert(decimal) }
    }
    guard certain.count == 1, let decimal = certain.first else { return }
    for index in plans.indices where ambiguous[index] {
      guard case .number(let style) = plans[index], let own = style.decimal else { continue }
      plans[index] = .number(NumberStyle(decimal: decimal, groupsWithPunctuation: own != decimal))
      ambiguous[index] = false
    }
  }

  /// Takes into account what a pass could not read; true when a plan changed and the pass must be repeated.
  mutating func revise(after parsed: ParsedColumns, in range: Range<Int>) -> Bool {
    var changed = false
    for index in range where parsed.unreadableCounts.indices.contains(index) {
      guard case .number(let style) = plans[index], parsed.unreadableCounts[index] > 0 else { continue }
      guard case .numbers(let numbers)? = parsed.cells[index] else { continue }
      let before = evidence[index]
      for text in numbers.unreadable.sorted(by: { $0.key < $1.key }).map(\.value) {
        evidence[index].add(Array(text.utf8), encoding: .utf8)
      }
      let verdict = evidence[index].verdict(delimiter: delimiter, promised: promised[index])
      if verdict.isNumeric, wantedDecimal == nil, verdict.style != style, revisions[index] < 3 {
        revisions[index] += 1
        decide(index)
        changed = true
      } else if parsed.unreadableCounts[index] > Self.tolerated {
        plans[index] = .text
        changed = true
      } else {
        evidence[index] = before
      }
    }
    return changed
  }

  /// A column with more cells of text than this is text; up to it they are bad cells of a column of figures.
  private static let tolerated = 100

  /// Columns whose decimal sign could be read in two ways.
  func findings(path: String) -> [Finding] {
    plans.indices.compactMap { index in
      guard ambiguous[index], case .number(let style) = plans[index], let decimal = style.decimal else {
        return nil
      }
      return Finding(
        .ambiguousDecimal, place: Place(file: path, column: headers[index]),
        arguments: ["decimal": decimal == 0x2C ? "," : "."])
    }
  }
}
