import ArgumentParser
import Levekar

/// `levekar export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The figures themselves, for other programs: csv, csv-excel-nb, json, jsonl or json-stat.",
    discussion: """
      levekar export --indicator low-income-eu60 --format csv-excel-nb -o low-income.csv
      levekar export population.csv --format json-stat
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      let answer = try Answering.answer(.level, try session.request(input, selection))
      session.say(Rendering.notes(answer, language: session.language))
      try session.write(
        try Rendering.bytes(
          answer, format: try OutputFormat.choose(named: output.format, path: output.output, otherwise: .csv),
          style: session.style))
      return ExitStatus.ok
    }
  }
}
