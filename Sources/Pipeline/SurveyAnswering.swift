import Analyses
import Disclosure
import Indicators
import Interchange

/// What the verb `survey` is asked.
public struct SurveyRequest: Sendable {
  /// Files, zones, dimensions, level and reading options, as of other verbs.
  public var request: Request
  /// Which column is what.
  public var roles = RespondentFile.Roles()
  /// A file of margins.
  public var margins: String?
  /// The smallest group that is shown.
  public var minimumGroup = 10
  /// No weight above this many times the mean.
  public var cap: Double?

  /// A request.
  public init(_ request: Request) { self.request = request }
}

/// The entry of `survey`: respondents → weights → results.
///
/// What protects respondents is the smallest group that is shown; there are no panels whose cells could be hidden.
public enum SurveyAnswering {
  /// Answers from files of respondents.
  ///
  /// - Throws: The ``Indicators/LevekarError`` of the part that failed.
  public static func answer(_ asked: SurveyRequest) throws -> Answer {
    var files: [String] = []
    if case .files(let paths) = asked.request.origin { files = paths }
    guard files.count == 1, let path = files.first else {
      let given = files.isEmpty ? "–" : files.joined(separator: ", ")
      throw PipelineError.unreadableOption(option: "DATA", text: given, expected: "survey.csv")
    }
    guard asked.minimumGroup >= 1 else {
      throw PipelineError.unreadableOption(
        option: "--minimum-group", text: "\(asked.minimumGroup)", expected: "10, 20")
    }
    if let cap = asked.cap, !(cap > 1) {
      throw PipelineError.unreadableOption(option: "--trim", text: "\(cap)", expected: "3, 5")
    }
    let respondents = try RespondentFile.read(path, asked.roles, options: asked.request.reading)
    var options = Survey.Options()
    options.minimumGroup = asked.minimumGroup
    options.cap = asked.cap
    if let margins = asked.margins { options.margins = try MarginFile.read(margins) }
    let results = try Survey.run(
      respondents, options,
      options: AnalysisOptions(
        zones: asked.request.zones, keys: asked.request.split, level: asked.request.confidence))
    return Answer(
      results: try ProtectStage.protect(Dataset(panels: []), appliesRules: false).map { _ in results },
      summaries: [], catalogue: IndicatorCatalogue(), programme: nil)
  }
}
