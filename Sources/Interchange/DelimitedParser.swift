import Foundation
import Indicators
import Scheduler

/// A delimited text whose dialect is known: where its rows begin and how its cells are written.
struct DelimitedBody: @unchecked Sendable {
  // Unchecked because of the pointer: the bytes are never written while a body exists.
  /// The whole text, in UTF-8 or Windows-1252, followed by ``ByteSource/padding`` loadable bytes.
  var bytes: UnsafeRawBufferPointer
  /// Line ends and quotation marks of `bytes`, block by block.
  var profile: ByteProfile
  var encoding: TextEncoding
  var delimiter: UInt8
  var lineEnd: UInt8
  /// The first byte after the header, and its line.
  var start: Int
  var line: Int
}

/// The columns of a body and what was wrong with some of its rows.
struct ParsedColumns {
  /// Cells by column; nil for a skipped one.
  var cells: [TableCells?] = []
  var rowCount = 0
  var rowNumbers = RowNumbers(startingAt: 1)
  var ragged: [RaggedRow] = []
  var raggedCount = 0
  /// Cells with text in number columns, by column.
  var unreadableCounts: [Int] = []
}

/// Reads a body on several threads. The result is that of one thread reading from first to last byte.
///
/// The text is cut where a line end stands outside quotation marks, judged by the parity of the marks before it. A
/// stray mark inside a cell makes that guess wrong; so each stretch is checked to end where the next one began, and
/// read again from the right place where it did not.
struct DelimitedParser {
  let body: DelimitedBody
  let plans: [ColumnPlan]
  let path: String
  let threads: ThreadLimit

  /// A stretch of whole records, if the guess holds.
  private struct Stretch {
    var start: Int
    var line: Int
  }

  /// One stretch, read.
  private final class Part: @unchecked Sendable {
    // Unchecked because of the pointer: each part is written by one iteration of the loop and read after it.
    let columns: UnsafeMutablePointer<ParserColumn>
    let count: Int
    var report = ChunkReport()
    var firstRow = 0

    init(_ count: Int) {
      self.count = count
      columns = .allocate(capacity: max(1, count))
    }

    deinit {
      for index in 0..<count { columns[index].labels.deallocate() }
      columns.deinitialize(count: count)
      columns.deallocate()
    }
  }

  /// Places for the cells of one column.
  private struct Storage {
    var values: UnsafeMutablePointer<Double>?
    var marks: UnsafeMutablePointer<UInt8>?
    var codes: UnsafeMutablePointer<UInt32>?
  }

  private var size: Int { body.bytes.count }

  func parse() throws(InterchangeError) -> ParsedColumns {
    guard let base = body.bytes.bindMemory(to: UInt8.self).baseAddress, !plans.isEmpty else {
      return ParsedColumns()
    }
    let stretches = cut(base)
    // No stretch holds more rows than line ends, and one more for a last line without one.
    let capacity = body.profile.blocks.reduce(0) { $0 + $1.lineEnds } - (body.line - 1) + 1
    var result = ParsedColumns()
    var failure: InterchangeError?
    var parts: [Part] = []
    var labels: [[String]] = []
    var storage: [Storage] = []
    var cells = [TableCells?](repeating: nil, count: plans.count)
    allocate(capacity, from: 0, storage: &storage, cells: &cells) { (storage) -> (Int, [[String]]) in
      parts = read(base, stretches, storage)
      do throws(InterchangeError) {
        try check(parts)
      } catch {
        failure = error
        return (0, [])
      }
      compact(parts, storage, into: &result)
      labels = merge(parts, storage)
      if parts.contains(where: { $0.report.raggedCount > 0 }) { forget(&labels, storage, result.rowCount) }
      return (result.rowCount, labels)
    }
    if let failure { throw failure }
    gather(parts, into: &result, cells: &cells)
    result.cells = cells
    return result
  }

  // MARK: Cutting

  private func cut(_ base: UnsafePointer<UInt8>) -> [Stretch] {
    var stretches = [Stretch(start: body.start, line: body.line)]
    let blocks = body.profile.blocks
    let wanted = threads.count == 1 ? 1 : threads.count * 4
    let perStretch = max(1, (blocks.count - 1) / wanted + 1)
    var line = 1
    var inQuotes = false
    for index in blocks.indices {
      let boundary = index * body.profile.blockSize
      if index > 0, index % perStretch == 0, let previous = stretches.last, boundary > previous.start {
        var position = boundary
        var quoted = inQuotes
        var passed = 0
        // One block is enough to find a line end; a longer line stays in the stretch before it.
        let end = min(size, boundary + body.profile.blockSize)
        while position < end {
          let byte = base[position]
          position += 1
          if byte == 0x22 { quoted.toggle() }
          if byte == body.lineEnd {
            passed += 1
            if !quoted {
              if position < size { stretches.append(Stretch(start: position, line: line + passed)) }
              break
            }
          }
        }
      }
      line += blocks[index].lineEnds
      if blocks[index].quotes % 2 == 1 { inQuotes.toggle() }
    }
    return stretches
  }

