import Estimates
import Evaluation
import Indicators

/// Why a verb cannot answer as asked.
public enum AnalysisError: LevekarError, Equatable {
  /// No indicator has this name.
  case unknownIndicator(String, known: [String])
  /// The figures are not split by this dimension.
  case unknownDimension(String, known: [String])
  /// The dimension has no such category.
  case unknownCategory(String, known: [String])
  /// No zone or group has this code or name.
  case unknownZone(String, known: [String])
  /// Several zones have this name.
  case ambiguousZone(String, candidates: [String])
  /// No period of the data lies in the range.
  case noPeriods(range: String, known: [String])
  /// `rest`, `parent` and groups need to know what is part of what.
  case needsZoneSystem(String)
  /// The verb needs a zone to be named.
  case needsZone
  /// A baseline needs a window.
  case needsWindow
  /// An index needs to know of each component which way is better.
  case needsDirections([String])
  /// No standard population has this name, and no file.
  case unknownStandard(String, known: [String])
  /// Indirect standardisation needs a reference.
  case needsReference
  /// An option of a verb has no such word.
  case unknownChoice(option: String, name: String, known: [String])
  /// An effect needs to know when the programme began.
  case needsStart
  /// The treated zones began in different periods.
  case severalStarts([String])
  /// When zones began is to be read from a column, and the figures come from no file that has it.
  case needsCohortFile
  /// What stands for a zone's start or end is no period.
  case unreadableCohort(zone: String, text: String)
  /// A programme ends before it begins.
  case stopBeforeStart(start: String, stop: String)
  /// No figures lie on one side of the start.
  case startOutsideData(start: String, known: [String])
  /// A zone is named twice, or lies within another that is named.
  case zoneNamedTwice(String, and: String)
  /// A zone to compare with is treated itself, or overlaps one that is.
  case treatedDonor(String)
  /// A plan cannot be made, or may not be used as asked.
  case plan(PlanProblem)
  /// An estimator's parameters were refused.
  case evaluation(EffectError)
  /// The panels themselves are not well formed.
  case indicators(IndicatorsError)
  /// A statistic refused its parameters.
  case statistics(StatisticsError)

  /// The stable id.
  public var code: String {
    switch self {
    case .unknownIndicator: "unknown-indicator"
    case .unknownDimension: "unknown-dimension"
    case .unknownCategory: "unknown-category"
    case .unknownZone: "unknown-zone"
    case .ambiguousZone: "ambiguous-zone"
    case .noPeriods: "no-periods"
    case .needsZoneSystem: "needs-zone-system"
    case .needsZone: "needs-zone"
    case .needsWindow: "needs-window"
    case .needsDirections: "needs-directions"
    case .unknownStandard: "unknown-standard"
    case .needsReference: "needs-reference"
    case .unknownChoice: "unknown-choice"
    case .needsStart: "needs-start"
    case .severalStarts: "several-starts"
    case .stopBeforeStart: "stop-precedes-start"
    case .needsCohortFile: "needs-cohort-file"
    case .unreadableCohort: "unreadable-cohort"
    case .startOutsideData: "start-outside-data"
    case .zoneNamedTwice: "zone-named-twice"
    case .treatedDonor: "treated-donor"
    case .plan(let problem): problem.code
    case .evaluation(let error): error.code
    case .indicators(let error): error.code
    case .statistics(let error): error.code
    }
  }

  /// The request is at fault, unless the panels are.
  public var kind: ErrorKind {
    switch self {
    case .evaluation(let error): error.kind
    case .indicators(let error): error.kind
    case .statistics(let error): error.kind
    case .needsDirections: .refused
    case .unreadableCohort: .badData
    default: .usage
    }
  }

  /// The offending values; `known` lists what would have been understood, `nearest` the closest of it.
  public var arguments: [String: String] {
    switch self {
    case .unknownIndicator(let name, let known), .unknownDimension(let name, let known),
      .unknownCategory(let name, let known), .unknownZone(let name, let known),
      .unknownStandard(let name, let known):
      AnalysisError.named(name, known)
    case .ambiguousZone(let name, let candidates):
      ["name": name, "candidates": candidates.joined(separator: ", ")]
    case .noPeriods(let range, let known): ["range": range, "known": known.joined(separator: "–")]
    case .needsZoneSystem(let against): ["against": against]
    case .needsZone, .needsWindow, .needsReference, .needsStart, .needsCohortFile: [:]
    case .unreadableCohort(let zone, let text): ["zone": zone, "text": text]
    case .severalStarts(let starts): ["starts": starts.joined(separator: ", ")]
    case .stopBeforeStart(let start, let stop): ["start": start, "stop": stop]
    case .startOutsideData(let start, let known):
      ["start": start, "range": known.joined(separator: "–")]
    case .zoneNamedTwice(let zone, let other): ["zone": zone, "other": other == zone ? "" : other]
    case .treatedDonor(let zone): ["zone": zone]
    case .needsDirections(let indicators): ["indicators": indicators.joined(separator: ", ")]
    case .unknownChoice(let option, let name, let known):
      AnalysisError.named(name, known, limit: known.count).merging(["option": option]) { one, _ in one }
    case .plan(let problem): problem.arguments
    case .evaluation(let error): error.arguments
    case .indicators(let error): error.arguments
    case .statistics(let error): error.arguments
    }
  }

  /// The place the wrapped error has.
  public var place: Place? {
    if case .indicators(let error) = self { return error.place }
    return nil
  }

  private static func named(_ name: String, _ known: [String], limit: Int = 12) -> [String: String] {
    var result = ["name": name, "known": known.prefix(limit).joined(separator: ", ")]
    if let nearest = NearestName.of(name, among: known) { result["nearest"] = nearest }
    return result
  }
}
