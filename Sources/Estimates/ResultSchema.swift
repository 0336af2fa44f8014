/// The type of a result column.
public enum ResultType: String, Sendable, CaseIterable {
  /// Text.
  case text
  /// A whole number.
  case integer
  /// A number.
  case number
  /// True or false.
  case boolean
  /// A list of texts.
  case texts
}

/// One column of a result: key, type, unit and what it means.
public struct ResultColumn: Sendable, Hashable {
  /// The key: English snake_case, never translated.
  public let key: String
  /// The type.
  public let type: ResultType
  /// The unit; `nil` where the column has none or the row's `unit` holds.
  public let unit: String?
  /// What it means, one sentence.
  public let about: String

  /// A column.
  public init(_ key: String, _ type: ResultType, unit: String? = nil, _ about: String) {
    self.key = key
    self.type = type
    self.unit = unit
    self.about = about
  }
}

/// The columns of a result table; every verb declares one.
public struct ResultSchema: Sendable, Hashable {
  /// The verb, such as `trend`.
  public let verb: String
  /// The table: `rows`, or an extra one such as `donors`.
  public let table: String
  /// The columns, in order.
  public let columns: [ResultColumn]

  /// A schema; of two columns with the same key the first counts.
  public init(verb: String, table: String = "rows", columns: [ResultColumn]) {
    self.verb = verb
    self.table = table
    var seen: Set<String> = []
    self.columns = columns.filter { seen.insert($0.key).inserted }
  }

  /// The key of the column that ``split(by:)`` adds for a dimension: the dimension itself, or with `_category` after it
  /// where the schema has such a key already, since a foreign file may call a dimension `period` or `n`.
  public func key(ofDimension dimension: String) -> String {
    var key = dimension
    while position(of: key) != nil { key += "_category" }
    return key
  }

  /// The schema with a text column for each dimension the rows are split by, after `zone`. The keys are those of
  /// ``key(ofDimension:)``, asked of this schema.
  public func split(by dimensions: [String]) -> ResultSchema {
    let added = dimensions.map(key(ofDimension:)).map {
      ResultColumn($0, .text, "The category of the dimension the row is about.")
    }
    let place =
      (columns.firstIndex { $0.key == "zone_name" } ?? columns.firstIndex { $0.key == "zone" }) ?? -1
    var all = columns
    all.insert(contentsOf: added, at: place + 1)
    return ResultSchema(verb: verb, table: table, columns: all)
  }

  /// The position of a key; `nil` where the schema has none.
  public func position(of key: String) -> Int? { columns.firstIndex { $0.key == key } }
}
