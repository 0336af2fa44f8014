import Foundation

/// What the kernel does with a column.
enum ColumnPlan: Sendable, Equatable {
  /// Cells are passed over.
  case skip
  /// Cells become codes of a dictionary.
  case text
  /// Cells become numbers with marks.
  case number(NumberStyle)
}

/// One column as the kernel sees it: plain fields, so that the loop over cells touches no array and no class.
struct ParserColumn {
  enum Kind: UInt8 {
    case skip
    case text
    case number
  }

  var kind: Kind
  /// The decimal sign; 0 while unknown.
  var decimal: UInt8
  var style: NumberStyle
  /// `rows` places each for the kind that uses them; nil for the other.
  var values: UnsafeMutablePointer<Double>?
  var marks: UnsafeMutablePointer<UInt8>?
  var codes: UnsafeMutablePointer<UInt32>?
  var labels: LabelTable
  /// Cells of a number column that hold text.
  var unreadable = 0
}

/// A row whose number of cells differs from the header's.
struct RaggedRow: Sendable, Equatable {
  var line: Int
  var cells: Int
}

/// What the kernel reports beside the cells it wrote.
struct ChunkReport {
  /// Where the parser stopped: the start of the first record it did not read.
  var end = 0
  /// Rows written.
  var rows = 0
  /// Runs of consecutive lines, in rows of this chunk.
  var runs: [RowNumbers.Run] = []
  /// Rows left out because of their number of cells, at most ``limit`` of them.
  var ragged: [RaggedRow] = []
  var raggedCount = 0
  /// Cells of number columns that hold text: row of this chunk, column, and text cut at 80 bytes; at most ``limit``.
  var unreadable: [(row: Int, column: Int, text: [UInt8])] = []
  /// A quotation mark that does not close before the end of the source.
  var openQuote: (line: Int, column: Int)?
  /// A cell longer than ``cellLimit``.
  var longCell: (line: Int, column: Int)?

  static let limit = 1000
  /// Cells longer than this are refused: no figure or name is, and one label should not fill the memory.
  static let cellLimit = 1 << 24
}

/// Reads the records of one stretch of a delimited text into columns.
///
/// Memory safety. `bytes` points to `size` bytes followed by at least 16 loadable ones
/// (``ByteSource/padding``). `position ≤ size` holds at every cell start, because every step forward is taken only
/// after `position < size` was checked or over a byte that equals `delimiter`, `lineEnd` or a quotation mark, none of
/// which the zero padding can be. Loads of 8 bytes at `position ≤ size` (and of 16 from a label) therefore stay in the
/// padded memory. A row index is below the number of line ends between `start` and the row's own record plus one;
/// the caller gives every stretch that many places, and all writes go to places `firstRow + row`.
struct ChunkParser {
  let bytes: UnsafePointer<UInt8>
  let size: Int
  let delimiter: UInt8
  let lineEnd: UInt8
  let encoding: TextEncoding
  let columns: UnsafeMutablePointer<ParserColumn>
  let columnCount: Int

