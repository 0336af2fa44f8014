/// What the cells of a column show about it: numbers or text, and how the numbers are written.
struct ColumnEvidence {
  private var numbers = 0
  private var signs = 0
  private var texts = 0
  /// Numbers with a decimal comma, or with a decimal point, that can be nothing else.
  private var commas = 0
  private var points = 0
  /// Numbers such as `1,234` in which the sign could also group thousands.
  private var unclearCommas = 0
  private var unclearPoints = 0
  /// Numbers such as `1.234,5` or `1,234,567`, in which it certainly does.
  private var groupingPoints = 0
  private var groupingCommas = 0

  /// What is believed about a column.
  struct Verdict: Equatable {
    /// Every cell seen is a number or a sign, and one at least a number.
    var isNumeric: Bool
    /// How the numbers are written.
    var style: NumberStyle
    /// The decimal sign was chosen although the cells allow the other reading.
    var isAmbiguous: Bool
  }

  /// Takes one cell into account. The cell is UTF-8 or Windows-1252 without quotation marks.
  mutating func add(_ cell: [UInt8], encoding: TextEncoding) {
    cell.withUnsafeBytes { add($0, encoding: encoding) }
  }

  mutating func add(_ cell: UnsafeRawBufferPointer, encoding: TextEncoding) {
    let point = NumberReading(cell, style: NumberStyle(decimal: 0x2E), encoding: encoding)
    switch point.mark {
    case .empty: return
    case .dash, .dot, .twoDots, .threeDots, .colon, .star:
      signs += 1
      return
    case .number, .provisional, .unreadable: break
    }
    let comma = NumberReading(cell, style: NumberStyle(decimal: 0x2C), encoding: encoding)
    let asPoint = point.mark != .unreadable
    let asComma = comma.mark != .unreadable
    if asPoint, asComma {
      // Digits alone. A leading zero before another digit belongs to a code.
      if Self.hasLeadingZero(cell) { texts += 1 } else { numbers += 1 }
      return
    }
    if asPoint || asComma {
      numbers += 1
      let sign: UInt8 = asPoint ? 0x2E : 0x2C
      let unclear = Self.mayGroup(cell, sign)
      switch (asPoint, unclear) {
      case (true, true): unclearPoints += 1
      case (true, false): points += 1
      case (false, true): unclearCommas += 1
      case (false, false): commas += 1
      }
      return
    }
    let groupedComma = NumberStyle(decimal: 0x2C, groupsWithPunctuation: true)
    let groupedPoint = NumberStyle(decimal: 0x2E, groupsWithPunctuation: true)
    if NumberReading(cell, style: groupedComma, encoding: encoding).mark != .unreadable {
      numbers += 1
      groupingPoints += 1
    } else if NumberReading(cell, style: groupedPoint, encoding: encoding).mark != .unreadable {
      numbers += 1
      groupingCommas += 1
    } else {
      texts += 1
    }
  }

  /// The verdict. `delimiter` decides what nothing else does: files with semicolons or tabs are written where the
  /// comma is the decimal sign. A column whose header promises figures may hold other text in up to half of its cells,
  /// any other in one of fifty; those cells are bad ones of a column of numbers.
  func verdict(delimiter: UInt8?, promised: Bool = false) -> Verdict {
    let isNumeric = numbers > 0 && (promised ? texts <= numbers : texts * 50 <= numbers)
    // Certain evidence first.
    if groupingPoints > 0, points == 0, groupingCommas == 0 {
      return Verdict(
        isNumeric: isNumeric, style: NumberStyle(decimal: 0x2C, groupsWithPunctuation: true),
        isAmbiguous: false)
    }
    if groupingCommas > 0, commas == 0, groupingPoints == 0 {
      return Verdict(
        isNumeric: isNumeric, style: NumberStyle(decimal: 0x2E, groupsWithPunctuation: true),
        isAmbiguous: false)
    }
    let comma = commas + unclearCommas
    let point = points + unclearPoints
    if comma == 0, point == 0 {
      return Verdict(isNumeric: isNumeric, style: NumberStyle(), isAmbiguous: false)
    }
    if comma == 0 || point == 0 {
      // One sign only. A point is decimal: nobody here writes thousands with points and no commas. A comma that always
      // stands before three digits could group in an English file, unless semicolons show that it is none.
      let decimal: UInt8 = comma > 0 ? 0x2C : 0x2E
      let unclear = decimal == 0x2C && commas == 0 && delimiter != 0x3B && delimiter != 0x09
      return Verdict(isNumeric: isNumeric, style: NumberStyle(decimal: decimal), isAmbiguous: unclear)
    }
    // Both signs in one column: the one that is certainly decimal in some cells, if the other never is.
    if commas > 0, points == 0 {
      return Verdict(
        isNumeric: isNumeric, style: NumberStyle(decimal: 0x2C, groupsWithPunctuation: true),
        isAmbiguous: false)
    }
    if points > 0, commas == 0 {
      return Verdict(
        isNumeric: isNumeric, style: NumberStyle(decimal: 0x2E, groupsWithPunctuation: true),
        isAmbiguous: false)
    }
    let decimal: UInt8 = commas >= points ? 0x2C : 0x2E
    return Verdict(isNumeric: isNumeric, style: NumberStyle(decimal: decimal), isAmbiguous: true)
  }

  /// `0301`: a zero followed by another digit, after spaces and a sign.
  private static func hasLeadingZero(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard let first = cell.firstIndex(where: { (0x30...0x39).contains($0) }), cell[first] == 0x30 else {
      return false
    }
    return first + 1 < cell.count && (0x30...0x39).contains(cell[first + 1])
  }

  /// `1,234`: one sign, one to three digits that do not begin with zero before it, exactly three after it.
  private static func mayGroup(_ cell: UnsafeRawBufferPointer, _ sign: UInt8) -> Bool {
    var before = 0
    var after = -1
    var leadingZero = false
    for byte in cell {
      if (0x30...0x39).contains(byte) {
        if after >= 0 {
          after += 1
        } else {
          if before == 0, byte == 0x30 { leadingZero = true }
          before += 1
        }
      } else if byte == sign, after < 0 {
        after = 0
      } else if byte == 0x65 || byte == 0x45 || byte == 0x20 || byte >= 0x80 {
        // An exponent or spaced groups: the sign is decimal.
        if before > 0 { return false }
      }
    }
    return after == 3 && (1...3).contains(before) && !leadingZero
  }
}
