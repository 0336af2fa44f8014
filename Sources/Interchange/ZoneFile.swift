import Indicators

/// Reads a zone list: one row a zone version, columns `code`, `name`, `level`, `parent`, `valid-from`, `valid-to`.
///
/// Only `code` must be there. Days are `yyyy-mm-dd`; `valid-to` is the first day on which the code is no longer in use,
/// and an empty day leaves that end open. Levels may be written in Norwegian (`kommune`, `levekårssone`, …), headers too.
///
/// - Throws: ``InterchangeError/list(_:_:)`` with the row and column of whatever is wrong: a row that is too short or too
///   long, an empty code, a day that is none, a validity that ends before it begins, two versions of a code valid on one
///   day, a parent that is not in the list, a zone inside itself.
public enum ZoneFile {
  private static let columns: [(name: String, others: [String])] = [
    ("code", ["kode", "zone", "sone"]), ("name", ["navn"]), ("level", ["nivå", "niva"]),
    ("parent", ["del-av", "overordnet"]), ("valid-from", ["gyldig-fra"]), ("valid-to", ["gyldig-til"]),
  ]

  private static let levels: [String: ZoneLevel] = [
    "land": .country, "fylke": .county, "kommune": .municipality, "bydel": .district,
    "delområde": .subdistrict,
    "levekårssone": .livingConditionsZone, "grunnkrets": .basicUnit, "uoppgitt": .unplaced,
  ]

  /// Reads the file at a path as the zone system with an id.
  public static func read(_ path: String, id: String) throws(InterchangeError) -> ZoneSystem {
    try read(ByteSource(contentsOf: path), id: id)
  }

  /// Reads a source as the zone system with an id.
  public static func read(_ source: ByteSource, id: String) throws(InterchangeError) -> ZoneSystem {
    let list = try ListFile(source)
    let positions = try list.positions(of: columns, required: ["code"])
    var zones: [Zone] = []
    for row in list.rows { zones.append(try zone(row, list, positions)) }
    guard !zones.isEmpty else { throw .noRows(path: list.path) }
    do {
      return try ZoneSystem(id: id, zones: zones)
    } catch {
      let row = culprit(error, in: zones).map { list.rows[$0].line }
      throw list.error(.inconsistent(error), line: row ?? list.headerLine)
    }
  }

  private static func zone(
    _ row: ListFile.Row, _ list: ListFile, _ positions: [String: Int]
  ) throws(InterchangeError) -> Zone {
    guard row.cells.count == list.headers.count else {
      throw list.error(.raggedRow(expected: list.headers.count, found: row.cells.count), line: row.line)
    }
    func text(_ column: String) -> String { positions[column].map { row.cells[$0] } ?? "" }
    guard !text("code").isEmpty else {
      throw list.error(.emptyCell(column: "code"), line: row.line, column: "code")
    }
    var days: [CalendarDay?] = []
    for column in ["valid-from", "valid-to"] {
      let written = text(column)
      let day = CalendarDay(written)
      guard written.isEmpty || day != nil else {
        throw list.error(.notADay(written), line: row.line, column: column)
      }
      days.append(day)
    }
    guard let validity = Validity(from: days[0], to: days[1]) else {
      throw list.error(
        .reversedValidity(from: text("valid-from"), to: text("valid-to")), line: row.line, column: "valid-to")
    }
    let level = text("level")
    return Zone(
      code: text("code"), name: text("name"),
      level: level.isEmpty ? .unknown : levels[level.lowercased()] ?? ZoneLevel(rawValue: level),
      parent: text("parent").isEmpty ? nil : text("parent"), validity: validity)
  }

  /// The last row that an error about the whole list is about.
  private static func culprit(_ error: IndicatorsError, in zones: [Zone]) -> Int? {
    switch error {
    case .duplicateZone(let code, let from):
      zones.lastIndex { $0.code == code && $0.validity.from?.description == from }
    case .unknownParent(let code, let parent): zones.lastIndex { $0.code == code && $0.parent == parent }
    case .circularZones(let code): zones.lastIndex { $0.code == code }
    default: nil
    }
  }
}
