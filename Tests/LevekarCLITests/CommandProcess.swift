import Foundation
import Testing

/// The built command, run as a process in a folder of its own.
struct CommandProcess {
  /// What a run left.
  struct Outcome {
    let code: Int32
    let wasKilled: Bool
    let output: String
    let error: String
  }

  /// The command lies beside the tests' own program.
  static let path: String = {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("levekar").path
  }()

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: path) }
  static let skipReason: Comment = "the command is not built beside the tests"

  /// The working folder, removed with ``discard()``.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("levekar-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func discard() { try? FileManager.default.removeItem(at: folder) }

  /// Runs work in a folder that is removed after it.
  static func within<Result>(_ work: (CommandProcess) throws -> Result) throws -> Result {
    let process = try CommandProcess()
    defer { process.discard() }
    return try work(process)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Runs the command; standard output may be sent to a device.
  func run(_ arguments: [String], input: String? = nil, output device: String? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["LEVEKAR_BASE"] = nil
    process.environment = environment
    let name = UUID().uuidString
    let places = ["out", "err", "in"].map {
      FileManager.default.temporaryDirectory.appendingPathComponent("\(name).\($0)")
    }
    defer { for place in places { try? FileManager.default.removeItem(at: place) } }
    try Data().write(to: places[0])
    try Data().write(to: places[1])
    try Data((input ?? "").utf8).write(to: places[2])
    process.standardInput = try FileHandle(forReadingFrom: places[2])
    process.standardOutput = try FileHandle(
      forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Data(contentsOf: places[0]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: places[1]), as: UTF8.self))
  }

  /// Runs the command and reads the JSON it wrote.
  func json(_ arguments: [String], input: String? = nil) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json"], input: input)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(object, "\(outcome.error)")
  }
}

extension CommandProcess.Outcome {
  /// Expects an error in the layout of the contract, and nothing on standard output.
  func expectError(_ code: Int32, _ id: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(self.code == code && !wasKilled, "\(error)", sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    let lines = error.split(separator: "\n").map(String.init)
    let start = lines.firstIndex { $0.hasPrefix("feil: ") }
    guard let start, lines.count > start + 2 else {
      Issue.record("no error in the layout of the contract: \(error)", sourceLocation: sourceLocation)
      return
    }
    #expect(lines[start + 1].hasPrefix("  fordi: "), "\(error)", sourceLocation: sourceLocation)
    #expect(lines.last == "  mer:   levekar explain \(id)", "\(error)", sourceLocation: sourceLocation)
    // Words, not the id and its arguments.
    #expect(!lines[start + 1].contains(id + ":"), "\(error)", sourceLocation: sourceLocation)
  }
}
