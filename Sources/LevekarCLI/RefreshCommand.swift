import ArgumentParser
import Levekar

/// `levekar refresh`
struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "The nightly job: fetch, read, harmonise, derive, protect, analyse, publish.",
    discussion: """
      levekar refresh Data/larvik/programme.yml
      levekar refresh programme.yml --dry-run --format json
      """)

  @Argument(help: "The programme file.", completion: .file(extensions: ["yml", "yaml"]))
  var programme: String = "programme.yml"

  @Option(
    help: "The knowledge base (else $LEVEKAR_BASE, else kunnskap.levekar beside the programme).",
    completion: .file())
  var base: String?

  @Flag(help: "Ask no source over the network.")
  var offline = false

  @Option(
    parsing: .upToNextOption,
    help:
      "Only these sources (the others keep their figures), or one stage: fetch, read, harmonise, derive, protect, analyse, publish."
  )
  var only: [String] = []

  @Flag(help: "Do everything but write.")
  var dryRun = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      var job = RefreshJob(programme: programme)
      job.base = base
      job.isOffline = offline
      job.only = only
      job.isDryRun = dryRun
      job.threads = output.threads
      let outcome = try Refresh.run(job, progress: session.progress)
      session.say(Rendering.notes(outcome, language: session.language))
      try session.write(try Rendering.bytes(outcome, format: try session.format(), style: session.style))
      return outcome.exitCode
    }
  }
}
