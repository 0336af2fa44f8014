/// Several series as a batch kernel meets them: one behind the other in memory, a fixed step apart.
///
/// - Shape: `count` series of `points` places; place i of series s is `base[s * stride + i]`.
/// - A place without a number holds NaN, and only such a place; whether it is missing or hidden is in `statuses`.
/// - A view: valid only inside the call that hands it out, see ``Panel/withSeriesBlock(_:)``.
public struct SeriesBlock: @unchecked Sendable {
  // Reading only, from memory that outlives the block, hence sendable.

  /// The first place of the first series.
  public let base: UnsafePointer<Double>
  /// The statuses, laid out like the values.
  public let statuses: UnsafePointer<CellStatus>
  /// Places from the start of one series to the start of the next.
  public let stride: Int
  /// How many series.
  public let count: Int
  /// Places in each series.
  public let points: Int

  /// How many places of a series are hidden.
  public func suppressedCount(_ series: Int) -> Int {
    let start = statuses + series * stride
    var found = 0
    for place in 0..<points where start[place].isSuppressed { found += 1 }
    return found
  }

  /// The series grouped by which places hold a number: one work plan serves a whole group.
  ///
  /// Groups come in the order of their first series, so the same panel always gives the same groups.
  public func patterns() -> [MissingPattern] {
    var order: [[UInt64]: Int] = [:]
    var groups: [MissingPattern] = []
    var mask = [UInt64](repeating: 0, count: (points + 63) / 64)
    for series in 0..<count {
      for word in mask.indices { mask[word] = 0 }
      let start = base + series * stride
      for place in 0..<points where !start[place].isNaN { mask[place / 64] |= 1 << UInt64(place % 64) }
      if let group = order[mask] {
        groups[group].series.append(series)
      } else {
        order[mask] = groups.count
        let places = (0..<points).filter { mask[$0 / 64] & 1 << UInt64($0 % 64) != 0 }
        groups.append(MissingPattern(places: places, series: [series]))
      }
    }
    return groups
  }
}

/// Series of a block that hold numbers in the same places.
public struct MissingPattern: Sendable, Equatable {
  /// The places with a number, ascending.
  public let places: [Int]
  /// The series, ascending.
  public internal(set) var series: [Int]
}

extension Panel {
  /// Hands the values of all zones to `body` as one block; the block is valid only during the call.
  public func withSeriesBlock<Answer>(_ body: (SeriesBlock) -> Answer) -> Answer {
    values.withUnsafeBufferPointer { values in
      statuses.withUnsafeBufferPointer { statuses in
        // Two empty arrays have no base address; then there is no place to read either.
        guard let base = values.baseAddress, let states = statuses.baseAddress else {
          return withUnsafePointer(to: Double.nan) { nothing in
            withUnsafePointer(to: CellStatus.missing) { state in
              body(
                SeriesBlock(
                  base: nothing, statuses: state, stride: 0, count: zones.count, points: 0))
            }
          }
        }
        return body(
          SeriesBlock(
            base: base, statuses: states, stride: periods.count, count: zones.count, points: periods.count))
      }
    }
  }
}
