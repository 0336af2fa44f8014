/// What can be wrong with zones, cubes and panels.
public enum IndicatorsError: LevekarError, Equatable {
  /// A zone without a code.
  case emptyZoneCode(position: Int)
  /// Two versions of a code are valid on the same day.
  case duplicateZone(code: String, validFrom: String?)
  /// A zone's parent is not in the list.
  case unknownParent(zone: String, parent: String)
  /// A zone is, by its parents, part of itself.
  case circularZones(code: String)
  /// A group's member is neither a zone nor a group.
  case unknownMember(group: String, member: String)
  /// A group is, by its members, part of itself.
  case circularGroup(id: String)
  /// The members of a union share a zone.
  case overlappingMembers(group: String, code: String)
  /// Columns of a panel or cube have the wrong number of cells.
  case wrongShape(what: String, expected: Int, found: Int)
  /// Two cells have the same zone, period, stratum and measure.
  case duplicateKey(zone: String, period: String, stratum: String, rows: String)
  /// A number where the status says there is none, or none where it says there is.
  case statusMismatch(zone: String, period: String)
  /// The axis of a panel names something twice.
  case duplicateAxisValue(axis: String, value: String)
  /// The periods of a panel are not in order.
  case unorderedPeriods(earlier: String, later: String)
  /// The cells that zones, periods and strata span are far more than the records, and more than fit in memory.
  case tooSparse(cells: Int, records: Int)
  /// The cube cannot be analysed.
  case notAnalysable(Reason, file: String?)
  /// Panels that should share axes do not.
  case axesDiffer(indicator: String)
  /// A neighbour list names an unknown zone, or a zone as its own neighbour.
  case badNeighbour(zone: String, neighbour: String)
  /// The cube has no such measure.
  case unknownMeasure(name: String, known: [String])
  /// The cube holds several measures, and none was chosen.
  case ambiguousMeasure(known: [String])

  /// The stable id.
  public var code: String {
    switch self {
    case .emptyZoneCode: "empty-zone-code"
    case .duplicateZone: "duplicate-zone"
    case .unknownParent: "unknown-parent"
    case .circularZones: "circular-zones"
    case .unknownMember: "unknown-member"
    case .circularGroup: "circular-group"
    case .overlappingMembers: "overlapping-members"
    case .wrongShape: "wrong-shape"
    case .duplicateKey: "duplicate-key"
    case .statusMismatch: "status-mismatch"
    case .duplicateAxisValue: "duplicate-axis-value"
    case .unorderedPeriods: "unordered-periods"
    case .tooSparse: "too-sparse"
    case .notAnalysable(let reason, _): reason.rawValue
    case .axesDiffer: "axes-differ"
    case .badNeighbour: "bad-neighbour"
    case .unknownMeasure: "unknown-measure"
    case .ambiguousMeasure: "ambiguous-measure"
    }
  }

  /// Refused where the data are fine but not for this, usage where the request is wrong, else bad data.
  public var kind: ErrorKind {
    switch self {
    case .notAnalysable, .axesDiffer: .refused
    case .unknownMeasure, .ambiguousMeasure: .usage
    default: .badData
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .emptyZoneCode(let position): ["position": "\(position)"]
    case .duplicateZone(let code, let from): ["zone": code, "valid-from": from ?? ""]
    case .unknownParent(let zone, let parent): ["zone": zone, "parent": parent]
    case .circularZones(let code): ["zone": code]
    case .unknownMember(let group, let member): ["group": group, "member": member]
    case .circularGroup(let id): ["group": id]
    case .overlappingMembers(let group, let code): ["group": group, "zone": code]
    case .wrongShape(let what, let expected, let found):
      ["what": what, "expected": "\(expected)", "found": "\(found)"]
    case .duplicateKey(let zone, let period, let stratum, let rows):
      ["zone": zone, "period": period, "stratum": stratum, "rows": rows]
    case .statusMismatch(let zone, let period): ["zone": zone, "period": period]
    case .duplicateAxisValue(let axis, let value): ["axis": axis, "value": value]
    case .unorderedPeriods(let earlier, let later): ["earlier": earlier, "later": later]
    case .tooSparse(let cells, let records): ["cells": "\(cells)", "records": "\(records)"]
    case .notAnalysable: [:]
    case .axesDiffer(let indicator): ["indicator": indicator]
    case .badNeighbour(let zone, let neighbour): ["zone": zone, "neighbour": neighbour]
    case .unknownMeasure(let name, let known): ["measure": name, "known": known.joined(separator: ", ")]
    case .ambiguousMeasure(let known): ["known": known.joined(separator: ", ")]
    }
  }

  /// The file, where the error is about one.
  public var place: Place? {
    if case .notAnalysable(_, let file?) = self { return Place(file: file) }
    return nil
  }
}