  /// Reads records that begin in `start..<limit`, writing from `firstRow` on; `line` is that of `start`.
  func parse(start: Int, limit: Int, line firstLine: Int, firstRow: Int) -> ChunkReport {
    var report = ChunkReport()
    var position = start
    var line = firstLine
    var row = 0
    var expectedLine = -1
    records: while position < limit {
      let recordStart = position
      let first = bytes[position]
      if first == lineEnd {
        position += 1
        line += 1
        continue
      }
      if first == 0x0D || first == 0x20, let end = blankLine(position) {
        position = end
        line += 1
        continue
      }
      var extraLines = 0
      var column = 0
      while true {
        let target = columns + column
        switch target.pointee.kind {
        case .number:
          let cell = position
          var value = 0.0
          position = Self.number(bytes, position, target.pointee.decimal, &value)
          // Nothing was read: the cell is empty, or the slow way decides.
          let isEmpty = position == cell
          var stop = bytes[position]
          if stop == 0x0D, bytes[position + 1] == lineEnd {
            stop = lineEnd
            position += 1
          }
          if stop == delimiter || stop == lineEnd {
            let mark: NumberMark = isEmpty ? .empty : .number
            target.pointee.values.unsafelyUnwrapped[firstRow + row] = mark == .number ? value : .nan
            target.pointee.marks.unsafelyUnwrapped[firstRow + row] = mark.rawValue
          } else {
            position = slowNumber(cell, target, row, firstRow, column, line, &extraLines, &report)
          }
        case .text:
          let cell = position
          if bytes[cell] == 0x22 {
            var breaks = false
            let end = findQuote(from: cell + 1, &breaks)
            var after = end + 1
            if end < size, bytes[after] == 0x0D, bytes[after + 1] == lineEnd { after += 1 }
            if end < size, bytes[after] == delimiter || bytes[after] == lineEnd {
              let count = end - cell - 1
              target.pointee.codes.unsafelyUnwrapped[firstRow + row] =
                target.pointee.labels.code(for: bytes + (cell + 1), count: count)
              if breaks { extraLines += lineEnds(cell + 1, end) }
              position = after
            } else {
              position = slowText(cell, target, row, firstRow, column, line, &extraLines, &report)
            }
          } else {
            let end = findStop(from: cell)
            var count = end - cell
            if count > 0, bytes[end - 1] == 0x0D, bytes[end] != delimiter { count -= 1 }
            target.pointee.codes.unsafelyUnwrapped[firstRow + row] =
              target.pointee.labels.code(for: bytes + cell, count: count)
            position = end
          }
          if position - cell > ChunkReport.cellLimit, report.longCell == nil {
            report.longCell = (line, column)
          }
        case .skip:
          position = skipCell(position, column, line, &extraLines, &report)
        }
        // Here `position` is at a delimiter, at a line end, or at the end of the source.
        let atEnd = position >= size
        if !atEnd, bytes[position] == delimiter {
          position += 1
          column += 1
          if column < columnCount { continue }
          // One delimiter too many is a habit of some writers; more cells are a ragged row.
          if !atLineEnd(position) {
            var cells = columnCount
            while true {
              cells += 1
              position = skipCell(position, cells - 1, line, &extraLines, &report)
              guard position < size, bytes[position] == delimiter else { break }
              position += 1
            }
            reject(row, RaggedRow(line: line, cells: cells), &report)
          } else {
            if position < size, bytes[position] == 0x0D { position += 1 }
            accept(&row, line, &expectedLine, extraLines, &report)
          }
        } else if column == columnCount - 1 {
          accept(&row, line, &expectedLine, extraLines, &report)
        } else {
          reject(row, RaggedRow(line: line, cells: column + 1), &report)
        }
        break
      }
      if report.openQuote != nil { break records }
      if position < size { position += 1 }
      line += 1 + extraLines
      // A record takes at least one byte, so the loop ends.
      assert(position > recordStart)
    }
    report.end = position
    report.rows = row
    return report
  }

  @inline(__always)
  private func accept(
    _ row: inout Int, _ line: Int, _ expectedLine: inout Int, _ extraLines: Int, _ report: inout ChunkReport
  ) {
    if line != expectedLine { report.runs.append(RowNumbers.Run(row: row, number: line)) }
    row += 1
    expectedLine = line + 1
  }

  /// Leaves a row out: the next one is written in its place.
  private func reject(_ row: Int, _ ragged: RaggedRow, _ report: inout ChunkReport) {
    report.raggedCount += 1
    if report.ragged.count < ChunkReport.limit { report.ragged.append(ragged) }
    while let last = report.unreadable.last, last.row == row {
      columns[last.column].unreadable -= 1
      report.unreadable.removeLast()
    }
  }

  /// The place after the line end when the line holds only spaces; nil otherwise.
  private func blankLine(_ start: Int) -> Int? {
    var position = start
    while position < size, bytes[position] == 0x20 || bytes[position] == 0x0D { position += 1 }
    if position >= size { return size }
    return bytes[position] == lineEnd ? position + 1 : nil
  }

  private func atLineEnd(_ position: Int) -> Bool {
    if position >= size || bytes[position] == lineEnd { return true }
    return bytes[position] == 0x0D && (position + 1 >= size || bytes[position + 1] == lineEnd)
  }

  // MARK: Numbers

