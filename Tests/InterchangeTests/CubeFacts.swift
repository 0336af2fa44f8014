import Indicators

@testable import Interchange

/// What a test says about a cube: sizes, statuses, the sum of the figures, and single cells.
struct CubeFacts: Equatable, CustomStringConvertible {
  var cells: Int
  var observed: Int
  var missing: Int
  var notApplicable: Int
  var suppressed: Int
  var zones: Int
  var periods: Int

  init(
    _ cells: Int, _ observed: Int, _ missing: Int, _ notApplicable: Int, _ suppressed: Int, _ zones: Int,
    _ periods: Int
  ) {
    self.cells = cells
    self.observed = observed
    self.missing = missing
    self.notApplicable = notApplicable
    self.suppressed = suppressed
    self.zones = zones
    self.periods = periods
  }

  init(_ cube: Cube, measure: Int = 0) {
    let statuses = cube.measures[measure].statuses
    self.init(
      statuses.count, statuses.count { $0.isObserved }, statuses.count { $0.kind == .missing },
      statuses.count { $0.kind == .notApplicable }, statuses.count { $0.isSuppressed },
      cube.dimension(.zone)?.categories.count ?? 0, cube.dimension(.time)?.categories.count ?? 0)
  }

  var description: String {
    "\(cells) cells: \(observed) observed, \(missing) missing, \(notApplicable) not applicable, \(suppressed) "
      + "suppressed; \(zones) zones, \(periods) periods"
  }
}

extension Cube {
  /// The sum of the observed figures, and how far a sum in another order may be from it: each of n additions rounds by
  /// at most 2⁻⁵³ of the sum so far.
  func sum(measure: Int = 0) -> (value: Double, tolerance: Double) {
    var total = 0.0
    var magnitude = 0.0
    for (value, status) in zip(measures[measure].values, measures[measure].statuses) where status.isObserved {
      total += value
      magnitude += abs(value)
    }
    return (total, Double(count) * 0x1p-53 * magnitude)
  }

  /// The status and figure of the only record with this zone, period and these categories of the other dimensions, in
  /// any order; nil where there is none or more than one.
  func cell(_ zone: String, _ period: String, _ others: [String] = [], measure: Int = 0) -> Cell? {
    guard case .listed(let coordinates) = layout else { return nil }
    var wanted: [Int32?] = []
    var left = others
    for dimension in dimensions {
      switch dimension.role {
      case .zone: wanted.append(dimension.categories.firstIndex { $0.code == zone }.map(Int32.init))
      case .time:
        wanted.append(dimension.categories.firstIndex { $0.period?.description == period }.map(Int32.init))
      default:
        let place = left.firstIndex { text in dimension.categories.contains { $0.code == text } }
        guard let place else {
          // A dimension of one category needs no mention.
          wanted.append(dimension.categories.count == 1 ? 0 : nil)
          continue
        }
        let text = left.remove(at: place)
        wanted.append(dimension.categories.firstIndex { $0.code == text }.map(Int32.init))
      }
    }
    guard left.isEmpty, !wanted.contains(nil) else { return nil }
    let found = (0..<count).filter { record in
      zip(coordinates, wanted).allSatisfy { $0[record] == $1 }
    }
    guard found.count == 1, let record = found.first else { return nil }
    return Cell(value: measures[measure].values[record], status: measures[measure].statuses[record])
  }
}
