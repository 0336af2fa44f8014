import ArgumentParser
import Levekar

/// `levekar target`
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: "Whether zones are on their way to a target: reached, on track, behind or cannot say.",
    discussion: """
      levekar target
      levekar target --indicator neet-15-29 --zone torstrand --target 8 --by-period 2028
      levekar target figures.csv --zone 3909000014 --target 10 --by-period 2028 --window 2019..2023 --direction lower
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The value to reach, in the indicator's unit (else the programme's targets).")
  var target: Double?

  @Option(help: "When to reach it, such as 2028.")
  var byPeriod: String?

  func run() throws {
    let session = Session(output)
    try session.answer({ .target(try aim()) }, input, selection)
  }

  /// The two options belong together.
  private func aim() throws -> TargetProgress.Aim? {
    guard target != nil || byPeriod != nil else { return nil }
    guard let target else {
      throw PipelineError.unreadableOption(option: "--target", text: "–", expected: "8, 12.5")
    }
    guard let period = byPeriod.flatMap({ Period($0) }) else {
      throw PipelineError.unreadableOption(option: "--by-period", text: byPeriod ?? "–", expected: "2028")
    }
    return TargetProgress.Aim(value: target, by: period)
  }
}
