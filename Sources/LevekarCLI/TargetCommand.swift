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

  func validate() throws {
    guard (target == nil) == (byPeriod == nil) else {
      throw ValidationError("--target and --by-period belong together.")
    }
    if let byPeriod, Period(byPeriod) == nil {
      throw ValidationError("--by-period is no period: \(byPeriod)")
    }
  }

  func run() throws {
    let aim = target.flatMap { value in
      byPeriod.flatMap { Period($0) }.map { TargetProgress.Aim(value: value, by: $0) }
    }
    try Session(output).answer(.target(aim), input, selection)
  }
}
