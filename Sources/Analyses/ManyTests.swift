import Estimates

extension Dataset {
  /// The p-values of rows, adjusted for their number.
  ///
  /// The family of a row is its indicator's theme; an indicator without a theme is a family of its own.
  func adjusted(_ rows: [ResultCells], by adjustment: Adjustment) -> [Double?] {
    adjustment.adjusted(
      rows.map { $0["p_value"]?.double },
      families: rows.map { row in
        let id = row["indicator"]?.string ?? ""
        return catalogue[id]?.theme?.rawValue ?? "indicator \(id)"
      })
  }
}
