import Indicators

/// Why a plan cannot be made, or may not be used as asked.
public enum PlanProblem: Sendable, Hashable {
  /// Nobody said when the programme will be judged.
  case needsLooks
  /// A look lies before the start.
  case lookBeforeStart(look: Int, start: String)
  /// A plan knows years, and the start is another period.
  case startIsNoYear(String)
  /// A plan has one series an indicator, and the rows would be split.
  case strata([String])
  /// What is asked for is not what was planned.
  case contradicts(option: String, given: String, planned: String)
  /// A plan is made before results are looked at, and a calibration looks at the years after the start.
  case calibratesTooEarly

  /// The stable id.
  public var code: String {
    switch self {
    case .needsLooks: "needs-looks"
    case .lookBeforeStart: "look-before-start"
    case .startIsNoYear: "start-is-no-year"
    case .strata: "plan-of-strata"
    case .contradicts: "contradicts-plan"
    case .calibratesTooEarly: "calibrates-too-early"
    }
  }

  /// The offending values.
  public var arguments: [String: String] {
    switch self {
    case .needsLooks, .calibratesTooEarly: [:]
    case .lookBeforeStart(let look, let start): ["look": "\(look)", "start": start]
    case .startIsNoYear(let start): ["start": start]
    case .strata(let dimensions): ["dimensions": dimensions.joined(separator: ", ")]
    case .contradicts(let option, let given, let planned):
      ["option": option, "given": given, "planned": planned]
    }
  }
}
