import Estimates
import Indicators
import Scheduler

/// What all series of one calendar share: designs, and permutations.
struct JoinpointPlan: Sendable {
  let designs: JoinpointDesigns
  let selection: JoinpointSelection
  let permutations: JoinpointPermutations?

  /// - Throws: ``Estimates/StatisticsError/parameter(name:value:)`` where rules or selection are out of range.
  init(
    _ times: [Double], weights: [Double]?, rules: JoinpointRules, selection: JoinpointSelection,
    permutations shared: JoinpointPermutations? = nil
  ) throws(StatisticsError) {
    designs = try JoinpointDesigns(times: times, weights: weights, rules: rules)
    self.selection = selection
    switch selection {
    case .permutation(let replicates, let alpha, let seed):
      guard (1...1_000_000).contains(replicates) else {
        throw .parameter(name: "permutations", value: Double(replicates))
      }
      guard alpha > 0, alpha < 1 else { throw .parameter(name: "alpha", value: alpha) }
      permutations = shared ?? JoinpointPermutations(points: times.count, count: replicates, seed: seed)
    case .joins(let wanted):
      guard (0...designs.maximumJoins).contains(wanted) else {
        throw .parameter(name: "joins", value: Double(wanted))
      }
      permutations = nil
    case .bic: permutations = nil
    }
  }

  /// Fits all numbers of joins and chooses.
  func fit(
    _ series: JoinpointSeries, diagnostics: [Diagnostic] = [], threads: ThreadLimit
  ) throws(StatisticsError) -> Joinpoint {
    let scaled = zip(series.response, designs.roots).map { $0 * $1 }
    var fits: [JoinpointFit] = []
    for joins in 0..<(designs.maximumJoins + 1) {
      guard let places = places(series, scaled, joins) else {
        // A Poisson likelihood without a maximum; with joins there may yet be none, and fewer joins serve.
        guard joins > 0 else { throw .separation }
        break
      }
      fits.append(try series.fit(places))
    }
    var joins = 0
    var tests: [JoinpointTest] = []
    switch selection {
    case .joins(let wanted): joins = min(wanted, fits.count - 1)
    case .bic: joins = JoinpointBIC.choice(fits)
    case .permutation(_, let alpha, _):
      guard !series.isPoisson, let permutations else {
        joins = JoinpointBIC.choice(fits)
        break
      }
      let floor = series.exactFloor
      let level = alpha / Double(max(1, designs.maximumJoins))
      var most = fits.count - 1
      // A model that leaves nothing needs no more joins.
      while joins < most, fits[joins].sumOfSquares > floor {
        let test = designs.test(
          scaled, joins: joins, against: most, places: fits[joins].places, floor: floor,
          permutations: permutations, level: level, threads: threads)
        tests.append(test)
        if test.isRejected { joins += 1 } else { most -= 1 }
      }
    }
    return Joinpoint(
      fits: fits, tests: tests, joins: joins, diagnostics: diagnostics, points: series.times.count)
  }

  private func places(_ series: JoinpointSeries, _ scaled: [Double], _ joins: Int) -> [Int]? {
    guard let offset = series.offset else { return designs.best(scaled, joins: joins).places }
    return PoissonJoinpointSearch(counts: series.response, offset: offset, designs: designs).best(
      joins: joins)
  }
}
