import ArgumentParser
import Foundation
import Levekar

/// `levekar effect`
struct EffectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract: "Whether a zone changed more than it would have without the programme, and how sure that is.",
    discussion: """
      levekar effect --indicator satisfied-neighbourhood
      levekar effect figures.csv --zone Torstrand --start 2024 --estimator all
      levekar effect figures.csv --group east=A+B --zone east --start 2024 --donors C D E

      Several zones are one pooled treated set. What could have been seen is said before what was.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The first period with the programme (else what the programme file says).")
  var start: String?

  @Option(help: "The last period with it; figures after it are left out.")
  var stop: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Estimators, a row each, the first the headline: \(EffectMethod.all.map(\.word).joined(separator: ", ")), all.",
      valueName: "word"))
  var estimator: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The zones compared with: all, same-municipality, or zones by code or name (else what the programme says, else all).",
      valueName: "zone"))
  var donors: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Zones that are not compared with.", valueName: "zone"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "A list of neighbours, zone and neighbour: those of the treated are not compared with.",
      valueName: "file"),
    completion: .file())
  var excludeNeighbours: String?

  @Option(
    help: ArgumentHelp("How large a donor may be beside the treated, such as 0.5..2.", valueName: "from..to"))
  var sizeBand: String?

  @Option(help: "natural, log or sqrt.")
  var scale: String = "natural"

  @Option(help: "Zones without a figure in every period: drop-donors or drop-periods.")
  var unbalanced: String = "drop-donors"

  @Option(help: ArgumentHelp("The smallest effect that would matter, such as 5 or 20%.", valueName: "size"))
  var smallestEffect: String?

  @Option(help: "The table of intervals: placebos, or all with those that fit the estimator anew many times.")
  var intervals: String = "placebos"

  @Flag(help: "Bound every estimator where cells are hidden with declared bounds, not only the exact ones.")
  var bounds = false

  @Option(help: "The most placebo sets; beyond it they are drawn.")
  var placebos: Int?

  func run() throws {
    // Options with several values take all words up to the next option, and people put files last.
    func isFile(_ word: String) -> Bool { word == "-" || FileManager.default.fileExists(atPath: word) }
    var input = input
    input.data += (estimator + donors + exclude).filter(isFile)
    let asked = EffectRequest(
      start: start, stop: stop, estimators: estimator.filter { !isFile($0) },
      donors: donors.filter { !isFile($0) },
      excluded: exclude.filter { !isFile($0) }, neighbours: excludeNeighbours, sizeBand: sizeBand,
      scale: scale,
      unbalanced: unbalanced, smallest: smallestEffect, placebos: placebos, programme: input.programme,
      intervals: intervals,
      bounds: bounds)
    try Session(output).answer({ .effect(try asked.question()) }, input, selection)
  }
}