  /// The number of leading digits in a word of eight characters.
  @inline(__always)
  private static func digitCount(_ word: UInt64) -> Int {
    let high = word ^ 0x3030_3030_3030_3030
    // A byte 0…9 plus 0x76 stays below 0x80; one above does not, or had its high bit set already. A carry reaches
    // only bytes after the first non-digit, so the lowest marked byte is right.
    let marked = ((high &+ 0x7676_7676_7676_7676) | high) & 0x8080_8080_8080_8080
    return marked.trailingZeroBitCount >> 3
  }

  /// The value of the first `count` (1…8) digits of a word of characters.
  @inline(__always)
  private static func digits(_ word: UInt64, _ count: Int) -> UInt64 {
    // Moved up so that missing digits are zeros in front, then added pairwise.
    var value = (word ^ 0x3030_3030_3030_3030) << UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    value = (value &* 10) &+ (value >> 8)
    let pairs = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let others = ((value >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (pairs &+ others) >> 32
  }

  /// Reads an ordinary number at `start`: a minus sign, digits, a decimal part, at most 15 digits in all.
  ///
  /// Returns the place after it, or `start` where the cell is anything else. The place may be inside a cell that goes
  /// on; the caller checks what stands there.
  @inline(__always)
  private static func number(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ decimal: UInt8, _ value: inout Double
  ) -> Int {
    var position = start
    let negative = bytes[position] == 0x2D
    if negative { position &+= 1 }
    var word = load(bytes, position)
    var count = digitCount(word)
    guard count > 0 else { return start }
    var mantissa = digits(word, count)
    var total = count
    position &+= count
    while count == 8 {
      word = load(bytes, position)
      count = digitCount(word)
      if count == 0 { break }
      total &+= count
      if total > 15 { return start }
      mantissa = mantissa &* integerPowers[count] &+ digits(word, count)
      position &+= count
    }
    if bytes[position] == decimal, decimal != 0 {
      let point = position
      position &+= 1
      repeat {
        word = load(bytes, position)
        count = digitCount(word)
        if count == 0 { break }
        total &+= count
        if total > 15 { return start }
        mantissa = mantissa &* integerPowers[count] &+ digits(word, count)
        position &+= count
      } while count == 8
      let decimals = position &- point &- 1
      // mantissa < 10¹⁵ < 2⁵³ and 10^decimals ≤ 10¹⁵ are exact, so one division rounds once.
      let magnitude = Double(Int64(bitPattern: mantissa)) / realPowers[decimals]
      value = negative ? -magnitude : magnitude
      return position
    }
    let magnitude = Double(Int64(bitPattern: mantissa))
    value = negative ? -magnitude : magnitude
    return position
  }

  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>, _ position: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// 10⁰ … 10⁸.
  private static let integerPowers: InlineArray<9, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// 10⁰ … 10¹⁵.
  private static let realPowers: InlineArray<16, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A number cell that is not an ordinary number: empty, a sign, quoted, grouped, long, or text.
  @inline(never)
  private func slowNumber(
    _ cell: Int, _ target: UnsafeMutablePointer<ParserColumn>, _ row: Int, _ firstRow: Int, _ column: Int,
    _ line: Int, _ extraLines: inout Int, _ report: inout ChunkReport
  ) -> Int {
    let place = firstRow + row
    var end = cell
    let reading: NumberReading
    var text: [UInt8]?
    if bytes[cell] == 0x22 {
      let unquoted = quotedCell(cell, column, line, &extraLines, &report)
      reading = unquoted.text.withUnsafeBytes {
        NumberReading($0, style: target.pointee.style, encoding: encoding)
      }
      text = unquoted.text
      end = unquoted.end
    } else {
      end = findStop(from: cell)
      reading = NumberReading(
        UnsafeRawBufferPointer(start: bytes + cell, count: end - cell), style: target.pointee.style,
        encoding: encoding)
    }
    target.pointee.values.unsafelyUnwrapped[place] = reading.value
    target.pointee.marks.unsafelyUnwrapped[place] = reading.mark.rawValue
    if reading.mark == .unreadable {
      target.pointee.unreadable += 1
      if report.unreadable.count < ChunkReport.limit {
        let content = text ?? Array(UnsafeBufferPointer(start: bytes + cell, count: min(80, end - cell)))
        report.unreadable.append((row, column, Array(content.prefix(80))))
      }
    }
    return end
  }

  // MARK: Text

  /// A quoted cell with doubled quotation marks, spaces or text after the closing one, or no closing one.
  @inline(never)
  private func slowText(
    _ cell: Int, _ target: UnsafeMutablePointer<ParserColumn>, _ row: Int, _ firstRow: Int, _ column: Int,
    _ line: Int, _ extraLines: inout Int, _ report: inout ChunkReport
  ) -> Int {
    let unquoted = quotedCell(cell, column, line, &extraLines, &report)
    target.pointee.codes.unsafelyUnwrapped[firstRow + row] = target.pointee.labels.code(
      copying: unquoted.text)
    return unquoted.end
  }

  /// The content of the cell whose quotation mark is at `cell`, and the place of the delimiter or line end after it.
  private func quotedCell(
    _ cell: Int, _ column: Int, _ line: Int, _ extraLines: inout Int, _ report: inout ChunkReport
  ) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var position = cell + 1
    while true {
      let end = find(0x22, from: position)
      guard end < size else {
        report.openQuote = (line, column)
        return ([], size)
      }
      text.append(contentsOf: UnsafeBufferPointer(start: bytes + position, count: end - position))
      extraLines += lineEnds(position, end)
      guard end + 1 < size, bytes[end + 1] == 0x22 else {
        position = end + 1
        break
      }
      text.append(0x22)
      position = end + 2
    }
    let stop = findStop(from: position)
    text.append(contentsOf: UnsafeBufferPointer(start: bytes + position, count: stop - position))
    if position < stop, text.last == 0x0D { text.removeLast() }
    return (text, stop)
  }

  private func skipCell(
    _ cell: Int, _ column: Int, _ line: Int, _ extraLines: inout Int, _ report: inout ChunkReport
  ) -> Int {
    guard cell < size, bytes[cell] == 0x22 else { return findStop(from: cell) }
    return quotedCell(cell, column, line, &extraLines, &report).end
  }

  // MARK: Search

  /// The place of the next `byte` at or after `start`, or `size`.
  @inline(__always)
  private func find(_ byte: UInt8, from start: Int) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var position = start
    while position < size {
      let match = Self.zeroBytes(Self.load(bytes, position) ^ pattern)
      if match != 0 { return min(size, position &+ (match.trailingZeroBitCount >> 3)) }
      position &+= 8
    }
    return size
  }

