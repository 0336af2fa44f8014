import Indicators

/// Reads JSON-stat 1.x and 2.0 into cubes.
///
/// Read are datasets, bundles with a `dataset` root or any other names, and collections with datasets inside; arrays,
/// objects and absence of `category.index`; `value` as an array or by position, with `null`s and signs among the
/// figures; `status` as an array, by position, or as one text for all cells.
///
/// - Shape: a dense ``Indicators/Cube``, in the order of `id`, the last dimension fastest, with one column `value`
///   (`figures` where a metric has that name).
/// - Missing: a cell without a figure is `missing` unless a sign says `notApplicable` or `suppressed`; it is never
///   zero. A sign that hides a cell wins over a figure that stands there all the same.
/// - Units are those of the metric categories; without them `unknown`.
/// - What holds no figures (metadata, a bare collection, a hierarchy, other JSON) is a cube with a
///   ``Indicators/Cube/readerRefusal``.
/// - Reference: json-stat.org/full, version 2.0.
public enum JSONStatReader {
  /// The most cells a cube may have, unless the caller says otherwise.
  public static let defaultMaximumCells = 1 << 28

  /// Reads the only dataset of a text.
  ///
  /// - Returns: The dataset; a cube without dimensions that refuses analysis where there is none or more than one.
  /// - Throws: ``InterchangeError/document(_:path:)`` for broken JSON and for a
  ///   dataset whose parts contradict each other.
  public static func read(
    _ bytes: [UInt8], path: String = "-", maximumCells: Int = defaultMaximumCells
  ) throws(InterchangeError) -> Cube {
    let (root, datasets) = try parse(bytes, path: path)
    guard let root else { throw .emptyInput(path: path) }
    if datasets.count == 1 { return try cube(datasets[0], path: path, maximumCells: maximumCells) }
    let labels = datasets.map { $0.label ?? $0.name ?? "" }.joined(separator: "; ")
    let finding =
      datasets.isEmpty
      ? Finding(.noDataset, severity: .note)
      : Finding(.severalDatasets, severity: .note, arguments: ["datasets": labels], count: datasets.count)
    return try empty(root, reason: datasets.isEmpty ? .noFigures : .severalDatasets, finding, path: path)
  }

  /// Reads every dataset of a text: one, the members of a bundle, or those embedded in a collection.
  public static func readAll(
    _ bytes: [UInt8], path: String = "-", maximumCells: Int = defaultMaximumCells
  ) throws(InterchangeError) -> [Cube] {
    var cubes: [Cube] = []
    for part in try parse(bytes, path: path).datasets {
      cubes.append(try cube(part, path: path, maximumCells: maximumCells))
    }
    return cubes
  }

  private static func parse(
    _ bytes: [UInt8], path: String
  ) throws(InterchangeError) -> (root: JSONStatDataset?, datasets: [JSONStatDataset]) {
    do throws(JSONError) {
      var scanner = JSONScanner(bytes)
      guard scanner.nextByte() != nil else { return (nil, []) }
      let root = try JSONStatDataset(&scanner, nesting: 1)
      try scanner.finish()
      return (root, root.isDataset ? [root] : root.parts)
    } catch {
      throw .document(.json(error), path: path)
    }
  }

  // MARK: From members to a cube

  private static func empty(
    _ root: JSONStatDataset, reason: Reason, _ finding: Finding, path: String
  ) throws(InterchangeError) -> Cube {
    var cube = try assembled([], [], findings: [finding], path: path)
    cube.title = root.label
    cube.source = root.source
    cube.updated = root.updated
    cube.readerRefusal = reason
    return cube
  }

  private static func assembled(
    _ dimensions: [Cube.Dimension], _ measures: [Cube.Measure], findings: [Finding], path: String
  ) throws(InterchangeError) -> Cube {
    do {
      return try Cube(
        dimensions: dimensions, layout: .dense, measures: measures, file: path == "-" ? nil : path,
        findings: findings)
    } catch {
      // Sizes and lengths are checked before; what is left is a product that cannot be counted.
      throw .document(.jsonStat(.tooManyCells(limit: Int.max)), path: path)
    }
  }

  private static func cube(
    _ dataset: JSONStatDataset, path: String, maximumCells: Int
  ) throws(InterchangeError) -> Cube {
    var findings: [Finding] = []
    let shape: JSONStatShape
    let figures: JSONStatFigures?
    do throws(JSONStatProblem) {
      if let problem = dataset.problem { throw problem }
      shape = try JSONStatShape(dataset, maximumCells: maximumCells, findings: &findings)
      figures = try JSONStatFigures(dataset, cells: shape.cells, findings: &findings)
    } catch {
      throw .document(.jsonStat(error), path: path)
    }
    // A metric may be called "value" itself; the column then has another name, so that a name means one thing.
    let isTaken = shape.dimensions.contains { dimension in
      dimension.role == .measure
        && dimension.categories.contains {
          $0.code.lowercased() == "value" || $0.label.lowercased() == "value"
        }
    }
    let measures = figures.map {
      [
        Cube.Measure(
          name: isTaken ? "figures" : "value", unit: shape.unit, values: $0.values, statuses: $0.statuses)
      ]
    }
    var cube = try assembled(shape.dimensions, measures ?? [], findings: findings, path: path)
    cube.title = dataset.label ?? dataset.name
    cube.source = dataset.source
    cube.updated = dataset.updated
    if figures == nil { cube.readerRefusal = .noFigures }
    return cube
  }
}

extension JSONStatProblem: Error {}

extension Reason {
  /// The file holds several datasets, and none was chosen.
  public static let severalDatasets = Reason("several-datasets")
}

extension Diagnostic {
  /// The file is JSON but holds no dataset.
  public static let noDataset = Diagnostic("no-dataset")
  /// The file holds several datasets.
  public static let severalDatasets = Diagnostic("several-datasets")
  /// A dimension's role was taken from its id, because the file does not state it.
  public static let inferredRole = Diagnostic("inferred-role")
  /// Sizes that contradict the dimensions were taken from the categories instead.
  public static let repairedSizes = Diagnostic("repaired-sizes")
  /// A period that cannot be read: a row without one is left out, a dimension with one does not count as time.
  public static let unreadablePeriod = Diagnostic("unreadable-period")
  /// `-` where it does not mean zero; the cell counts as missing.
  public static let dashIsMissing = Diagnostic("dash-is-missing")
  /// A sign whose meaning neither the standards nor the file's legend give; cells without a figure count as missing.
  public static let unknownSign = Diagnostic("unknown-sign")
  /// Text where a figure should be; the cells count as missing.
  public static let textAmongFigures = Diagnostic("text-among-figures")
  /// A figure beside a sign that says there is none; the sign counts.
  public static let figureBesideSign = Diagnostic("figure-beside-sign")
}
