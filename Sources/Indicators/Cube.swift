/// What a reader returns: figures along dimensions, each with a status, and where each came from.
///
/// A cube is a statement about a file, not yet about zones and periods: a file without either still reads as a cube,
/// which `describe` can show and which refuses analysis with a reason. ``panels(measure:)`` takes the panels out.
///
/// Two layouts hold the figures. A dense cube has a figure for every combination of categories, the last dimension
/// fastest, as JSON-stat has. A listed cube has one record for each row of a file, with one coordinate column for each
/// dimension.
public struct Cube: Sendable {
  /// What a dimension is.
  public enum Role: String, Sendable, CaseIterable {
    /// Areas.
    case zone
    /// Periods; every category has a ``Category/period``.
    case time
    /// What is measured, where a file puts several measures below each other.
    case measure
    /// Which indicator.
    case indicator
    /// Sex.
    case sex
    /// Age.
    case age
    /// Anything else that splits the figures.
    case other

    /// Whether the dimension splits one indicator's figures into strata.
    public var isStratum: Bool { self == .sex || self == .age || self == .other }
  }

  /// One value of a dimension.
  public struct Category: Sendable, Hashable {
    /// The code, or the text where the file has no codes.
    public var code: String
    /// The label; the code where there is none.
    public var label: String
    /// What a category of a time dimension means; `nil` elsewhere.
    public var period: Period?
    /// The unit of a category of a measure dimension; `nil` where the file does not say.
    public var unit: Unit?

    /// A category.
    public init(code: String, label: String? = nil, period: Period? = nil, unit: Unit? = nil) {
      self.code = code
      self.label = label ?? code
      self.period = period
      self.unit = unit
    }
  }

  /// A dimension and its categories, in the order of the file.
  public struct Dimension: Sendable, Hashable {
    /// The id: the header or the code in the file.
    public var id: String
    /// The label; the id where there is none.
    public var label: String
    /// What it is.
    public var role: Role
    /// Its categories.
    public var categories: [Category]

    /// A dimension.
    public init(id: String, label: String? = nil, role: Role, categories: [Category]) {
      self.id = id
      self.label = label ?? id
      self.role = role
      self.categories = categories
    }
  }

  /// One column of figures with their statuses.
  public struct Measure: Sendable {
    /// What the figures of a column are to each other.
    public enum Role: String, Sendable, CaseIterable {
      /// The value itself.
      case value
      /// The numerator of the value.
      case numerator
      /// The denominator of the value.
      case denominator
    }

    /// The header or id.
    public var name: String
    /// What the figures are.
    public var role: Role
    /// The unit; ``Unit/unknown`` until declared.
    public var unit: Unit
    /// The figures; NaN exactly where the status is not observed.
    public var values: [Double]
    /// One status a figure.
    public var statuses: [CellStatus]

    /// A column.
    public init(
      name: String, role: Role = .value, unit: Unit = .unknown, values: [Double], statuses: [CellStatus]
    ) {
      self.name = name
      self.role = role
      self.unit = unit
      self.values = values
      self.statuses = statuses
    }
  }

  /// How figures are addressed.
  public enum Layout: Sendable {
    /// Every combination, the last dimension fastest.
    case dense
    /// One record a row: for each dimension a column of category positions.
    case listed([[Int32]])
  }

  /// The dimensions.
  public private(set) var dimensions: [Dimension]
  /// How figures are addressed.
  public private(set) var layout: Layout
  /// The columns of figures, all of the same length.
  public private(set) var measures: [Measure]
  /// The row of the file each record came from, counted from 1; `nil` where the format has no rows.
  public private(set) var rows: [UInt32]?
  /// The name of the file; `nil` for standard input.
  public var file: String?
  /// The title, as the file gives it.
  public var title: String?
  /// The source, as the file gives it.
  public var source: String?
  /// When the figures were last updated, as the file gives it.
  public var updated: String?
  /// Why the cube cannot be analysed, where the reader knows; see ``refusal``.
  public var readerRefusal: Reason?
  /// What the file says of each zone beside its figures: by header, and by the zone's code.
  public var zoneTexts: [String: [String: String]] = [:]
  /// What was found while reading.
  public var findings: [Finding]

  /// A cube whose parts fit together.
  ///
  /// - Throws: ``IndicatorsError/wrongShape(what:expected:found:)`` where columns, coordinates or rows have unequal
  ///   lengths, the dense size overflows, or a coordinate lies outside its dimension.
  public init(
    dimensions: [Dimension], layout: Layout, measures: [Measure], rows: [UInt32]? = nil, file: String? = nil,
    findings: [Finding] = []
  ) throws(IndicatorsError) {
    let count: Int
    switch layout {
    case .dense:
      var size = 1
      for dimension in dimensions {
        let (product, overflow) = size.multipliedReportingOverflow(by: dimension.categories.count)
        guard !overflow else { throw .wrongShape(what: "size", expected: Int.max, found: 0) }
        size = product
      }
      count = size
    case .listed(let coordinates):
      guard coordinates.count == dimensions.count else {
        throw .wrongShape(what: "coordinates", expected: dimensions.count, found: coordinates.count)
      }
      count = coordinates.first?.count ?? measures.first?.values.count ?? 0
      for (column, dimension) in zip(coordinates, dimensions) {
        guard column.count == count else {
          throw .wrongShape(what: dimension.id, expected: count, found: column.count)
        }
        let size = Int32(clamping: dimension.categories.count)
        if let outside = column.first(where: { $0 < 0 || $0 >= size }) {
          throw .wrongShape(what: dimension.id, expected: Int(size), found: Int(outside))
        }
      }
    }
    for measure in measures {
      for found in [measure.values.count, measure.statuses.count] where found != count {
        throw .wrongShape(what: measure.name, expected: count, found: found)
      }
    }
    if let rows, rows.count != count { throw .wrongShape(what: "rows", expected: count, found: rows.count) }
    self.dimensions = dimensions
    self.layout = layout
    self.measures = measures
    self.rows = rows
    self.file = file
    self.findings = findings
  }

  /// The number of records, hidden and missing ones included.
  public var count: Int { measures.first?.values.count ?? 0 }

  /// The first dimension with a role.
  public func dimension(_ role: Role) -> Dimension? { dimensions.first { $0.role == role } }

  /// Why the cube cannot be analysed; `nil` where it can.
  public var refusal: Reason? {
    if let readerRefusal { return readerRefusal }
    if measures.isEmpty || count == 0 { return .noFigures }
    if dimension(.zone) == nil { return .noZoneDimension }
    if dimension(.time) == nil { return .noTimeDimension }
    return nil
  }

  /// The same cube with one of its columns of figures replaced, for readers that refine statuses.
  public func replacing(measure index: Int, values: [Double], statuses: [CellStatus]) throws(IndicatorsError)
    -> Cube
  {
    guard measures.indices.contains(index) else {
      throw .wrongShape(what: "measures", expected: measures.count, found: index)
    }
    for found in [values.count, statuses.count] where found != count {
      throw .wrongShape(what: measures[index].name, expected: count, found: found)
    }
    var copy = self
    copy.measures[index].values = values
    copy.measures[index].statuses = statuses
    return copy
  }
}
