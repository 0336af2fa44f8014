import Estimates
import Indicators
import Scheduler

/// The properties every estimator has, whatever it estimates: one suite that any of them is run through.
///
///     let checks = EstimatorChecks(name: "mean", shift: .follows, scale: .follows) { panel, level, threads in … }
///     #expect(try checks.violations(on: TestPanels.random(zones: 5, periods: 12, seed: 1)) == [])
///
/// Checked are: one result a zone; finite numbers, a standard error that is not negative, the level asked for; the same
/// bytes when asked again, with any number of threads, for a zone alone and for zones in another order; intervals that
/// widen with the level around the same value; a value within its interval, or a diagnostic that says it is not; a reason
/// where there is no interval; hidden input refused, missing input never a number out of nothing; how values answer to a
/// shift and a change of scale; and a bounds call that contains every admissible answer.
public struct EstimatorChecks: Sendable {
  /// One result a zone, in the order of the panel's zones.
  public typealias Estimator =
    @Sendable (Panel, ConfidenceInterval.Level, ThreadLimit) -> [Result<Estimate, Reason>]
  /// For each zone the bounds of the estimate's value, given bounds of hidden numerators.
  public typealias Bounds = @Sendable (Panel) -> [Result<ClosedRange<Double>, Reason>]

  /// What becomes of value and interval when the figures change.
  public enum Response: Sendable {
    /// They change as the figures do.
    case follows
    /// They stay.
    case stays
  }

  /// What an estimator does with a series in which a cell is hidden.
  public enum HiddenInput: Sendable {
    /// It gives ``Indicators/Reason/suppressed``. The rule of the house.
    case refused
    /// It leaves the cell out and says so with a diagnostic; a series of hidden cells only is refused.
    case leftOut(Diagnostic)
  }

  /// The name in violations.
  public var name: String
  /// How the result answers to a constant added to all values; `nil` where that has no meaning.
  public var shift: Response?
  /// How the result answers to all values (and numerators) times a positive factor; `nil` where that has no meaning.
  public var scale: Response?
  /// The largest relative error of shifted and scaled results, as rounding in the estimator allows.
  public var tolerance: Double
  /// What becomes of hidden cells.
  public var hidden: HiddenInput
  /// The diagnostic that says that a value lies outside its interval.
  public var outside: Diagnostic
  /// The bounds call, where the estimator has one.
  public var bounds: Bounds?
  private let estimate: Estimator

  /// A suite for an estimator.
  public init(
    name: String, shift: Response? = nil, scale: Response? = nil, tolerance: Double = 1e-12,
    hidden: HiddenInput = .refused, outside: Diagnostic = Diagnostic("value-outside-interval"),
    bounds: Bounds? = nil, estimate: @escaping Estimator
  ) {
    self.name = name
    self.shift = shift
    self.scale = scale
    self.tolerance = tolerance
    self.hidden = hidden
    self.outside = outside
    self.bounds = bounds
    self.estimate = estimate
  }

  /// What the estimator does wrong on a panel; empty where it does nothing wrong.
  ///
  /// The panel has at least two zones, and at least one of them can be estimated: a suite that sees no number has proved
  /// nothing, which is a violation too.
  public func violations(on panel: Panel) throws(IndicatorsError) -> [String] {
    let base = run(panel)
    guard base.count == panel.zones.count, panel.zones.count >= 2 else {
      return ["\(name): \(base.count) results for \(panel.zones.count) zones"]
    }
    guard base.contains(where: { (try? $0.get()) != nil }) else { return ["\(name): no estimate at all"] }
    var found = soundness(base, panel, .p95)
    found += repeatability(base, panel)
    found += try order(base, panel)
    found += levels(base, panel)
    found += try transformations(base, panel)
    found += try hiddenInput(base, panel)
    found += try missingInput(panel)
    found += try boundsCall(base, panel)
    return found.map { "\(name): \($0)" }
  }

  func run(
    _ panel: Panel, _ level: ConfidenceInterval.Level = .p95, _ threads: ThreadLimit = .single
  ) -> [Result<Estimate, Reason>] {
    estimate(panel, level, threads)
  }

  // MARK: Numbers that mean something

