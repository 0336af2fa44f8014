/// Whether the numbers of a panel's cells agree with their statuses: finite where observed and NaN everywhere else; only
/// a denominator may also be finite where the cell has no figure.
package enum PanelCells {
  /// Cells looked at together. Most blocks of real panels are observed throughout and need no look at single cells.
  private static let block = 32

  /// The first cell whose number contradicts its status.
  ///
  /// - Precondition: All columns have the same count.
  package static func firstMismatch(
    values: [Double], numerators: [Double]?, denominators: [Double]?, statuses: [CellStatus]
  ) -> Int? {
    let count = statuses.count
    precondition(
      values.count == count && numerators?.count ?? count == count && denominators?.count ?? count == count,
      "columns of different counts")
    let agree = statuses.withUnsafeBytes { statuses in
      func agrees(_ column: [Double], mayBeKnown: Bool = false) -> Bool {
        column.withUnsafeBufferPointer { Self.agree($0, statuses, mayBeKnown: mayBeKnown) }
      }
      return agrees(values) && numerators.map { agrees($0) } ?? true
        && denominators.map { agrees($0, mayBeKnown: true) } ?? true
    }
    guard !agree else { return nil }
    return statuses.indices.first { cell in
      func fits(_ number: Double) -> Bool { statuses[cell].isObserved ? number.isFinite : number.isNaN }
      return !fits(values[cell]) || !(numerators.map { fits($0[cell]) } ?? true)
        || !(denominators.map { fits($0[cell]) || $0[cell].isFinite } ?? true)
    }
  }

  /// Whether a column agrees with the statuses.
  ///
  /// - Parameters:
  ///   - mayBeKnown: Whether a cell that is not observed may have a finite number, as denominators may.
  /// - Precondition: `column.count == statuses.count`, the bounds proof of every load below.
  package static func agree(
    _ column: UnsafeBufferPointer<Double>, _ statuses: UnsafeRawBufferPointer, mayBeKnown: Bool
  ) -> Bool {
    precondition(column.count == statuses.count, "columns of different counts")
    let count = column.count
    var cell = 0
    while cell < count {
      let end = min(cell + block, count)
      // `number · 0` is a zero of a finite number and NaN of all others; the sums of zeros are zero.
      var kinds: UInt8 = 0
      for i in cell..<end { kinds |= statuses[i] & 0x0F }
      var sum = SIMD4<Double>.zero
      var i = cell
      while i + 4 <= end {
        sum += SIMD4(column[i], column[i + 1], column[i + 2], column[i + 3]) * 0
        i += 4
      }
      var rest = 0.0
      while i < end {
        rest += column[i] * 0
        i += 1
      }
      let isFinite = sum[0] + sum[1] + sum[2] + sum[3] + rest == 0
      let isFine = isFinite && (kinds == 0 || mayBeKnown)
      if !isFine {
        for i in cell..<end {
          let number = column[i]
          let fits =
            statuses[i] & 0x0F == 0
            ? number.isFinite : number.isNaN || (mayBeKnown && number.isFinite)
          guard fits else { return false }
        }
      }
      cell = end
    }
    return true
  }
}