  // MARK: Reading

  private func read(_ base: UnsafePointer<UInt8>, _ stretches: [Stretch], _ storage: [Storage]) -> [Part] {
    let parts = stretches.map { _ in Part(plans.count) }
    nonisolated(unsafe) let base = base
    nonisolated(unsafe) let places = storage
    let size = size
    parallelFor(stretches.count, threads: threads) { range in
      for index in range {
        let limit = index + 1 < stretches.count ? stretches[index + 1].start : size
        run(
          parts[index], base, from: stretches[index].start, to: limit, line: stretches[index].line, places)
      }
    }
    // Read again what began in the wrong place.
    for index in parts.indices.dropFirst() where parts[index - 1].report.openQuote == nil {
      let actual = parts[index - 1].report.end
      guard actual != stretches[index].start else { continue }
      let limit = index + 1 < stretches.count ? stretches[index + 1].start : size
      var line = stretches[index].line
      for position in stretches[index].start..<max(actual, stretches[index].start)
      where base[position] == body.lineEnd { line += 1 }
      run(parts[index], base, from: actual, to: max(limit, actual), line: line, places)
    }
    return parts
  }

  private func run(
    _ part: Part, _ base: UnsafePointer<UInt8>, from start: Int, to limit: Int, line: Int,
    _ storage: [Storage]
  ) {
    if part.firstRow > 0 || part.report.end > 0 {
      for index in 0..<part.count { part.columns[index].labels.deallocate() }
      part.columns.deinitialize(count: part.count)
    }
    for (index, plan) in plans.enumerated() {
      var column = ParserColumn(kind: .skip, decimal: 0, style: NumberStyle(), labels: LabelTable())
      switch plan {
      case .skip: break
      case .text:
        column.kind = .text
        column.codes = storage[index].codes
      case .number(let style):
        column.kind = .number
        column.style = style
        column.decimal = style.decimal ?? 0
        column.values = storage[index].values
        column.marks = storage[index].marks
      }
      (part.columns + index).initialize(to: column)
    }
    let parser = ChunkParser(
      bytes: base, size: size, delimiter: body.delimiter, lineEnd: body.lineEnd, encoding: body.encoding,
      columns: part.columns, columnCount: plans.count)
    part.firstRow = line - body.line
    part.report = parser.parse(start: start, limit: limit, line: line, firstRow: part.firstRow)
  }

  private func check(_ parts: [Part]) throws(InterchangeError) {
    for part in parts {
      if let place = part.report.openQuote {
        throw .unterminatedQuote(Place(file: path, row: place.line, column: "\(place.column + 1)"))
      }
      if let place = part.report.longCell {
        throw .cellTooLong(
          Place(file: path, row: place.line, column: "\(place.column + 1)"), limit: ChunkReport.cellLimit)
      }
    }
  }

  // MARK: Putting together

  /// Moves the rows of all parts to the front, without gaps.
  private func compact(_ parts: [Part], _ storage: [Storage], into result: inout ParsedColumns) {
    var runs: [RowNumbers.Run] = []
    var total = 0
    for part in parts {
      let rows = part.report.rows
      if part.firstRow != total, rows > 0 {
        for places in storage {
          // total + rows ≤ firstRow + rows ≤ capacity, and total < firstRow: moves go down within the places.
          if let values = places.values { (values + total).update(from: values + part.firstRow, count: rows) }
          if let marks = places.marks { (marks + total).update(from: marks + part.firstRow, count: rows) }
          if let codes = places.codes { (codes + total).update(from: codes + part.firstRow, count: rows) }
        }
      }
      for run in part.report.runs {
        let moved = RowNumbers.Run(row: run.row + total, number: run.number)
        if let last = runs.last, last.number + (moved.row - last.row) == moved.number { continue }
        runs.append(moved)
      }
      part.firstRow = total
      total += rows
    }
    result.rowCount = total
    if !runs.isEmpty { result.rowNumbers = RowNumbers(runs: runs) }
  }

  /// Gives every text column one dictionary, in the order in which the rows use it, and rewrites its codes.
  private func merge(_ parts: [Part], _ storage: [Storage]) -> [[String]] {
    var labels = [[String]](repeating: [], count: plans.count)
    for (index, plan) in plans.enumerated() where plan == .text {
      guard let codes = storage[index].codes else { continue }
      var table = LabelTable()
      defer { table.deallocate() }
      var maps = parts.map { part in
        let local = part.columns[index].labels
        return (0..<local.count).map {
          table.code(for: local.labels[$0].start, count: local.labels[$0].count)
        }
      }
      let (texts, trimmed) = decode(table)
      if let trimmed { maps = maps.map { $0.map { trimmed[Int($0)] } } }
      labels[index] = texts
      let target = SharedPointer(pointer: codes)
      let finished = maps
      parallelFor(parts.count, threads: threads) { range in
        for part in range {
          let map = finished[part]
          if map.enumerated().allSatisfy({ $0.offset == Int($0.element) }) { continue }
          let first = parts[part].firstRow
          map.withUnsafeBufferPointer { map in
            for row in first..<(first + parts[part].report.rows) {
              target.pointer[row] = map[Int(target.pointer[row])]
            }
          }
        }
      }
    }
    return labels
  }

