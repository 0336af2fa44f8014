import Foundation
import Indicators

/// The effects of several indicators in the treated zone and in the same placebo zones.
///
/// One column a zone keeps what the indicators have in common: a zone with a bad year in one has it in the others.
///
/// - Shape: `placebos` is one row an indicator, one entry a zone, the zones in the same order in every row.
/// - Missing: a zone counts only where every indicator has it, since the largest of a zone's effects must be the largest of the
///   same ones everywhere. So that one scarce indicator does not cost all zones, indicators are left out first: those without an
///   effect of their own, and those found in less than `share` of the zones (nine tenths unless told otherwise). Both lists are
///   kept; nothing missing becomes zero.
/// - Scores: effects over their standard deviation over **all** zones, the treated among them (population form). With the
///   placebos' deviation alone the treated zone would be held to another measure than the others: its largest score among K
///   indicators is then too large too often (simulated at 5 %, twenty indicators and nineteen zones: 18 %; 300 and 39: 23 %).
/// - Errors: ``EffectError/shape(what:expected:found:)``, ``EffectError/notFinite(unit:period:)`` (unit: zone, period:
///   indicator), ``EffectError/tooFewDonors(needed:found:)`` where no zone has everything, and
///   ``EffectError/parameter(name:value:)`` for a share outside (0, 1].
public struct SharedPlacebos: Sendable, Equatable {
  /// Positions of the indicators kept, ascending.
  public let indicators: [Int]
  /// Positions of the indicators left out, ascending.
  public let leftOut: [Int]
  /// Positions of the zones kept, ascending.
  public let zones: [Int]
  /// How many zones there were before any was left out.
  public let zonesGiven: Int
  /// The treated zone's effects, one an indicator kept.
  public let own: [Double]
  /// The placebo effects, one row an indicator kept, one entry a zone kept.
  public let placebos: [[Double]]

  /// The indicators and zones that can be looked at together.
  ///
  /// - Parameters:
  ///   - own: The treated zone's effects, one an indicator; `nil` where there is none.
  ///   - placebos: The placebo effects, one row an indicator; `nil` where a zone has none.
  ///   - share: The share of the zones an indicator must be found in.
  public init(own: [Double?], placebos: [[Double?]], share: Double = 0.9) throws(EffectError) {
    guard share > 0, share <= 1 else { throw .parameter(name: "share", value: share) }
    guard own.count == placebos.count else {
      throw .shape(what: "placebos", expected: own.count, found: placebos.count)
    }
    let width = placebos.first?.count ?? 0
    for row in placebos where row.count != width {
      throw .shape(what: "placebo zones", expected: width, found: row.count)
    }
    for (indicator, row) in placebos.enumerated() {
      if let zone = row.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
        throw .notFinite(unit: zone, period: indicator)
      }
      if let value = own[indicator], !value.isFinite { throw .notFinite(unit: width, period: indicator) }
    }
    let needed = share * Double(width) * (1 - 1e-12)
    let kept = own.indices.filter { index in
      own[index] != nil && Double(placebos[index].count { $0 != nil }) >= needed
    }
    let complete = (0..<width).filter { zone in kept.allSatisfy { placebos[$0][zone] != nil } }
    guard !kept.isEmpty, !complete.isEmpty else { throw .tooFewDonors(needed: 1, found: 0) }
    indicators = kept
    leftOut = own.indices.filter { !kept.contains($0) }
    zones = complete
    zonesGiven = width
    self.own = kept.compactMap { own[$0] }
    self.placebos = kept.map { index in complete.compactMap { placebos[index][$0] } }
  }

  /// The smallest p-value there can be: 1/(J + 1) with the J zones kept.
  public var floor: Double { 1 / Double(zones.count + 1) }

  /// Effects over their standard deviation over all zones; one row an indicator kept, the treated zone last. All zero where no
  /// zone differs from another.
  public var scores: [[Double]] {
    zip(placebos, own).map { row, own in
      let all = row + [own]
      let largest = all.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { return all }
      // Dividing by the largest first keeps squares from overflowing.
      let scaled = all.map { $0 / largest }
      let mean = scaled.reduce(0, +) / Double(all.count)
      let spread = (scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)).squareRoot()
      return spread > 1e-14 ? scaled.map { $0 / spread } : all.map { _ in 0 }
    }
  }
}
