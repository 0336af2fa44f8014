import Indicators
import Interchange
import KnowledgeBase

/// What became of one source.
public struct SourceOutcome: Sendable {
  /// The source.
  public let source: DataSource
  /// Its cubes; empty where it failed or was left out.
  public let cubes: [Cube]
  /// What was understood of its files.
  public let summaries: [ReadingSummary]
  /// The SHA-256 of its files' bytes, in order; `nil` where it failed.
  public let contentHash: String?
  /// Why it failed; `nil` where it did not.
  public let failure: (any LevekarError)?
  /// Whether it was left out on purpose.
  public let isSkipped: Bool
}

/// Reads the files of a source into cubes.
enum ReadStage {
  static func read(_ source: DataSource, files: [String], threads: Int?) throws -> SourceOutcome {
    var options = ReadingOptions()
    let columns = source.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
      separator: ",")
    if !columns.isEmpty { try options.setColumns(columns) }
    var cubes: [Cube] = []
    var summaries: [ReadingSummary] = []
    var hash = ContentHash()
    var rows = 0
    for path in files {
      let bytes = try ByteSource(contentsOf: path)
      bytes.withBytes { hash.update($0) }
      let reading = try ForeignReader.read(bytes, options: options)
      rows += reading.cube.count
      cubes.append(reading.cube)
      summaries.append(reading.summary)
    }
    if let minimum = source.expect.minimumRows, rows < minimum {
      throw PipelineError.tooFewRows(source: source.id, found: rows, expected: minimum)
    }
    return SourceOutcome(
      source: source, cubes: cubes, summaries: summaries, contentHash: hash.hexadecimal, failure: nil,
      isSkipped: false)
  }
}
