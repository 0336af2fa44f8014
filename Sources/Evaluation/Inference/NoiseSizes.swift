/// How a unit's noise depends on its size M.
///
/// Each unit's own shocks have one variance A, and what is counted adds B/M: with M the number of events expected in a period, a
/// relative change has Poisson's 1/M; with M the population, a rate has its sampling variance over M. On the scale of bare counts
/// everything is M times as large.
public enum NoiseScale: String, Sendable, Hashable, CaseIterable {
  /// Rates, shares, means and logarithms: v = A + B/M, with M the population, the denominator, or for the logarithm of a rate the
  /// expected count.
  case level
  /// Bare counts: v = A·M² + B·M, with M the expected count.
  case count

  /// What A and B are multiplied with for the mean of some units.
  func terms(_ sizes: some Collection<Double>) -> (shock: Double, sampling: Double) {
    let share = 1 / Double(sizes.count * sizes.count)
    var (shock, sampling) = (0.0, 0.0)
    for size in sizes {
      shock += self == .level ? 1 : size * size
      sampling += self == .level ? 1 / size : size
    }
    return (shock * share, sampling * share)
  }
}

/// What a unit's noise depends on, made of its denominators.
public enum NoiseSizes {
  /// The mean denominator of each unit over the periods: M for rates, shares and means.
  ///
  /// - Parameter denominators: A row a unit, of `periods` values; all above zero.
  /// - Throws: ``EffectError/shape(what:expected:found:)``, ``EffectError/size(unit:value:)``.
  public static func populations(_ denominators: [Double], periods: Int) throws(EffectError) -> [Double] {
    guard periods > 0, !denominators.isEmpty, denominators.count.isMultiple(of: periods) else {
      throw .shape(what: "denominators", expected: max(periods, 1), found: denominators.count)
    }
    var sizes: [Double] = []
    for unit in 0..<denominators.count / periods {
      let own = denominators[unit * periods..<(unit + 1) * periods]
      if let wrong = own.first(where: { !($0 > 0 && $0.isFinite) }) { throw .size(unit: unit, value: wrong) }
      sizes.append(own.reduce(0, +) / Double(periods))
    }
    return sizes
  }

  /// The events expected of each unit in a period if all had the donors' common rate before the start: M for counts and for
  /// logarithms of rates. The treated's own counts have no say, so that an effect does not change its own weight.
  ///
  /// - Parameters:
  ///   - counts: Events, a row a unit, donors first.
  ///   - denominators: Persons or person-years, in the same order.
  /// - Throws: As ``populations(_:periods:)``, and ``EffectError/noEvents`` where the donors had none.
  public static func expectedCounts(
    _ counts: [Double], denominators: [Double], donors: Int, prePeriods: Int, periods: Int
  ) throws(EffectError) -> [Double] {
    guard counts.count == denominators.count else {
      throw .shape(what: "counts", expected: denominators.count, found: counts.count)
    }
    let populations = try populations(denominators, periods: periods)
    guard donors > 0, donors <= populations.count else { throw .noDonors }
    guard prePeriods > 0, prePeriods <= periods else { throw .noPrePeriods }
    var (events, persons) = (0.0, 0.0)
    for unit in 0..<donors {
      for cell in unit * periods..<unit * periods + prePeriods {
        events += counts[cell]
        persons += denominators[cell]
      }
    }
    guard events > 0, events.isFinite else { throw .noEvents }
    return populations.map { $0 * events / persons }
  }
}
