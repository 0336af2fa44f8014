/// One record of a delimited text, split without hurry: for the head of a file, where speed does not matter.
struct SplitRecord: Equatable {
  /// The cells, without quotation marks and with doubled ones made single.
  var cells: [[UInt8]]
  /// Which cells were quoted.
  var quoted: [Bool]
  /// The line on which the record begins, counting from 1.
  var line: Int
  /// The bytes of the record with its line end.
  var range: Range<Int>

  /// Whether there is nothing but spaces in it.
  var isBlank: Bool {
    cells.count == 1 && cells[0].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// Splits `bytes` from `start` on, at most `limit` records. A last record that does not end inside `bytes` is left
  /// out when `isWhole` is false.
  static func split(
    _ bytes: UnsafeRawBufferPointer, from start: Int, line firstLine: Int = 1, delimiter: UInt8,
    lineEnd: UInt8,
    isWhole: Bool, limit: Int
  ) -> [SplitRecord] {
    var records: [SplitRecord] = []
    var position = start
    var line = firstLine
    while position < bytes.count, records.count < limit {
      var record = SplitRecord(cells: [], quoted: [], line: line, range: position..<position)
      var ended = false
      cells: while true {
        var cell: [UInt8] = []
        let quoted = position < bytes.count && bytes[position] == 0x22
        if quoted {
          position += 1
          while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
              guard position < bytes.count, bytes[position] == 0x22 else { break }
              position += 1
            }
            if byte == lineEnd { line += 1 }
            cell.append(byte)
          }
        }
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != lineEnd {
          cell.append(bytes[position])
          position += 1
        }
        ended = position < bytes.count
        let stop = ended ? bytes[position] : lineEnd
        if stop == lineEnd, cell.last == 0x0D { cell.removeLast() }
        record.cells.append(cell)
        record.quoted.append(quoted)
        if ended { position += 1 }
        if stop == lineEnd { break cells }
      }
      line += 1
      record.range = record.range.lowerBound..<position
      if ended || isWhole { records.append(record) }
    }
    return records
  }
}
