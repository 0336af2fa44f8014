import Indicators

/// One cell of a result.
public enum ResultValue: Sendable, Hashable {
  /// Text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A finite number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A list of texts.
  case texts([String])
  /// No value, and why.
  case none(Reason)

  /// A number, or the reason where it is not finite.
  public static func number(_ value: Double?, or reason: Reason) -> ResultValue {
    if let value, value.isFinite { return .number(value) }
    return .none(reason)
  }

  /// A whole number, or the reason where there is none.
  public static func integer(_ value: Int?, or reason: Reason) -> ResultValue {
    value.map(ResultValue.integer) ?? .none(reason)
  }

  /// The number of an integer or number cell.
  public var double: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The text of a text cell.
  public var string: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  /// Why there is no value; `nil` where there is one.
  public var reason: Reason? {
    if case .none(let reason) = self { return reason }
    return nil
  }
}

/// Results of one verb: named, typed columns, one row a result, a reason in every cell that has no value.
///
/// Columns are stored by type, so that millions of rows stay small. Rows come out in the order they went in.
public struct ResultTable: Sendable, Equatable {
  /// The columns.
  public let schema: ResultSchema
  /// The number of rows.
  public private(set) var count = 0
  private var columns: [Storage]

  /// An empty table.
  public init(_ schema: ResultSchema) {
    self.schema = schema
    self.columns = schema.columns.map { Storage($0.type) }
  }

  /// Adds a row, given in schema order.
  ///
  /// A number that is not finite is no value for the reason `not-finite`, which the row's `reason` then is where it has none:
  /// a series at the end of what numbers can hold does not stop the others.
  ///
  /// - Precondition: One value a column, each of the column's type or `none`; an integer serves as a number. The rows are made
  ///   by the engine's own verbs, so anything else is a defect.
  public mutating func append(_ row: some Collection<ResultValue>) {
    precondition(row.count == columns.count, "a row of \(schema.verb) has \(row.count) values")
    let isFinite = row.allSatisfy { value in
      if case .number(let number) = value { number.isFinite } else { true }
    }
    guard isFinite else { return append(schema.withoutInfinities(row)) }
    for (index, value) in row.enumerated() {
      let fits = columns[index].append(value, row: count)
      precondition(fits, "\(schema.verb).\(schema.columns[index].key) cannot hold \(value)")
    }
    count += 1
  }

  /// Adds a row by key; keys left out have no value for the reason given.
  ///
  /// - Precondition: Every key is one of the schema.
  public mutating func append(_ cells: [String: ResultValue], otherwise reason: Reason = .notApplicable) {
    precondition(
      cells.keys.allSatisfy { schema.position(of: $0) != nil }, "unknown key in \(cells.keys.sorted())")
    append(schema.columns.map { cells[$0.key] ?? .none(reason) })
  }

  /// The value of a row and a key; `none(notApplicable)` for a key the schema does not have.
  public subscript(row: Int, key: String) -> ResultValue {
    guard let column = schema.position(of: key) else { return .none(.notApplicable) }
    return columns[column].value(row)
  }

  /// The value of a row and a column by position.
  public subscript(row: Int, column: Int) -> ResultValue { columns[column].value(row) }

  /// A row in schema order.
  public func row(_ row: Int) -> [ResultValue] { columns.map { $0.value(row) } }

  /// The table with only the rows that satisfy a condition.
  public func filter(_ isIncluded: (_ row: Int) -> Bool) -> ResultTable {
    var result = ResultTable(schema)
    for row in 0..<count where isIncluded(row) { result.append(self.row(row)) }
    return result
  }

  /// One typed column. A row without a value has a filler in the data and its reason beside it.
  private struct Storage: Sendable, Equatable {
    enum Data: Sendable, Equatable {
      case text(codes: [Int32], pool: [String], index: [String: Int32])
      case integer([Int])
      case number([Double])
      case boolean([Bool])
      case texts([[String]])
    }
    var data: Data
    /// One code a row, 0 for a value; empty as long as every row has one.
    private var reasonCodes: [UInt16] = []
    private var reasons: [Reason] = []

    init(_ type: ResultType) {
      data =
        switch type {
        case .text: .text(codes: [], pool: [], index: [:])
        case .integer: .integer([])
        case .number: .number([])
        case .boolean: .boolean([])
        case .texts: .texts([])
        }
    }

    mutating func append(_ value: ResultValue, row: Int) -> Bool {
      note(value.reason, row: row)
      switch data {
      case .text(var codes, var pool, var index):
        data = .boolean([])  // Gives up the arrays' storage, so that they grow in place.
        defer { data = .text(codes: codes, pool: pool, index: index) }
        guard case .text(let text) = value else {
          codes.append(-1)
          return value.reason != nil
        }
        // Most columns of text say the same row after row.
        if let last = codes.last, last >= 0, pool[Int(last)] == text {
          codes.append(last)
        } else if let known = index[text] {
          codes.append(known)
        } else {
          let code = Int32(clamping: pool.count)
          pool.append(text)
          index[text] = code
          codes.append(code)
        }
        return true
      case .integer(var column):
        data = .boolean([])
        defer { data = .integer(column) }
        if case .integer(let number) = value { column.append(number) } else { column.append(0) }
        if case .integer = value { return true }
        return value.reason != nil
      case .number(var column):
        data = .boolean([])
        defer { data = .number(column) }
        let number = value.double
        column.append(number ?? 0)  // Not NaN, which would make a table unequal to itself.
        return number.map(\.isFinite) ?? (value.reason != nil)
      case .boolean(var column):
        data = .integer([])
        defer { data = .boolean(column) }
        if case .boolean(let flag) = value {
          column.append(flag)
          return true
        }
        column.append(false)
        return value.reason != nil
      case .texts(var column):
        data = .boolean([])
        defer { data = .texts(column) }
        if case .texts(let texts) = value {
          column.append(texts)
          return true
        }
        column.append([])
        return value.reason != nil
      }
    }

    private mutating func note(_ reason: Reason?, row: Int) {
      guard let reason else {
        if !reasonCodes.isEmpty { reasonCodes.append(0) }
        return
      }
      if reasonCodes.isEmpty { reasonCodes = [UInt16](repeating: 0, count: row) }
      // A column knows a handful of reasons.
      let place =
        reasons.firstIndex(of: reason)
        ?? {
          reasons.append(reason)
          return reasons.count - 1
        }()
      reasonCodes.append(UInt16(place + 1))
    }

    func value(_ row: Int) -> ResultValue {
      if !reasonCodes.isEmpty, reasonCodes[row] > 0 { return .none(reasons[Int(reasonCodes[row]) - 1]) }
      return switch data {
      case .text(let codes, let pool, _): .text(pool[Int(codes[row])])
      case .integer(let column): .integer(column[row])
      case .number(let column): .number(column[row])
      case .boolean(let column): .boolean(column[row])
      case .texts(let column): .texts(column[row])
      }
    }
  }
}

extension Reason {
  static let notFiniteNumber = Reason("not-finite")
}

extension ResultSchema {
  /// A row whose numbers that are not finite have become reasons.
  fileprivate func withoutInfinities(_ row: some Collection<ResultValue>) -> [ResultValue] {
    var cells = row.map { value in
      if case .number(let number) = value, !number.isFinite { return ResultValue.none(.notFiniteNumber) }
      return value
    }
    if let reason = position(of: "reason"), columns[reason].type == .text, case .none = cells[reason] {
      cells[reason] = .text(Reason.notFiniteNumber.rawValue)
    }
    return cells
  }
}
