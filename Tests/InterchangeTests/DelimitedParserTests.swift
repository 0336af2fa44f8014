import Scheduler
import Testing

@testable import Interchange

@Suite struct DelimitedParserTests {
  /// Reads `text` with a cut at every `blockSize` bytes.
  private func parse(_ text: [UInt8], _ plans: [ColumnPlan], blockSize: Int, threads: Int) throws
    -> ParsedColumns
  {
    let source = try ByteSource(text, path: "text")
    return try source.withBytes { bytes in
      let body = DelimitedBody(
        bytes: bytes, profile: ByteProfile(bytes, lineEnd: 0x0A, blockSize: blockSize, threads: .single),
        encoding: .utf8, delimiter: 0x3B, lineEnd: 0x0A, start: 0, line: 1)
      return try DelimitedParser(body: body, plans: plans, path: "text", threads: ThreadLimit(threads))
        .parse()
    }
  }

  private func texts(_ cells: TableCells?) -> [String] {
    guard case .text(let text)? = cells else { return [] }
    return text.codes.map { text.labels[Int($0)] }
  }

  /// Rows with every trap: quoted line ends, doubled and stray quotation marks, carriage returns, blank and ragged rows.
  private static let traps: String = {
    let rows = [
      "a;1;x", "\"b;c\";2,5;y", "\"d\"\"e\";-3;\"z\nzz\"", "5\" rør;4;x", "\"to\r\nlinjer\";;:", "", "kort;1",
      "for;mange;celler;her", "Ærlig talt, et langt navn som ikke får plass;123456789012345678;æ",
      "  ; 7 ;\"q\"r",
      "g;8,25;x\r", "h;9;y;",
    ]
    return (0..<12).map { turn in (rows[turn...] + rows[..<turn]).joined(separator: "\n") }.joined(
      separator: "\n")
  }()

  @Test(arguments: [1, 5, 16, 31, 64, 200, 1000])
  func everyCutGivesTheTableOfAPlainSplitter(_ blockSize: Int) throws {
    let bytes = Array(Self.traps.utf8)
    let expected = bytes.withUnsafeBytes {
      SplitRecord.split(
        $0, from: 0, delimiter: 0x3B, lineEnd: 0x0A, isWhole: true, limit: .max)
    }
    .filter { !$0.isBlank && ($0.cells.count == 3 || $0.cells.count == 4 && $0.cells[3].isEmpty) }
    let plans: [ColumnPlan] = [.text, .number(NumberStyle(decimal: 0x2C)), .text]
    for threads in [1, 2, 4] {
      let parsed = try parse(bytes, plans, blockSize: blockSize, threads: threads)
      #expect(parsed.rowCount == expected.count)
      for column in [0, 2] {
        let trimmed = expected.map { record -> String in
          let text = String(decoding: record.cells[column], as: UTF8.self)
          return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        #expect(texts(parsed.cells[column]) == trimmed)
      }
      #expect((0..<parsed.rowCount).map { parsed.rowNumbers[$0] } == expected.map(\.line))
      #expect(parsed.raggedCount == 24)
      guard case .numbers(let numbers)? = parsed.cells[1] else {
        Issue.record("no numbers")
        continue
      }
      let readings = expected.map { record in
        record.cells[1].withUnsafeBytes {
          NumberReading($0, style: NumberStyle(decimal: 0x2C), encoding: .utf8)
        }
      }
      #expect(numbers.marks == readings.map(\.mark.rawValue))
      #expect(zip(numbers.values, readings).allSatisfy { $0 == $1.value || $0.isNaN && $1.value.isNaN })
    }
  }

  @Test func figuresAreThoseOfTheStandardLibraryToTheLastBit() throws {
    var state: UInt64 = 7
    var lines: [String] = []
    for index in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(state >> (UInt64(index % 60))).prefix(1 + index % 19)
      let cut = index % (digits.count + 1)
      let whole = digits.prefix(cut)
      let rest = digits.dropFirst(cut)
      lines.append(
        (index % 3 == 0 ? "-" : "") + (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest))
    }
    let text = Array(lines.map { $0 + ";" }.joined(separator: "\n").utf8)
    let parsed = try parse(text, [.number(NumberStyle(decimal: 0x2E))], blockSize: 4096, threads: 2)
    guard case .numbers(let numbers)? = parsed.cells[0] else {
      Issue.record("no numbers")
      return
    }
    #expect(numbers.values.map(\.bitPattern) == lines.map { Double($0)?.bitPattern })
  }

  @Test func emptyCellsAreNeverZero() throws {
    for end in ["\n", "\r\n"] {
      let text = Array(["1;;", ";2;", ";;3", ";;", "4;5;6"].joined(separator: end).utf8)
      let style = ColumnPlan.number(NumberStyle(decimal: 0x2C))
      let parsed = try parse(text, [style, style, style], blockSize: 64, threads: 1)
      let marks = parsed.cells.map { cells -> [UInt8] in
        guard case .numbers(let numbers)? = cells else { return [] }
        #expect(zip(numbers.values, numbers.marks).allSatisfy { $0.isNaN == ($1 != 0) })
        return numbers.marks
      }
      let empty = NumberMark.empty.rawValue
      #expect(
        marks == [[0, empty, empty, empty, 0], [empty, 0, empty, empty, 0], [empty, empty, 0, empty, 0]])
    }
  }

  @Test func aQuotationMarkThatNeverClosesIsNamedWithItsPlace() {
    #expect(throws: InterchangeError.self) {
      try parse(Array("a;b\nc;\"d\ne;f\n".utf8), [.text, .text], blockSize: 64, threads: 1)
    }
    do {
      _ = try parse(Array("a;b\nc;\"d\ne;f\n".utf8), [.text, .text], blockSize: 4, threads: 2)
    } catch let error as InterchangeError {
      #expect(error.code == "unterminated-quote")
      #expect(error.place?.row == 2)
      #expect(error.place?.column == "2")
    } catch {
      Issue.record("another error")
    }
  }

  @Test func anyBytesAreReadWithoutATrap() throws {
    var state: UInt64 = 99
    let alphabet = Array("\";\n\r,.-*: 019aå\0".utf8) + [0xFF, 0xC3]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let plans: [ColumnPlan] = [.text, .number(NumberStyle(decimal: 0x2C)), .skip]
      let one = try? parse(bytes, plans, blockSize: 1 << 20, threads: 1)
      let two = try? parse(bytes, plans, blockSize: 17, threads: 3)
      #expect(one?.rowCount == two?.rowCount)
      #expect(texts(one?.cells[0] ?? nil) == texts(two?.cells[0] ?? nil))
    }
  }
}
