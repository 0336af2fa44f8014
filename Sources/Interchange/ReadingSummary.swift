import Indicators

/// What was understood of a foreign file, so that nothing is guessed silently. `Wording` makes a sentence of it.
public struct ReadingSummary: Sendable, Equatable {
  /// The format that was recognised.
  public enum Format: Sendable, Equatable {
    /// Delimited text.
    case delimited(DelimitedDialect)
    /// An array of JSON objects.
    case records
    /// JSON-stat.
    case jsonStat
  }

  /// What a column was taken for.
  public enum Use: Sendable, Equatable {
    /// Areas; `hasCodes` where codes were found in it.
    case zone(hasCodes: Bool)
    /// Names of areas.
    case zoneName
    /// Periods.
    case period
    /// Figures.
    case value
    /// Numerators.
    case numerator
    /// Denominators.
    case denominator
    /// Which indicator.
    case indicator
    /// Which measure.
    case measure
    /// Statuses.
    case status
    /// Sex.
    case sex
    /// Age.
    case age
    /// Another split of the figures.
    case stratum
    /// One text a zone.
    case zoneText
    /// Figures for the period its header names.
    case figuresOf(period: Period)
    /// Figures for the indicator its header names.
    case figuresOfIndicator
    /// Not used, for a reason.
    case dropped(Dropped)
  }

  /// Why a column was not used.
  public enum Dropped: Sendable, Equatable {
    /// Another column holds the periods, and holds more of them; `kept` is its header.
    case otherPeriod(kept: String)
    /// Another column holds the areas; `kept` is its header.
    case otherZone(kept: String)
    /// It follows from another column, whose header is given.
    case followsFrom(String)
    /// One text throughout: `text`.
    case constant(text: String)
    /// Nothing in it.
    case empty
    /// Text beside figures, in a column that is no split of them.
    case note
    /// The order in which a table was shown, or the number of the row.
    case order
    /// Another measure was asked for.
    case otherMeasure
  }

  /// One column and what it was taken for.
  public struct Column: Sendable, Equatable {
    /// The header.
    public var name: String
    /// Place in the file, counting from 1.
    public var number: Int
    /// What it was taken for.
    public var use: Use

    /// A column and its use.
    public init(name: String, number: Int, use: Use) {
      self.name = name
      self.number = number
      self.use = use
    }
  }

  /// Rows that were left out, for one reason.
  public struct Skipped: Sendable, Equatable {
    /// Why.
    public var diagnostic: Diagnostic
    /// How many rows.
    public var count: Int
    /// The first of them in the file.
    public var firstRow: Int?

    /// Rows left out.
    public init(diagnostic: Diagnostic, count: Int, firstRow: Int?) {
      self.diagnostic = diagnostic
      self.count = count
      self.firstRow = firstRow
    }
  }

  /// The format.
  public var format: Format
  /// The columns in the order of the file; empty for JSON-stat, whose dimensions say themselves what they are.
  public var columns: [Column] = []
  /// The period that the caller gave for the whole file.
  public var givenPeriod: Period?
  /// The unit; ``Unit/unknown`` until declared.
  public var unit = Unit.unknown
  /// Rows in the file.
  public var rowCount = 0
  /// Rows left out.
  public var skipped: [Skipped] = []

  /// A summary of a file in `format`.
  public init(format: Format) {
    self.format = format
  }

  /// The headers of the columns taken for something that `matches`.
  public func names(where matches: (Use) -> Bool) -> [String] {
    columns.filter { matches($0.use) }.map(\.name)
  }

  /// Rows left out, for whatever reason.
  public var skippedCount: Int { skipped.reduce(0) { $0 + $1.count } }
}
