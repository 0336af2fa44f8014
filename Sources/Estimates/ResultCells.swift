import Indicators

/// A row on its way into a table: cells by key, those not yet set having no value.
///
///     var cells = ResultCells(Schemas.level)
///     cells["zone"] = .text("3909000014")
///     table.append(cells)
///
/// The cells lie in schema order, so that filling and appending a row costs no hash table.
public struct ResultCells: Sendable, Equatable {
  /// The columns.
  public let schema: ResultSchema
  private(set) var values: [ResultValue?]

  /// A row without values.
  public init(_ schema: ResultSchema) {
    self.schema = schema
    values = [ResultValue?](repeating: nil, count: schema.columns.count)
  }

  /// A row with some values, by key.
  public init(_ schema: ResultSchema, _ cells: [String: ResultValue]) {
    self.init(schema)
    for (key, value) in cells { self[key] = value }
  }

  /// The cell of a key; `nil` where it is not set.
  ///
  /// - Precondition: A key that is set is one of the schema. The rows are made by the engine's own verbs, so anything else
  ///   is a defect.
  public subscript(key: String) -> ResultValue? {
    get { schema.position(of: key).flatMap { values[$0] } }
    set {
      guard let position = schema.position(of: key) else {
        preconditionFailure("\(schema.verb) has no key \(key)")
      }
      values[position] = newValue
    }
  }
}

extension ResultTable {
  /// Adds a row; cells not set have no value for the reason given.
  ///
  /// - Precondition: The row has the table's columns.
  public mutating func append(_ cells: ResultCells, otherwise reason: Reason = .notApplicable) {
    precondition(cells.schema.columns == schema.columns, "a row of \(cells.schema.verb) in \(schema.verb)")
    append(cells.values.lazy.map { $0 ?? .none(reason) })
  }
}