  /// The place of the next quotation mark at or after `start`, or `size`. Sets `breaks` when a line end may lie before.
  @inline(__always)
  private func findQuote(from start: Int, _ breaks: inout Bool) -> Int {
    let ends = UInt64(lineEnd) &* 0x0101_0101_0101_0101
    var position = start
    while position < size {
      let word = Self.load(bytes, position)
      let match = Self.zeroBytes(word ^ 0x2222_2222_2222_2222)
      let line = Self.zeroBytes(word ^ ends)
      if match != 0 {
        // Line ends below the mark: those bits are below its lowest one.
        if line & ((match & (0 &- match)) &- 1) != 0 { breaks = true }
        return min(size, position &+ (match.trailingZeroBitCount >> 3))
      }
      if line != 0 { breaks = true }
      position &+= 8
    }
    return size
  }

  /// The place of the next delimiter or line end at or after `start`, or `size`.
  @inline(__always)
  private func findStop(from start: Int) -> Int {
    let delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    let ends = UInt64(lineEnd) &* 0x0101_0101_0101_0101
    var position = start
    while position < size {
      let word = Self.load(bytes, position)
      let match = Self.zeroBytes(word ^ delimiters) | Self.zeroBytes(word ^ ends)
      if match != 0 { return min(size, position &+ (match.trailingZeroBitCount >> 3)) }
      position &+= 8
    }
    return size
  }

  /// The high bit of every zero byte; a byte above the lowest zero may be marked wrongly, the lowest never is.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private func lineEnds(_ start: Int, _ end: Int) -> Int {
    var count = 0
    for position in start..<end where bytes[position] == lineEnd { count += 1 }
    return count
  }
}
