/// A foreign table in memory: named columns of equal length, before anything is known about what they mean.
///
/// Readers of delimited text and of JSON records both end here; ``TableInterpreter`` turns a table into a `Cube`.
/// A column keeps what the source said. Signs such as `:` and `-` stay signs (``NumberMark``), because what they
/// mean depends on who published the table.
public struct Table: Sendable {
  /// The columns, in the order of the source.
  public var columns: [TableColumn]

  /// Rows in every column.
  public let rowCount: Int

  /// Where each row stood in the source.
  public var rowNumbers: RowNumbers

  /// A table of `rowCount` rows.
  ///
  /// - Precondition: every column has `rowCount` cells; a reader that breaks this has a bug.
  public init(columns: [TableColumn], rowCount: Int, rowNumbers: RowNumbers) {
    for column in columns {
      precondition(column.cells.count == rowCount, "a column of a table has another length than the table")
    }
    self.columns = columns
    self.rowCount = rowCount
    self.rowNumbers = rowNumbers
  }
}

/// One named column of a ``Table``.
public struct TableColumn: Sendable {
  /// The header as written in the source, without surrounding spaces.
  public var name: String

  /// Place in the source, counting from 1; for records, the order in which the key was first seen.
  public var number: Int

  /// The cells.
  public var cells: TableCells

  /// A column `name` at place `number` of the source.
  public init(name: String, number: Int, cells: TableCells) {
    self.name = name
    self.number = number
    self.cells = cells
  }
}

/// The cells of a column: dictionary-coded text, or numbers.
public enum TableCells: Sendable {
  /// Text. Numbers written as text stay text here; the interpreter reads them if the column is a measure.
  case text(TextCells)

  /// Numbers, with a mark for every cell that is not an ordinary number.
  case numbers(NumberCells)

  /// Number of cells.
  public var count: Int {
    switch self {
    case .text(let text): text.codes.count
    case .numbers(let numbers): numbers.values.count
    }
  }
}

/// Dictionary-coded text: a code a row into labels in the order of first appearance.
///
/// An empty cell, and a key that a record lacks, is the label `""`.
public struct TextCells: Sendable {
  /// For every row an index into ``labels``.
  public var codes: [UInt32]

  /// The distinct texts, in the order in which the rows first use them.
  public var labels: [String]

  /// A column of text.
  ///
  /// - Precondition: every code is a valid index into `labels`; a reader that breaks this has a bug.
  public init(codes: [UInt32], labels: [String]) {
    precondition((codes.max() ?? 0) < UInt32(clamping: max(labels.count, 1)), "a code has no label")
    self.codes = codes
    self.labels = labels
  }
}

/// Numbers of a column, each with a mark.
///
/// Where the mark is ``NumberMark/number`` or ``NumberMark/provisional`` the value is finite; elsewhere it is NaN.
public struct NumberCells: Sendable {
  /// The numbers, NaN where there is none.
  public var values: [Double]

  /// The raw value of a ``NumberMark`` for every cell.
  public var marks: [UInt8]

  /// The text of cells that could not be read (``NumberMark/unreadable``), by row index, cut at 80 characters.
  public var unreadable: [Int: String]

  /// A column of numbers.
  ///
  /// - Precondition: as many marks as values; a reader that breaks this has a bug.
  public init(values: [Double], marks: [UInt8], unreadable: [Int: String] = [:]) {
    precondition(values.count == marks.count, "a column of numbers has another count of marks")
    self.values = values
    self.marks = marks
    self.unreadable = unreadable
  }
}

/// What a number cell of a ``Table`` held in the source.
public enum NumberMark: UInt8, Sendable, CaseIterable {
  /// An ordinary number.
  case number = 0
  /// A number with `*` beside it.
  case provisional = 1
  /// Nothing, or only spaces; JSON `null`, or a key that a record lacks.
  case empty = 2
  /// `-`, or a dash of another width.
  case dash = 3
  /// `.`
  case dot = 4
  /// `..`
  case twoDots = 5
  /// `...` or `…`
  case threeDots = 6
  /// `:`
  case colon = 7
  /// `*` alone.
  case star = 8
  /// Text that is neither a number nor a sign.
  case unreadable = 9
}

/// The source row of every row of a ``Table``, as runs of consecutive numbers.
///
/// For delimited text it is the line, counting from 1, on which the record begins; for records it is the place in the
/// array, counting from 1. Title lines, blank lines and line breaks inside quotes start a new run.
public struct RowNumbers: Sendable {
  /// A run: rows from `row` on stand at `number`, `number + 1`, ….
  public struct Run: Sendable, Equatable {
    /// Index of the first row of the run.
    public var row: Int
    /// The source row of the first row of the run.
    public var number: Int

    /// A run that begins at `row` with source row `number`.
    public init(row: Int, number: Int) {
      self.row = row
      self.number = number
    }
  }

  /// The runs, ascending in `row`, the first at row 0.
  public private(set) var runs: [Run]

  /// Consecutive rows beginning at `first`.
  public init(startingAt first: Int) {
    runs = [Run(row: 0, number: first)]
  }

  /// Rows in the given runs.
  ///
  /// - Precondition: ascending, the first at row 0; a reader that breaks this has a bug.
  public init(runs: [Run]) {
    precondition(runs.first?.row == 0, "runs of row numbers begin at row 0")
    self.runs = runs
  }

  /// The source row of the row with index `row`.
  public subscript(row: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return runs[low].number + (row - runs[low].row)
  }
}
