import Distributions

/// Which observed cells are hidden to see how well a penalty predicts them.
public enum CompletionFolds: Sendable, Equatable {
  /// Observed cells dealt at random into as many folds, by a stream keyed by the seed alone.
  case cells(count: Int, seed: UInt64)
  /// Fold k hides every `count`-th donor, from the k-th, from the start on: the block that is to be predicted, and nothing random.
  case blocks(count: Int)

  /// How many folds.
  public var count: Int {
    switch self {
    case .cells(let count, _), .blocks(let count): count
    }
  }

  /// For each fold, the cells that are hidden. Cells without which a unit or a period would have none stay.
  func hidden(observed: [Bool], units: Int, periods: Int, donors: Int, prePeriods: Int) -> [[Int]] {
    var folds = [[Int]](repeating: [], count: count)
    switch self {
    case .cells(let count, let seed):
      var cells = observed.indices.filter { observed[$0] }
      var stream = RandomStream(seed: seed)
      stream.shuffle(&cells)
      for (place, cell) in cells.enumerated() { folds[place % count].append(cell) }
    case .blocks(let count):
      for donor in 0..<donors {
        for period in prePeriods..<periods where observed[donor * periods + period] {
          folds[donor % count].append(donor * periods + period)
        }
      }
    }
    return folds.map { Self.sparing($0.sorted(), observed: observed, units: units, periods: periods) }
  }

  private static func sparing(_ cells: [Int], observed: [Bool], units: Int, periods: Int) -> [Int] {
    var unitCounts = [Int](repeating: 0, count: units)
    var periodCounts = [Int](repeating: 0, count: periods)
    for cell in observed.indices where observed[cell] {
      unitCounts[cell / periods] += 1
      periodCounts[cell % periods] += 1
    }
    return cells.filter { cell in
      guard unitCounts[cell / periods] > 1, periodCounts[cell % periods] > 1 else { return false }
      unitCounts[cell / periods] -= 1
      periodCounts[cell % periods] -= 1
      return true
    }
  }
}
