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
      levekar effect --lock plan.yml
      levekar effect figures.csv --group east=A+B --zone east --start 2024 --donors C D E
      levekar effect figures.csv --zone A=2019..2022 B=2023 --estimator staggered
      levekar effect figures.csv --cohort first-year --estimator staggered

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
    help: ArgumentHelp(
      "The column of the file that says in which period each zone began; empty or 0 is never.",
      valueName: "header"))
  var cohort: String?

  @Option(
    help: ArgumentHelp(
      "The column of the last period with the programme, empty where it goes on.", valueName: "header"))
  var cohortStop: String?

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

  @Option(help: "natural, log or sqrt (else natural).")
  var scale: String?

  @Option(help: "Zones without a figure in every period: drop-donors or drop-periods (else drop-donors).")
  var unbalanced: String?

  @Option(help: ArgumentHelp("The smallest effect that would matter, such as 5 or 20%.", valueName: "size"))
  var smallestEffect: String?

  @Option(help: "The table of intervals: placebos, or all with those that fit the estimator anew many times.")
  var intervals: String = "placebos"

  @Flag(help: "Bound every estimator where cells are hidden with declared bounds, not only the exact ones.")
  var bounds = false

  @Option(help: "The most placebo sets; beyond it they are drawn.")
  var placebos: Int?

  @Flag(help: "Try the headline against other estimators, other zones and other years, and check it.")
  var sensitivity = false

  @Option(
    help: ArgumentHelp(
      "The years that made the zone be chosen, for --sensitivity (else the last three before the start).",
      valueName: "P..P"))
  var selectionYears: String?

  @Option(
    help: ArgumentHelp(
      "A list of neighbours: try connected districts of the treated's population in its place; asks for --sensitivity.",
      valueName: "file"),
    completion: .file())
  var districts: String?

  @Flag(help: "The weights behind every placebo, as a table of their own.")
  var placeboWeights = false
  @Option(
    help: ArgumentHelp(
      "A plan: made and sealed where the file is not there, without showing results; kept to where it is.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var lock: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The years in which a new plan is judged (else every year to the programme's last, or to --stop).",
      valueName: "year"))
  var looks: [String] = []

  @Flag(help: "Try everything on every zone without the programme: how often is something found there?")
  var calibrate = false

  func run() throws {
    // Options with several values take all words up to the next option, and people put files last.
    func isFile(_ word: String) -> Bool { word == "-" || FileManager.default.fileExists(atPath: word) }
    var input = input
    input.data += (estimator + donors + exclude + looks).filter(isFile)
    var asked = EffectRequest(
      start: start, stop: stop, estimators: estimator.filter { !isFile($0) },
      donors: donors.filter { !isFile($0) },
      excluded: exclude.filter { !isFile($0) }, neighbours: excludeNeighbours, sizeBand: sizeBand,
      scale: scale,
      unbalanced: unbalanced, smallest: smallestEffect, placebos: placebos, programme: input.programme,
      intervals: intervals, bounds: bounds, adjustment: selection.adjust,
      looks: looks.filter { !isFile($0) }
    ).trying(
      SensitivityRequest(
        isAsked: sensitivity, selection: selectionYears, districts: districts, placeboWeights: placeboWeights)
    )
    asked.cohort = cohort
    asked.cohortStop = cohortStop
    let (session, given, wanted) = (Session(output), input, asked)
    try session.answering {
      var request = try session.request(given, selection)
      request.reading.zoneColumns = [cohort, cohortStop].compactMap(\.self)
      let calibration = calibrate ? session.calibrationProgress : nil
      if let lock { return try PlanLocking.answer(plan: lock, wanted, request, calibration: calibration) }
      let question = try wanted.question()
      return try Answering.answer(
        calibration.map { .calibratedEffect(question, progress: $0) } ?? .effect(question), request)
    }
  }
}
