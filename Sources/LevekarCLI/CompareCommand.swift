import ArgumentParser
import Levekar

/// `levekar compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "A zone against a comparator, as two disjoint areas.",
    discussion: """
      levekar compare --zone torstrand --against rest --indicator low-income-eu60
      levekar compare figures.csv --zones zones.csv --zone 3909000014 --against 3909000001
      levekar compare --zone torstrand --gap                    has the difference narrowed?
      levekar compare --zone torstrand --gap-windows 2019..2021,2022..2024
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "rest, all, parent, a zone or a group.")
  var against: String = "rest"

  @Option(
    help:
      "By what a zone is called better or worse: difference, fingertips, fingertips-95, fingertips-99.8, double-overlap, spc, spc-95 or spc-99.8."
  )
  var verdictRule: String = "difference"

  @Flag(help: "Follow the difference through all periods: has it narrowed?")
  var gap = false

  @Option(help: ArgumentHelp("The same, and between two windows.", valueName: "P..P,P..P"))
  var gapWindows: String?

  private var windows: GapQuestion? {
    let ranges = (gapWindows ?? "").split(separator: ",").compactMap { PeriodRange(String($0)) }
    return ranges.count == 2 ? GapQuestion(from: ranges[0], to: ranges[1]) : nil
  }

  func run() throws {
    let session = Session(output)
    try session.answer({ try question() }, input, selection)
  }

  private func question() throws -> Question {
    guard let rule = VerdictRule(word: verdictRule) else {
      throw PipelineError.unreadableOption(
        option: "--verdict-rule", text: verdictRule, expected: VerdictRule.words.joined(separator: ", "))
    }
    if let gapWindows, windows == nil {
      throw PipelineError.unreadableOption(
        option: "--gap-windows", text: gapWindows, expected: "2019..2021,2022..2024")
    }
    return .compare(against: Against(against), rule: rule, gaps: windows ?? (gap ? GapQuestion() : nil))
  }
}
