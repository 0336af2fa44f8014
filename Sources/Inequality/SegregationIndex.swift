import Foundation
import Indicators

/// An index of how groups are spread over zones.
///
///     SegregationIndex.dissimilarity.value(of: table)
///
/// With x_gj persons of group g in zone j, t_j = Σ_g x_gj, T = Σ t_j, π_gj = x_gj/t_j, π_g = X_g/T and
/// I = Σ π_g(1 − π_g), for two groups and more:
///
///     dissimilarity  D = Σ_g Σ_j t_j|π_gj − π_g| / (2TI);  of two groups ½Σ|x_j/X − y_j/Y|
///     isolation      xPx* = Σ_j (x_j/X)(x_j/t_j), of the first group
///     interaction    xPy* = Σ_j (x_j/X)(y_j/t_j), of the first group with the second
///     V (eta²)       Σ_g Σ_j t_j(π_gj − π_g)² / (T(1 − π_g));  of two groups (xPx* − P)/(1 − P)
///     information    H = 1 − Σ_j t_jE_j/(TE),  E = −Σ_g π_g log π_g
///     Gini           Σ_g Σ_i Σ_j t_it_j|π_gi − π_gj| / (2T²I)
///     Atkinson       1 − P/(1 − P)·|Σ_j (1 − p_j)^(1−b) p_j^b t_j/(PT)|^(1/(1−b)), of two groups, b = ½
///
/// All are 0 where every zone is like the whole and 1 where no zone has two groups, but for xPx* and xPy*, which are then π
/// of the group itself and 1, or of the other and 0.
///
/// - The smaller the zones, the higher every index by chance alone: see ``RandomAllocation``.
/// - References: Massey and Denton (1988) Social Forces 67:281; Reardon and Firebaugh (2002) Sociological Methodology 32:33.
public enum SegregationIndex: String, Sendable, Hashable, CaseIterable {
  /// D.
  case dissimilarity
  /// xPx*.
  case isolation
  /// xPy*.
  case interaction
  /// V, the correlation ratio eta².
  case correlationRatio = "correlation-ratio"
  /// H, Theil's.
  case information
  /// The Gini index.
  case gini
  /// Atkinson's index with b = ½.
  case atkinson

  /// The method.
  public var method: Method {
    switch self {
    case .dissimilarity: .dissimilarity
    case .isolation: .isolation
    case .interaction: .interactionIndex
    case .correlationRatio: .correlationRatio
    case .information: .informationTheory
    case .gini: .segregationGini
    case .atkinson: .segregationAtkinson
    }
  }

  /// The index of a table.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups`` for Atkinson's index of more than two groups.
  public func value(of table: SegregationTable) throws(Reason) -> Double {
    switch self {
    case .dissimilarity: Self.dissimilarity(table)
    case .isolation: Self.exposure(table, to: 0)
    case .interaction: Self.exposure(table, to: 1)
    case .correlationRatio: Self.correlationRatio(table)
    case .information: Self.information(table)
    case .gini: Self.gini(table)
    case .atkinson: try Self.atkinson(table)
    }
  }

  private static func dissimilarity(_ table: SegregationTable) -> Double {
    var sum = 0.0
    for group in table.groups.indices {
      for zone in table.zones.indices {
        sum += abs(table.counts[group][zone] - table.zones[zone] * table.share(group))
      }
    }
    return min(1, sum / (2 * table.total * table.interaction))
  }

  private static func exposure(_ table: SegregationTable, to other: Int) -> Double {
    table.zones.indices.reduce(0) {
      $0 + table.counts[0][$1] / table.groups[0] * table.share(other, $1)
    }
  }

  private static func correlationRatio(_ table: SegregationTable) -> Double {
    var sum = 0.0
    for group in table.groups.indices {
      let whole = table.share(group)
      for zone in table.zones.indices {
        let apart = table.share(group, zone) - whole
        sum += table.zones[zone] * apart * apart / (1 - whole)
      }
    }
    return min(1, sum / table.total)
  }

  private static func information(_ table: SegregationTable) -> Double {
    func entropy(_ shares: [Double]) -> Double { -shares.reduce(0) { $0 + ($1 > 0 ? $1 * log($1) : 0) } }
    let whole = entropy(table.groups.indices.map { table.share($0) })
    let own = table.zones.indices.reduce(0) { sum, zone in
      sum + table.zones[zone] * entropy(table.groups.indices.map { table.share($0, zone) })
    }
    return min(1, max(0, 1 - own / (table.total * whole)))
  }

  private static func gini(_ table: SegregationTable) -> Double {
    var sum = 0.0
    for group in table.groups.indices {
      let shares = table.zones.indices.map { table.share(group, $0) }
      let order = shares.indices.sorted { shares[$0] < shares[$1] || (shares[$0] == shares[$1] && $0 < $1) }
      // Σ_i Σ_j t_it_j|π_i − π_j| / (2T²) = Σ_i t_iπ_i(2R_i − 1)/T with mid-ranks R.
      var below = 0.0
      for zone in order {
        let own = table.zones[zone] / table.total
        sum += own * shares[zone] * (2 * below + own - 1)
        below += own
      }
    }
    return min(1, max(0, sum / table.interaction))
  }

  private static func atkinson(_ table: SegregationTable) throws(Reason) -> Double {
    guard table.groups.count == 2 else { throw .tooFewGroups }
    let part = table.share(0)
    let sum = table.zones.indices.reduce(0) { sum, zone in
      let p = table.share(0, zone)
      return sum + ((1 - p) * p).squareRoot() * table.zones[zone] / (part * table.total)
    }
    return min(1, max(0, 1 - part / (1 - part) * sum * sum))
  }
}

extension Method {
  /// The index of dissimilarity, D.
  public static let dissimilarity = Method("segregation.dissimilarity")
  /// The isolation index, xPx*.
  public static let isolation = Method("segregation.isolation")
  /// The interaction index, xPy*.
  public static let interactionIndex = Method("segregation.interaction")
  /// The correlation ratio, V or eta².
  public static let correlationRatio = Method("segregation.correlation-ratio")
  /// The information theory index, H.
  public static let informationTheory = Method("segregation.information")
  /// The Gini index of segregation.
  public static let segregationGini = Method("segregation.gini")
  /// Atkinson's index of segregation.
  public static let segregationAtkinson = Method("segregation.atkinson")
}
