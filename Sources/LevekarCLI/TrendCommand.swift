import ArgumentParser
import Foundation
import Levekar

/// `levekar trend`
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Direction and size of change per zone.",
    discussion: """
      levekar trend --indicator low-income-eu60 --zone torstrand
      levekar trend hoy_utdanning.json --direction higher
      levekar trend --method theil-sen hamed-rao pettitt --zone torstrand
      levekar trend levealder.csv --windows disjoint
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Methods, a row each: \(TrendMethod.all.map(\.word).joined(separator: ", ")).", valueName: "word"))
  var method: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to do about windows that share years: yearly, disjoint, corrected or refuse; by default the first that can be done.",
      valueName: "way"))
  var windows: String?

  @Option(help: ArgumentHelp("What to do about breaks in a series: split or block.", valueName: "way"))
  var breaks: String?

  func run() throws {
    // Options with several values take all words up to the next option, and people put files last.
    var input = input
    input.data += method.filter { $0 == "-" || FileManager.default.fileExists(atPath: $0) }
    let words = method.filter { $0 != "-" && !FileManager.default.fileExists(atPath: $0) }
    try Session(output).answer(.trend(methods: words, windows: windows, breaks: breaks), input, selection)
  }
}
