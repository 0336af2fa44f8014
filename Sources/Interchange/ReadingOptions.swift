import Indicators
import Scheduler

/// What a caller says about a foreign file; everything left out is found by itself and told in ``ReadingSummary``.
public struct ReadingOptions: Sendable, Equatable {
  /// What a column can be declared to be (`--columns role=header`).
  public enum Role: String, Sendable, CaseIterable {
    /// The areas.
    case zone
    /// The names of areas whose codes stand in the zone column.
    case name
    /// The periods.
    case period
    /// The figures.
    case value
    /// The numerators.
    case numerator
    /// The denominators.
    case denominator
    /// Which indicator a row is about.
    case indicator
    /// What kind of figure a row holds, where several stand below each other.
    case measure
    /// Why a figure is hidden or missing.
    case status
    /// Sex.
    case sex
    /// Age.
    case age
    /// Groups of people, such as quintiles (`group=` or `stratum=`), whatever the cells look like.
    case group
  }

  /// Who published the file, where that decides what a sign means.
  public enum Origin: String, Sendable {
    /// Statistics Norway, or a statistics bank that writes as it does: `-` in counts is zero.
    case statisticsNorway = "ssb"
    /// Anybody else: `-` is no figure.
    case other
  }

  /// Declared columns, by role.
  public var columns: [Role: String] = [:]
  /// Columns that say one thing of each zone, such as when its programme began (``Cube/zoneTexts``); they are neither figures
  /// nor splits of them.
  public var zoneColumns: [String] = []
  /// Every column of figures is an indicator, named by its header (`--columns indicator=header`).
  public var indicatorsAreColumns = false
  /// Periods stand in the headers (`--wide`). Without it they are looked for only when no column holds periods.
  public var periodsAreColumns = false
  /// The measure to read, where a file has several: a header, or a category of the measure column.
  public var measure: String?
  /// The period of a file that does not say its own.
  public var period: Period?
  /// The unit of the figures.
  public var unit: Unit?
  /// The delimiter of a delimited text.
  public var delimiter: UInt8?
  /// The decimal sign.
  public var decimal: UInt8?
  /// The encoding.
  public var encoding: TextEncoding?
  /// Who published the file. Without it, a title line such as `07459: …` shows a table of Statistics Norway.
  public var origin: Origin?
  /// The bound on threads.
  public var threads = ThreadLimit.cores

  /// Everything is found by itself.
  public init() {}

  /// Takes over `--columns zone=State,period=Year,indicator=header`. A header that holds a comma is written between
  /// quotation marks.
  ///
  /// - Throws: ``InterchangeError/invalidOption(option:value:)`` for a part without `=`, or a role nobody knows.
  public mutating func setColumns(_ text: String) throws(InterchangeError) {
    for part in Self.parts(text) {
      guard let sign = part.firstIndex(of: "=") else { throw .invalidOption(option: "columns", value: part) }
      let name = part[..<sign].filter { $0 != " " }.lowercased()
      let header = String(part[part.index(after: sign)...])
      guard let role = Role(rawValue: Self.otherNames[name] ?? name), !header.isEmpty else {
        throw .invalidOption(option: "columns", value: part)
      }
      if role == .indicator, header == "header" {
        indicatorsAreColumns = true
      } else {
        columns[role] = header
      }
    }
  }

  /// Roles under the names Norwegian readers give them, and `stratum`.
  private static let otherNames = [
    "stratum": "group", "gruppe": "group", "sone": "zone", "navn": "name", "periode": "period",
    "verdi": "value", "teller": "numerator", "nevner": "denominator", "indikator": "indicator",
    "mål": "measure",
    "kjønn": "sex", "alder": "age",
  ]

  /// Takes over `--delimiter`: one character, or `tab`.
  public mutating func setDelimiter(_ text: String) throws(InterchangeError) {
    let bytes = Array((text == "tab" || text == "\\t" ? "\t" : text).utf8)
    guard bytes.count == 1, let byte = bytes.first, byte == 0x09 || (0x20..<0x7F).contains(byte), byte != 0x22
    else {
      throw .invalidOption(option: "delimiter", value: text)
    }
    delimiter = byte
  }

  /// Takes over `--decimal`: `,` or `.`.
  public mutating func setDecimal(_ text: String) throws(InterchangeError) {
    switch text {
    case ",", "comma", "komma": decimal = 0x2C
    case ".", "point", "punktum": decimal = 0x2E
    default: throw .invalidOption(option: "decimal", value: text)
    }
  }

  /// Takes over `--encoding`.
  public mutating func setEncoding(_ text: String) throws(InterchangeError) {
    guard let named = TextEncoding(named: text) else { throw .invalidOption(option: "encoding", value: text) }
    encoding = named
  }

  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var quoted = false
    for character in text {
      if character == "\"" {
        quoted.toggle()
      } else if character == ",", !quoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
