import Indicators

/// An indicator's figures before the start as a plan sees them: their fingerprint, and the level of the treated and of the
/// donors.
///
/// The fingerprint is SHA-256 over indicator, unit, multiplier, and for every zone and period the kind of the cell and the bits
/// of value, numerator and denominator. Only periods in which one of the zones has a record count, so an axis that grew changes
/// nothing. A provisional figure that became final with the same value is the same figure.
struct PlanFigures {
  /// The fingerprint.
  let fingerprint: String
  /// The mean of the treated over zones and periods; `nil` where a figure is missing or hidden.
  let treatedMean: Double?
  /// The mean of the donors.
  let donorMean: Double?
  /// The last period with a record.
  let through: Period?

  /// A zone of the plan: its code, and where it is now.
  typealias Member = (code: String, position: Int?)

  /// - Parameters:
  ///   - panel: The panel, groups among its zones.
  ///   - periods: Positions of periods before the start.
  init(_ panel: Panel, treated: [Member], donors: [Member], periods: [Int]) {
    let zones = treated + donors
    func status(_ zone: Int, _ period: Int) -> CellStatus {
      panel.statuses[panel.index(zone: zone, period: period)]
    }
    let known = periods.filter { period in
      zones.contains { member in member.position.map { status($0, period).kind != .missing } ?? false }
    }
    through = known.last.map { panel.periods[$0] }
    var digest = SHA256()
    digest.update(panel.indicator)
    digest.update(panel.unit.rawValue)
    digest.update(panel.multiplier.bitPattern)
    for member in zones {
      digest.update(member.code)
      guard let zone = member.position else {
        digest.update("gone")
        continue
      }
      for period in known {
        let cell = panel.index(zone: zone, period: period)
        let status = panel.statuses[cell]
        digest.update("\(panel.periods[period])")
        digest.update(UInt64(status.kind.rawValue))
        guard status.isObserved else { continue }
        for column in [panel.values, panel.numerators, panel.denominators].compactMap({ $0 }) {
          digest.update(column[cell].bitPattern)
        }
      }
    }
    fingerprint = digest.finish()
    func mean(_ members: [Member]) -> Double? {
      let positions = members.compactMap(\.position)
      guard !positions.isEmpty, !known.isEmpty else { return nil }
      var sum = 0.0
      for zone in positions {
        for period in known {
          guard status(zone, period).isObserved else { return nil }
          sum += panel.values[panel.index(zone: zone, period: period)]
        }
      }
      let mean = sum / Double(positions.count * known.count)
      return mean.isFinite ? mean : nil
    }
    treatedMean = mean(treated)
    donorMean = mean(donors)
  }
}
