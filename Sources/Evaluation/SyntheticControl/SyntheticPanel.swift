import Scheduler

/// Rows of a design as a problem sees them: which are donors, which are treated. A placebo is the same cells with other rows.
struct SyntheticPanel {
  /// The cells.
  let design: EffectDesign
  /// Rows of the donors, in order.
  let donors: [Int]
  /// Rows of the treated.
  let treated: [Int]

  /// The design as it stands.
  init(_ design: EffectDesign) {
    self.design = design
    donors = Array(0..<design.donors)
    treated = Array(design.donors..<design.units)
  }

  /// Donors in the place of the treated; the same refusals as ``EffectDesign/treating(_:)``.
  init(_ design: EffectDesign, treating set: [Int]) throws(EffectError) {
    var isTreated = [Bool](repeating: false, count: design.donors)
    for donor in set {
      guard isTreated.indices.contains(donor), !isTreated[donor] else { throw .unknownDonor(donor) }
      isTreated[donor] = true
    }
    guard !set.isEmpty else { throw .noTreated }
    guard set.count < design.donors else { throw .noDonors }
    self.design = design
    donors = (0..<design.donors).filter { !isTreated[$0] }
    treated = set
  }

  /// The mean of the treated in each period.
  var observed: [Double] { design.mean(of: treated) }

  /// The weighted mean of the donors in each period.
  func weighted(_ weights: [Double]) -> [Double] {
    var path = [Double](repeating: 0, count: design.periods)
    for (donor, weight) in zip(donors, weights) where weight != 0 {
      let base = donor * design.periods
      for period in 0..<design.periods { path[period] += weight * design.outcomes[base + period] }
    }
    return path
  }

  /// Puts the donors' paths before the start, and the treated's as their target, into a workspace.
  func loadUnits(
    _ workspace: SimplexWorkspace, observed: [Double], ridge: Double, centred: Bool,
    importance: [Double]? = nil
  ) {
    let before = design.prePeriods
    let periods = design.periods
    workspace.prepare(count: donors.count, dimension: before)
    design.outcomes.withUnsafeBufferPointer { cells in
      // Bounds: a donor's row ends at (donor + 1) · periods ≤ cells.count, and before < periods.
      for (point, donor) in donors.enumerated() {
        let row = workspace.rows + point * before
        for period in 0..<before { row[period] = cells[donor * periods + period] }
      }
    }
    for period in 0..<before { workspace.target[period] = observed[period] }
    workspace.load(ridge: ridge, centred: centred, importance: importance)
  }

  /// Puts the periods before the start, a point of the donors' outcomes each, and the donors' means after it as their target,
  /// into a workspace.
  func loadPeriods(_ workspace: SimplexWorkspace, ridge: Double) {
    let before = design.prePeriods
    let periods = design.periods
    let units = donors.count
    workspace.prepare(count: before, dimension: units)
    design.outcomes.withUnsafeBufferPointer { cells in
      // Bounds: as in `loadUnits`.
      for (place, donor) in donors.enumerated() {
        let base = donor * periods
        for period in 0..<before { workspace.rows[period * units + place] = cells[base + period] }
        var sum = 0.0
        for period in before..<periods { sum += cells[base + period] }
        workspace.target[place] = sum / Double(periods - before)
      }
    }
    workspace.load(ridge: ridge, centred: true, importance: nil)
  }

  /// Fits of placebo sets, in order, each range of them with a workspace of its own; the same bytes for any number of threads.
  static func fits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit,
    _ body: @Sendable (SyntheticPanel, SimplexWorkspace) throws(EffectError) -> EffectFit
  ) -> [Result<EffectFit, EffectError>] {
    var results = [Result<EffectFit, EffectError>](repeating: .failure(.notConverged), count: sets.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Bounds: parallelFor hands out disjoint ranges of 0..<sets.count, and the buffer has as many elements.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(sets.count, grain: 4, threads: threads) { range in
        let workspace = SimplexWorkspace()
        for index in range {
          do throws(EffectError) {
            let panel = try SyntheticPanel(design, treating: sets[index])
            buffer[index] = .success(try body(panel, workspace))
          } catch {
            buffer[index] = .failure(error)
          }
        }
      }
    }
    return results
  }
}
