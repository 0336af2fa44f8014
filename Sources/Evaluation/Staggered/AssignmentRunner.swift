import Indicators
import Scheduler

/// Aggregates under many assignments of starts.
///
/// Without covariates and missing cells an aggregate is linear in the outcomes, and the weight of a cell hangs only on the
/// pattern its zone has. The weights are read off one assignment, applied once to every zone in every role, and an assignment
/// is then a sum over the zones that start. Otherwise each assignment is estimated anew.
struct AssignmentRunner: Sendable {
  /// An aggregate under an assignment, and the share of a true effect in it.
  struct Answer {
    let value: Double
    let share: Double
  }

  let estimator: CallawaySantAnna
  /// The zones that starts are handed to, with their true starts.
  let design: CohortDesign
  let aggregation: StaggeredAggregation
  let kinds: [StartPattern]
  let sizes: [Int]
  /// Whether zones hold a true effect.
  let mark: Bool

  /// One where a zone had the programme: until its end, or for good where the estimator leaves the cells after it out, and where
  /// the effect after the end is what is asked for.
  private var marks: [Double] {
    (0..<design.units).flatMap { unit in
      (0..<design.periods).map { period in
        let lasts =
          design.hasEnded(unit, period) && (estimator.afterEnd == .leftOut || aggregation == .afterEnd)
        return mark && (lasts || design.isTreated(unit, period)) ? 1 : 0
      }
    }
  }

  /// The design with the starts of an assignment.
  private func assigned(_ assignment: [Int]) -> CohortDesign {
    var starts = [Int?](repeating: nil, count: design.units)
    var stops = starts
    var place = 0
    for (kind, size) in zip(kinds, sizes) {
      for zone in assignment[place..<place + size] {
        starts[zone] = kind.start
        stops[zone] = kind.stop
      }
      place += size
    }
    return design.with(starts: starts, stops: stops)
  }

  /// The answers by assignment and key (`nil` is the overall effect), and Σ squared weights of a zone of each kind.
  func answers(
    _ assignments: [[Int]], keys: [Int?], threads: ThreadLimit
  ) throws(EffectError) -> (values: [[Answer?]], loads: [Double]?) {
    guard design.covariates.isEmpty, design.isComplete else {
      let roles = try? roles(assignments[0], keys: keys)
      return (estimated(assignments, keys: keys, threads: threads), roles?.loads)
    }
    let roles = try roles(assignments[0], keys: keys)
    return (summed(assignments, roles: roles, keys: keys.count, threads: threads), roles.loads)
  }

  /// The weights of a zone's cells by role and key: of each kind, and of zones that never start.
  private struct Roles {
    let kinds: [[[Double]]]
    let never: [[Double]]

    /// Σ squared weights of a zone of each kind in the overall effect.
    var loads: [Double] { kinds.map { kind in kind[0].reduce(0) { $0 + $1 * $1 } } }
  }

  private func roles(_ assignment: [Int], keys: [Int?]) throws(EffectError) -> Roles {
    let example = assigned(assignment)
    let effects = try estimator.fit(example)
    let aggregate = try effects.aggregated(aggregation)
    let periods = design.periods
    func weights(of unit: Int, _ part: StaggeredPart?) -> [Double] {
      var row = [Double](repeating: 0, count: periods)
      for (place, weight) in (part?.weights ?? [:]).sorted(by: { $0.key < $1.key }) {
        let cell = effects.plan[place]
        var own = 0.0
        if cell.treated.contains(unit) { own = weight / Double(cell.treated.count) }
        if cell.controls.contains(unit) { own = -weight / Double(cell.controls.count) }
        row[cell.period] += own
        row[cell.base] -= own
      }
      return row
    }
    let parts = keys.map { key in
      key == nil ? aggregate.overall : aggregate.parts.first { $0.key == key }
    }
    var place = 0
    var found: [[[Double]]] = []
    for size in sizes {
      let zone = assignment[place]
      found.append(parts.map { weights(of: zone, $0) })
      place += size
    }
    let never = (0..<design.units).first { example.starts[$0] == nil }
    return Roles(
      kinds: found,
      never: parts.map { part in
        never.map { weights(of: $0, part) } ?? [Double](repeating: 0, count: periods)
      })
  }

  private func summed(
    _ assignments: [[Int]], roles: Roles, keys: Int, threads: ThreadLimit
  ) -> [[Answer?]] {
    let (units, periods) = (design.units, design.periods)
    let marks = marks
    // What a zone adds in a role, in outcomes and in shares: [kind or never][key][zone].
    func applied(_ cells: [Double]) -> [[[Double]]] {
      (roles.kinds + [roles.never]).map { role in
        role.map { weights in
          (0..<units).map { unit in
            (0..<periods).reduce(0) { $0 + weights[$1] * cells[unit * periods + $1] }
          }
        }
      }
    }
    let (outcomes, shares) = (applied(design.outcomes), applied(marks))
    let never = kinds.count
    let totals = (0..<keys).map { key in
      Answer(
        value: outcomes[never][key].reduce(0, +), share: shares[never][key].reduce(0, +))
    }
    return results(assignments.count, threads: threads) { index in
      (0..<keys).map { key in
        var (value, share) = (totals[key].value, totals[key].share)
        var place = 0
        for (kind, size) in sizes.enumerated() {
          for zone in assignments[index][place..<place + size] {
            value += outcomes[kind][key][zone] - outcomes[never][key][zone]
            share += shares[kind][key][zone] - shares[never][key][zone]
          }
          place += size
        }
        return Answer(value: value, share: share)
      }
    }
  }

  /// Each assignment estimated by itself, once on the outcomes and once on the marks.
  func estimated(_ assignments: [[Int]], keys: [Int?], threads: ThreadLimit) -> [[Answer?]] {
    let marks = marks
    return results(assignments.count, threads: threads) { index in
      let example = assigned(assignments[index])
      guard let own = try? estimator.fit(example).aggregated(aggregation),
        let marked = mark
          ? try? estimator.fit(example.with(outcomes: marks)).aggregated(aggregation) : own
      else { return keys.map { _ in nil } }
      func find(_ aggregate: StaggeredAggregate, _ key: Int?) -> StaggeredPart? {
        key == nil ? aggregate.overall : aggregate.parts.first { $0.key == key }
      }
      return keys.map { key in
        guard let part = find(own, key), let share = find(marked, key) else { return nil }
        return Answer(value: part.effect, share: mark ? share.effect : 0)
      }
    }
  }

  private func results(
    _ count: Int, threads: ThreadLimit, _ body: @Sendable (Int) -> [Answer?]
  ) -> [[Answer?]] {
    var results = [[Answer?]](repeating: [], count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Bounds: parallelFor hands out disjoint ranges of 0..<count, and the buffer has count elements.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(count, grain: 64, threads: threads) { range in
        for index in range { buffer[index] = body(index) }
      }
    }
    return results
  }
}
