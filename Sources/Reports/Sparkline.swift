/// Series as lines of blocks of eight heights, on one scale: enough to see whether two paths part.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// One line a series; a period without a figure is a blank, and a bar stands before the period marked.
  ///
  /// - Returns: `nil` where there is no figure at all, or nothing changes.
  static func lines(_ series: [[Double?]], mark: Int? = nil) -> [String]? {
    let known = series.joined().compactMap(\.self).filter(\.isFinite)
    guard let low = known.min(), let high = known.max(), high > low else { return nil }
    return series.map { values in
      var line = ""
      for (index, value) in values.enumerated() {
        if index == mark { line += "│" }
        guard let value, value.isFinite else {
          line += " "
          continue
        }
        let height = ((value - low) / (high - low) * Double(blocks.count - 1)).rounded()
        line.append(blocks[min(blocks.count - 1, max(0, Int(height)))])
      }
      return line
    }
  }
}