  /// Takes labels out of the dictionaries that only rows left out have used.
  private func forget(_ labels: inout [[String]], _ storage: [Storage], _ rowCount: Int) {
    for index in labels.indices {
      guard let codes = storage[index].codes else { continue }
      var isUsed = [Bool](repeating: false, count: labels[index].count)
      for row in 0..<rowCount { isUsed[Int(codes[row])] = true }
      guard isUsed.contains(false) else { continue }
      var place: UInt32 = 0
      let places = isUsed.map { used -> UInt32 in
        defer { if used { place += 1 } }
        return place
      }
      for row in 0..<rowCount { codes[row] = places[Int(codes[row])] }
      labels[index] = zip(labels[index], isUsed).filter(\.1).map(\.0)
    }
  }

  /// The texts of a dictionary without surrounding spaces; where two become one, the code of each label among them.
  private func decode(_ table: LabelTable) -> (texts: [String], codes: [UInt32]?) {
    var texts: [String] = []
    texts.reserveCapacity(table.count)
    var changed = false
    for index in 0..<table.count {
      let label = table.labels[index]
      var bytes = UnsafeBufferPointer(start: label.start, count: label.count)[...]
      while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
      while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
      if bytes.count != label.count { changed = true }
      texts.append(body.encoding.decode(bytes))
    }
    guard changed else { return (texts, nil) }
    var known: [String: UInt32] = [:]
    var unique: [String] = []
    let codes = texts.map { text in
      if let code = known[text] { return code }
      let code = UInt32(truncatingIfNeeded: unique.count)
      known[text] = code
      unique.append(text)
      return code
    }
    return (unique, codes)
  }

  private func gather(_ parts: [Part], into result: inout ParsedColumns, cells: inout [TableCells?]) {
    result.unreadableCounts = [Int](repeating: 0, count: plans.count)
    var unreadable = [[Int: String]](repeating: [:], count: plans.count)
    var taken = 0
    for part in parts {
      for index in plans.indices { result.unreadableCounts[index] += part.columns[index].unreadable }
      for cell in part.report.unreadable where taken < ChunkReport.limit {
        unreadable[cell.column][cell.row + part.firstRow] = body.encoding.decode(cell.text)
        taken += 1
      }
      result.raggedCount += part.report.raggedCount
      result.ragged += part.report.ragged.prefix(ChunkReport.limit - result.ragged.count)
    }
    for index in cells.indices {
      if case .numbers(var numbers) = cells[index], !unreadable[index].isEmpty {
        cells[index] = nil
        numbers.unreadable = unreadable[index]
        cells[index] = .numbers(numbers)
      }
    }
  }

  // MARK: Memory

  /// Calls `body` with places for `capacity` cells in every column from `index` on, then puts the filled ones into
  /// `cells`. `body` returns the rows it filled and the labels of text columns.
  ///
  /// The nesting is one level a column, since Swift hands out uninitialised arrays to a closure; the reader limits the
  /// columns of one pass (``DelimitedReader/columnsPerPass``).
  private func allocate(
    _ capacity: Int, from index: Int, storage: inout [Storage], cells: inout [TableCells?],
    _ body: ([Storage]) -> (Int, [[String]])
  ) {
    _ = allocateNext(capacity, index, &storage, &cells, body)
  }

  private func allocateNext(
    _ capacity: Int, _ index: Int, _ storage: inout [Storage], _ cells: inout [TableCells?],
    _ body: ([Storage]) -> (Int, [[String]])
  ) -> (Int, [[String]]) {
    guard index < plans.count else { return body(storage) }
    var filled: (Int, [[String]]) = (0, [])
    switch plans[index] {
    case .skip:
      storage.append(Storage())
      filled = allocateNext(capacity, index + 1, &storage, &cells, body)
    case .text:
      let codes = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
        storage.append(Storage(codes: buffer.baseAddress))
        filled = allocateNext(capacity, index + 1, &storage, &cells, body)
        count = filled.0
      }
      if !filled.1.isEmpty { cells[index] = .text(TextCells(codes: codes, labels: filled.1[index])) }
    case .number:
      var marks: [UInt8] = []
      let values = [Double](unsafeUninitializedCapacity: capacity) { values, valueCount in
        marks = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
          storage.append(Storage(values: values.baseAddress, marks: buffer.baseAddress))
          filled = allocateNext(capacity, index + 1, &storage, &cells, body)
          count = filled.0
        }
        valueCount = filled.0
      }
      cells[index] = .numbers(NumberCells(values: values, marks: marks))
    }
    return filled
  }
}