  private func soundness(
    _ results: [Result<Estimate, Reason>], _ panel: Panel, _ level: ConfidenceInterval.Level
  ) -> [String] {
    var found: [String] = []
    for (zone, result) in zip(panel.zones, results) {
      guard case .success(let one) = result else { continue }
      if !one.value.isFinite { found.append("zone \(zone.code): the value is \(one.value)") }
      if one.method.rawValue.isEmpty { found.append("zone \(zone.code): no method") }
      if let error = one.standardError, !(error >= 0 && error.isFinite) {
        found.append("zone \(zone.code): the standard error is \(error)")
      }
      if let n = one.n, !(n >= 0 && n.isFinite) { found.append("zone \(zone.code): n is \(n)") }
      guard let interval = one.interval else {
        if one.intervalReason == nil { found.append("zone \(zone.code): no interval and no reason") }
        continue
      }
      if interval.level != level {
        found.append("zone \(zone.code): level \(interval.level.value) instead of \(level.value)")
      }
      if !interval.contains(one.value), !one.diagnostics.contains(outside) {
        found.append("zone \(zone.code): \(one.value) outside \(interval.lower)…\(interval.upper)")
      }
    }
    return found
  }

  // MARK: The same bytes

  private func repeatability(_ base: [Result<Estimate, Reason>], _ panel: Panel) -> [String] {
    var found: [String] = []
    if !same(run(panel), base) { found.append("another answer when asked again") }
    for threads in [2, 3, 8] where !same(run(panel, .p95, ThreadLimit(threads)), base) {
      found.append("another answer with \(threads) threads")
    }
    return found
  }

  private func order(_ base: [Result<Estimate, Reason>], _ panel: Panel) throws(IndicatorsError) -> [String] {
    var found: [String] = []
    let count = panel.zones.count
    for (what, order) in [
      ("reversed", Array((0..<count).reversed())), ("rotated", (0..<count).map { ($0 + 1) % count }),
    ] {
      if !same(run(try panel.cut(zones: order)), order.map { base[$0] }) {
        found.append("another answer for zones in \(what) order")
      }
    }
    for zone in 0..<count where !same(run(try panel.cut(zones: [zone])), [base[zone]]) {
      found.append("zone \(panel.zones[zone].code): another answer alone than among others")
    }
    return found
  }

  // MARK: Levels

  private func levels(_ base: [Result<Estimate, Reason>], _ panel: Panel) -> [String] {
    var found: [String] = []
    let levels = [0.5, 0.8, 0.9, 0.95, 0.99, 0.998].compactMap { ConfidenceInterval.Level($0) }
    var narrowest = [ConfidenceInterval?](repeating: nil, count: base.count)
    var previous = narrowest
    for level in levels {
      let results = run(panel, level)
      found += soundness(results, panel, level)
      guard results.count == base.count else { return found + ["\(results.count) results at another level"] }
      for (index, result) in results.enumerated() {
        let code = panel.zones[index].code
        switch (result, base[index]) {
        case (.failure(let one), .failure(let other)):
          if one != other { found.append("zone \(code): the reason depends on the level") }
        case (.success(let one), .success(let other)):
          if one.value != other.value || one.standardError != other.standardError {
            found.append("zone \(code): value or standard error depends on the level")
          }
          guard let outer = one.interval else { continue }
          if let inner = previous[index], outer.lower > inner.lower || outer.upper < inner.upper {
            found.append("zone \(code): the interval does not widen at \(level.value)")
          }
          // A discrete interval may stay from one level to the next, but not from the lowest to the highest.
          if let first = narrowest[index], level == levels.last, first.lower < first.upper,
            first.lower.isFinite,
            first.upper.isFinite, first.lower == outer.lower, first.upper == outer.upper
          {
            found.append("zone \(code): the interval does not depend on the level")
          }
          previous[index] = outer
          narrowest[index] = narrowest[index] ?? outer
        default: found.append("zone \(code): whether there is an estimate depends on the level")
        }
      }
    }
    return found
  }

  // MARK: Equality of bits

  func same(_ left: [Result<Estimate, Reason>], _ right: [Result<Estimate, Reason>]) -> Bool {
    func bits(_ result: Result<Estimate, Reason>) -> [UInt64] {
      guard case .success(let one) = result else { return [] }
      return [
        one.value, one.standardError ?? 0, one.n ?? 0, one.interval?.lower ?? 0, one.interval?.upper ?? 0,
      ]
      .map(\.bitPattern)
    }
    return left.count == right.count
      && zip(left, right).allSatisfy { one, other in one == other && bits(one) == bits(other) }
  }
}
