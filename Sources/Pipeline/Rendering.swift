import Analyses
import Disclosure
import Estimates
import Indicators
import Interchange
import KnowledgeBase
import Reports
import Wording

/// How text for people looks.
public struct TextStyle: Sendable {
  /// The language.
  public var language: Language
  /// Whether colour may help; it never is the only sign.
  public var usesColour: Bool
  /// The width in columns; `nil` for as wide as it takes.
  public var width: Int?

  /// A style.
  public init(language: Language = .nb, usesColour: Bool = false, width: Int? = nil) {
    self.language = language
    self.usesColour = usesColour
    self.width = width
  }
}

/// Turns answers into bytes for standard output and lines for standard error.
public enum Rendering {
  /// The answer in a format.
  public static func bytes(_ answer: Answer, format: OutputFormat, style: TextStyle) throws -> [UInt8] {
    try bytes(answer.results, catalogue: answer.catalogue, format: format, style: style)
  }

  /// The outcome of a refresh: the summary for people, or the sources and the version for machines.
  public static func bytes(_ outcome: RefreshOutcome, format: OutputFormat, style: TextStyle) throws
    -> [UInt8]
  {
    switch format {
    case .table, .markdown:
      var content = outcome.content
      content.language = style.language
      let summary = RefreshSummary(content, outputs: outputs(outcome))
      return text(summary.lines(width: style.width ?? 160, usesColour: style.usesColour))
    case .machine(let format):
      return try ResultWriter.bytes(of: RefreshTable.results(outcome), as: format)
    }
  }

  /// The outcome of an import.
  public static func bytes(_ outcome: ImportOutcome, format: OutputFormat, style: TextStyle) throws -> [UInt8]
  {
    switch format {
    case .table, .markdown: text(Wording.imported(outcome.facts, language: style.language))
    case .machine(let format): try ResultWriter.bytes(of: outcome.results, as: format)
    }
  }

  /// A listing or a description.
  public static func bytes(_ listing: ListingAnswer, format: OutputFormat, style: TextStyle) throws -> [UInt8]
  {
    try bytes(listing.results, catalogue: listing.catalogue, format: format, style: style)
  }

  private static func bytes(
    _ results: Protected<ResultSet>, catalogue: IndicatorCatalogue, format: OutputFormat, style: TextStyle
  ) throws -> [UInt8] {
    let table = TerminalTable(results, catalogue: catalogue, language: style.language)
    switch format {
    case .table: return text(table.lines(width: style.width ?? 160, usesColour: style.usesColour))
    case .markdown: return text(table.markdown())
    case .machine(let format): return try ResultWriter.bytes(of: results.value, as: format)
    }
  }

  /// What was understood of the files, and what is worth knowing, for standard error.
  public static func notes(_ answer: Answer, language: Language) -> [String] {
    summaries(answer.summaries, language) + findings(answer.results.value.findings, language)
  }

  /// What is worth knowing about a listing.
  public static func notes(_ listing: ListingAnswer, language: Language) -> [String] {
    summaries(listing.summaries, language) + findings(listing.results.value.findings, language)
  }

  /// What was understood of imported files.
  public static func notes(_ outcome: ImportOutcome, language: Language) -> [String] {
    summaries(outcome.summaries, language) + findings(outcome.findings, language)
  }

  /// The errors behind failed sources, and what else was found.
  public static func notes(_ outcome: RefreshOutcome, language: Language) -> [String] {
    outcome.errors.flatMap { Wording.error($0, language: language).lines }
      + findings(outcome.findings.filter { $0.severity == .warning }, language)
      + (isUnchanged(outcome)
        ? [Wording.nothingChanged(outcome.version.version.number, language: language)] : [])
  }

  /// What `init` wrote, and what to do next.
  public static func notes(_ written: [String], folder: String, language: Language) -> [String] {
    Wording.programmeWritten(written, folder: folder, language: language)
  }

  /// One line for a terminal: a bar, the stage, and what is being worked on.
  public static func progressLine(_ step: ProgressStep, width: Int, language: Language) -> String {
    let bar = 20
    let filled = Int((step.share * Double(bar)).rounded(.down))
    let drawn = String(repeating: "█", count: filled) + String(repeating: "░", count: bar - filled)
    let words = Wording.stage(step.stage.rawValue, language: language)
    return String("\(drawn) \(words)\(step.detail.map { ": \($0)" } ?? "")".prefix(max(24, width - 1)))
  }

  /// The exit code an answer deserves: 2 where every row is refused, 1 where a check found problems.
  public static func exitCode(_ answer: Answer) -> Int32 {
    let results = answer.results.value
    if results.verb == "check" { return Check.foundProblems(results) ? ExitStatus.problems : ExitStatus.ok }
    return results.isRefused ? ExitStatus.refused : ExitStatus.ok
  }

  private static func isUnchanged(_ outcome: RefreshOutcome) -> Bool {
    if case .unchanged = outcome.version { return true }
    return false
  }

  private static func outputs(_ outcome: RefreshOutcome) -> [RefreshSummary.Output] {
    var result: [RefreshSummary.Output] = []
    if let page = outcome.files.first(where: { $0.hasSuffix("index.html") }) {
      result.append(.init(kind: "report", path: page))
    }
    if let first = outcome.files.first(where: { $0.contains("/tall/") }) {
      let folder = first.prefix(upTo: first.lastIndex(of: "/") ?? first.endIndex)
      result.append(.init(kind: "figures", path: folder + "/"))
    }
    let version = outcome.version.version
    result.append(
      .init(
        kind: "base", path: "\(outcome.base) (#\(version.number), sha256 \(version.contentHash.prefix(8))…)"))
    return result
  }

  static func text(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func findings(_ findings: [Finding], _ language: Language) -> [String] {
    findings.map { Wording.finding($0, language: language) }
  }

  private static func summaries(_ summaries: [ReadingSummary], _ language: Language) -> [String] {
    summaries.map { SummarySentence.sentence($0, language) }
  }
}
