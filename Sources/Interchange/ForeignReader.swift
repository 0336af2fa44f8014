import Indicators

/// Reads any foreign file this package knows, recognised by its content rather than its name.
///
///     var options = ReadingOptions()
///     options.measure = "Antall personer"
///     let (cube, summary) = try ForeignReader.read(contentsOf: "arbeidsledighet.csv", options: options)
///     let panels = try cube.panels(measure: options.measure)
///
/// Delimited text and JSON records are interpreted by the same rules (``TableInterpreter``). JSON-stat says itself what
/// its dimensions are; of the options only the period and the unit apply to it.
public enum ForeignReader {
  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// - Returns: The cube, which may refuse analysis with a reason, and what was understood.
  /// - Throws: ``InterchangeError`` for a file that cannot be read as a whole: missing, a folder, empty, another format,
  ///   broken JSON, a quotation mark that never closes, options that do not fit.
  public static func read(
    contentsOf path: String, options: ReadingOptions = ReadingOptions()
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    try read(ByteSource(contentsOf: path, threads: options.threads), options: options)
  }

  /// Reads bytes that are already at hand; see ``read(contentsOf:options:)``.
  public static func read(
    _ source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    switch source.withBytes({ Content(of: $0) }) {
    case .delimited: return try DelimitedReader.read(source, options: options)
    case .other(let name): throw .unknownFormat(path: source.path, found: name)
    case .json(let encoding):
      let bytes = source.withBytes { plainUTF8($0, encoding) }
      switch try JSONReader.read(bytes, path: source.path) {
      case .table(let table):
        return try TableInterpreter.interpret(table, path: source.path, format: .records, options: options)
      case .cube(let cube):
        if let wanted = options.zoneColumns.first {
          // The dimensions of a cube say nothing of zones beside the figures.
          throw .noSuchColumn(path: source.path, name: wanted, candidates: cube.dimensions.map(\.label))
        }
        return try complete(cube, path: source.path, options: options)
      }
    }
  }

  /// A dense cube with the period and unit that the caller declares.
  private static func use(_ role: Cube.Role) -> ReadingSummary.Use {
    switch role {
    case .zone: .zone(hasCodes: true)
    case .time: .period
    case .measure: .measure
    case .indicator: .indicator
    case .sex: .sex
    case .age: .age
    case .other: .stratum
    }
  }

  private static func complete(
    _ cube: Cube, path: String, options: ReadingOptions
  ) throws(InterchangeError) -> (cube: Cube, summary: ReadingSummary) {
    var dimensions = cube.dimensions
    var layout = cube.layout
    var summary = ReadingSummary(format: .jsonStat)
    if let period = options.period, cube.dimension(.time) == nil, cube.readerRefusal == nil {
      dimensions.append(
        Cube.Dimension(
          id: "period", role: .time, categories: [Cube.Category(code: period.description, period: period)]))
      if case .listed(let coordinates) = layout {
        layout = .listed(coordinates + [[Int32](repeating: 0, count: cube.count)])
      }
      summary.givenPeriod = period
    }
    summary.columns = dimensions.enumerated().map { number, dimension in
      ReadingSummary.Column(name: dimension.label, number: number + 1, use: use(dimension.role))
    }
    summary.unit = options.unit ?? cube.measures.first?.unit ?? .unknown
    summary.rowCount = cube.count
    var measures = cube.measures
    if let unit = options.unit {
      for index in measures.indices { measures[index].unit = unit }
      for index in dimensions.indices where dimensions[index].role == .measure {
        for category in dimensions[index].categories.indices {
          dimensions[index].categories[category].unit = unit
        }
      }
    }
    var result: Cube
    do throws(IndicatorsError) {
      result = try Cube(
        dimensions: dimensions, layout: layout, measures: measures, rows: cube.rows, file: cube.file,
        findings: cube.findings)
    } catch {
      throw .inconsistent(path: path, error)
    }
    result.title = cube.title
    result.source = cube.source
    result.updated = cube.updated
    result.readerRefusal = cube.readerRefusal
    return (result, summary)
  }

  private static func plainUTF8(_ bytes: UnsafeRawBufferPointer, _ encoding: DetectedEncoding) -> [UInt8] {
    let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(encoding.markLength))
    switch encoding.encoding {
    case .utf16LittleEndian, .utf16BigEndian: return encoding.encoding.rewrittenAsUTF8(body).bytes
    case .utf8, .windows1252: return Array(body)
    }
  }

  /// What a file seems to be.
  private enum Content {
    case delimited
    case json(DetectedEncoding)
    case other(String)

    init(of bytes: UnsafeRawBufferPointer) {
      let known: [([UInt8], String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "xlsx"), ([0xD0, 0xCF, 0x11, 0xE0], "xls"), (Array("%PDF".utf8), "pdf"),
        ([0x89, 0x50, 0x4E, 0x47], "png"), ([0xFF, 0xD8, 0xFF], "jpeg"), ([0x1F, 0x8B], "gzip"),
        (Array("SQLite format 3".utf8), "sqlite"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        (Array("PAR1".utf8), "parquet"),
      ]
      for (mark, name) in known where bytes.starts(with: mark) {
        self = .other(name)
        return
      }
      // The beginning is enough to tell the encoding of the first characters.
      let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(4096))
      let encoding = DetectedEncoding.detect(
        head, profile: ByteProfile(head, lineEnd: 0x0A, threads: .single))
      let text = ForeignReader.plainUTF8(head, encoding)
      let visible = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      let zeros = text.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
      if text.count >= 64, zeros * 20 > text.count {
        self = .other("binary")
      } else if Self.looksLikeJSON(visible) {
        self = .json(encoding)
      } else if visible.first == 0x3C {
        self = .other("html")
      } else if ["CHARSET=", "AXIS-VERSION="].contains(where: { visible.starts(with: $0.utf8) }) {
        self = .other("px")
      } else {
        self = .delimited
      }
    }

    /// `{` or `[`, followed by something that may stand there: a header in brackets is no JSON.
    private static func looksLikeJSON(_ text: ArraySlice<UInt8>) -> Bool {
      guard let first = text.first, first == 0x7B || first == 0x5B else { return false }
      let next = text.dropFirst().first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      guard let next else { return true }
      if first == 0x7B { return next == 0x22 || next == 0x7D }
      return "{[\"]-0123456789tfn".utf8.contains(next)
    }
  }
}
