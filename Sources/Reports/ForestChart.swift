/// Estimates with their intervals on one line each, for a terminal: `├──●──┤`, and a bar at zero.
struct ForestChart {
  /// One line.
  struct Entry {
    var label: String
    var estimate: Double?
    var interval: (lower: Double, upper: Double)?
    var isHeadline = false
    /// What stands behind the picture, or in place of it.
    var note = ""
  }

  private let entries: [Entry]
  private let axis: ClosedRange<Double>
  private let columns: Int

  /// - Returns: `nil` where there is no estimate, or nothing to tell apart.
  ///
  /// The axis holds every estimate, zero, and the intervals as far as half its length beyond; ends further out are arrows.
  init?(_ entries: [Entry], columns: Int = 41) {
    let estimates = entries.compactMap(\.estimate).filter(\.isFinite) + [0]
    guard estimates.count > 1, let low = estimates.min(), let high = estimates.max(), columns > 8 else {
      return nil
    }
    var own: [Double] = []
    if let interval = entries.first(where: \.isHeadline)?.interval { own = [interval.lower, interval.upper] }
    let bottom = min(low, own.min() ?? low)
    let top = max(high, own.max() ?? high)
    guard top > bottom, (top - bottom).isFinite else { return nil }
    let ends = entries.compactMap(\.interval)
    let room = (top - bottom) / 2
    let lowest = max(bottom - room, min(bottom, ends.map(\.lower).min() ?? bottom))
    let highest = min(top + room, max(top, ends.map(\.upper).max() ?? top))
    self.entries = entries
    self.axis = lowest...highest
    self.columns = columns
  }

  private func place(_ value: Double) -> Int {
    let share = (value - axis.lowerBound) / (axis.upperBound - axis.lowerBound)
    return Int((min(1, max(0, share)) * Double(columns - 1)).rounded())
  }

  /// The picture of each entry; blank where it has no estimate.
  func pictures() -> [String] {
    let zero = place(0)
    return entries.map { entry in
      var cells = [Character](repeating: " ", count: columns)
      cells[zero] = "┊"
      guard let estimate = entry.estimate, estimate.isFinite else { return String(cells) }
      if let interval = entry.interval {
        let (from, to) = (place(interval.lower), place(interval.upper))
        if from < to { for column in from...to { cells[column] = column == zero ? "┼" : "─" } }
        if from != zero || interval.lower < axis.lowerBound {
          cells[from] = interval.lower < axis.lowerBound ? "◂" : "├"
        }
        if to != zero || interval.upper > axis.upperBound {
          cells[to] = interval.upper > axis.upperBound ? "▸" : "┤"
        }
      }
      cells[place(estimate)] = entry.isHeadline ? "●" : "○"
      return String(cells)
    }
  }

  /// The lines: label, picture, note; labels as wide as the widest.
  func lines() -> [String] {
    let width = entries.map { DisplayWidth.of($0.label) }.max() ?? 0
    return zip(entries, pictures()).map { entry, picture in
      let gap = String(repeating: " ", count: width - DisplayWidth.of(entry.label))
      let blank = entry.estimate == nil
      var line = "  \(entry.label)\(gap)  \(blank ? entry.note : picture + "  " + entry.note)"
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
