import ArgumentParser
import Levekar

/// Where the figures come from, and how foreign files are read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files to read: CSV, JSON-stat or JSON records; - is standard input. Without files the knowledge base is read.",
      valueName: "data"),
    completion: .file())
  var data: [String] = []

  @Option(help: "The knowledge base (else $LEVEKAR_BASE, else kunnskap.levekar).", completion: .file())
  var base: String?

  @Option(
    help: "A programme file whose zones and groups are used.", completion: .file(extensions: ["yml", "yaml"]))
  var programme: String?

  @Option(
    help: "A zone list: code, name, level, parent, valid-from, valid-to.",
    completion: .file(extensions: ["csv"]))
  var zones: String?

  @Option(
    help: ArgumentHelp(
      "Which column is what, such as zone=State,period=Year,value=Packs. indicator=header takes every column as an indicator; group=Quintile splits rows by numbered groups.",
      valueName: "role=header,…"))
  var columns: String?

  @Option(help: "The delimiter: ; , | or tab.")
  var delimiter: String?

  @Option(help: "The decimal sign: , or .")
  var decimal: String?

  @Option(help: "The encoding: utf-8, utf-16, iso-8859-1, windows-1252.")
  var encoding: String?

  @Flag(help: "The periods are columns.")
  var wide = false

  @Option(help: "The measure to take where a file has several.")
  var measure: String?

  @Flag(help: "Keep zones that the zone list does not know.")
  var keepUnknownZones = false
}

/// Which of the figures.
struct SelectionOptions: ParsableArguments {
  @Option(parsing: .upToNextOption, help: "Indicators, by id.")
  var indicator: [String] = []

  @Option(parsing: .upToNextOption, help: "Zones or groups, by code or name; each gets rows of its own.")
  var zone: [String] = []

  @Option(help: ArgumentHelp("A group made of zones.", valueName: "name=A+B"))
  var group: [String] = []

  @Option(help: "One period; for a file without periods, the period of its figures.")
  var period: String?

  @Option(help: ArgumentHelp("The periods of a window.", valueName: "P..P"))
  var window: String?

  @Option(help: "The first period.")
  var from: String?

  @Option(help: "The last period.")
  var to: String?

  @Option(help: ArgumentHelp("Split rows by dimensions, such as sex,age.", valueName: "dimensions"))
  var by: String?

  @Option(help: "The unit of the figures, such as persons or \"per cent\".")
  var unit: String?

  @Option(help: "Which way is better: higher, lower or neutral.")
  var direction: String?

  @Option(
    help:
      "How p-values are adjusted for many tests: bh, by, holm, hochberg, bonferroni, hierarchical or none.")
  var adjust: String?

  @Flag(help: "Leave out provisional figures.")
  var noProvisional = false
}

/// How the answer looks and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(
    help:
      "table, csv, csv-excel-nb, json, jsonl, md or json-stat; by default a table, or what the file's ending says."
  )
  var format: String?

  @Option(name: [.short, .long], help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Option(help: "nb or en.")
  var language: String = "nb"

  @Option(help: "The level of intervals.")
  var confidence: Double = 0.95

  @Option(help: "The seed of random routines.")
  var seed: UInt64 = 1

  @Option(help: "At most so many threads.")
  var threads: Int?

  @Flag(help: "Say nothing but the answer and errors.")
  var quiet = false

  @Flag(help: "No colour, whatever the terminal.")
  var noColor = false

  @Flag(help: "No progress line, whatever the terminal.")
  var noProgress = false
}
