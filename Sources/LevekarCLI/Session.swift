import ArgumentParser
import Foundation
import Levekar

/// What all commands do alike: read options, print the answer or the error, and end with the right code.
struct Session {
  let output: OutputOptions
  let language: Language

  init(_ output: OutputOptions) {
    self.output = output
    self.language = Language(code: output.language) ?? .nb
  }

  /// Answers a question about files or the base, and writes it.
  func answer(
    _ question: @autoclosure () throws -> Question, _ input: InputOptions, _ selection: SelectionOptions
  ) throws {
    try ending { try answering(try question(), input, selection) }
  }

  /// Answers a question and writes it, within ``ending(_:)``: the code the process is to end with.
  func answering(_ question: Question, _ input: InputOptions, _ selection: SelectionOptions) throws -> Int32 {
    let request = try request(input, selection)
    let answer = try Answering.answer(question, request)
    say(Rendering.notes(answer, language: language))
    try write(try Rendering.bytes(answer, format: format(), style: style))
    return Rendering.exitCode(answer)
  }

  /// Answers a question whose options are read first, so that what is wrong with them is said like any error.
  func answer(_ question: () throws -> Question, _ input: InputOptions, _ selection: SelectionOptions) throws
  {
    try answering { try Answering.answer(try question(), try request(input, selection)) }
  }

  /// Writes an answer, however it was found.
  func answering(_ find: () throws -> Answer) throws {
    try ending {
      let answer = try find()
      say(Rendering.notes(answer, language: language))
      try write(try Rendering.bytes(answer, format: format(), style: style))
      return Rendering.exitCode(answer)
    }
  }

  /// Stores a baseline in the knowledge base, and writes it.
  func freeze(_ question: Question, _ input: InputOptions, _ selection: SelectionOptions) throws {
    try ending {
      let answer = try BaselineFreezing.freeze(question, try request(input, selection))
      say(Rendering.notes(answer, language: language))
      try write(try Rendering.bytes(answer, format: format(), style: style))
      return Rendering.exitCode(answer)
    }
  }

  /// Runs a command's work and ends the process with the code that fits what happened.
  func ending(_ work: () throws -> Int32) throws {
    let code: Int32
    do {
      guard Language(code: output.language) != nil else {
        throw PipelineError.unreadableOption(option: "--language", text: output.language, expected: "nb, en")
      }
      code = try work()
    } catch {
      let known = error as? any LevekarError ?? UnexpectedFailure(error)
      say(Wording.error(known, language: language).lines)
      throw ExitCode(ExitStatus.code(of: known.kind))
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Writes the answer to the file named, as a whole or not at all, or to standard output.
  func write(_ bytes: [UInt8]) throws {
    if let path = output.output, path != "-" {
      try AtomicFile.write(bytes, to: path)
    } else {
      try StandardOutput.write(bytes)
    }
  }

  /// Says lines on standard error, unless quiet.
  func say(_ lines: [String]) {
    guard !output.quiet || lines.first?.hasPrefix("feil:") == true || lines.first?.hasPrefix("error:") == true
    else {
      return
    }
    for line in lines { FileHandle.standardError.write(Data((line + "\n").utf8)) }
  }

  /// The format asked for, or the one the file's ending says, or a table.
  func format() throws -> OutputFormat {
    try OutputFormat.choose(named: output.format, path: output.output)
  }

  /// How text for people looks: colour only on a terminal, and never where NO_COLOR is set.
  var style: TextStyle {
    let isTerminal = output.output == nil && isatty(1) != 0
    let allowsColour = TerminalColour.isAllowed(
      isTerminal: isTerminal, environment: ProcessInfo.processInfo.environment)
    return TextStyle(
      language: language, usesColour: allowsColour && !output.noColor,
      width: isTerminal ? Terminal.width : nil)
  }

  /// A progress line on a terminal, else nothing.
  var progress: RefreshProgress {
    Terminal.progress(isShown: isatty(2) != 0 && !output.noProgress && !output.quiet, language: language)
  }

  /// A progress line for a calibration on a terminal, else nothing.
  var calibrationProgress: CalibrationProgress {
    Terminal.calibration(isShown: isatty(2) != 0 && !output.noProgress && !output.quiet, language: language)
  }

  func request(_ input: InputOptions, _ selection: SelectionOptions) throws -> Request {
    // A name after --zone or --indicator that is a file is data: options with several values take all words up to the
    // next option, and people put files last.
    func isFile(_ word: String) -> Bool { word == "-" || FileManager.default.fileExists(atPath: word) }
    let zones = selection.zone.filter { !isFile($0) }
    let indicators = selection.indicator.filter { !isFile($0) }
    let files = input.data + (selection.zone + selection.indicator).filter(isFile)
    var request = Request(files.isEmpty ? .base(input.base) : .files(files))
    request.programme = input.programme
    request.zoneList = input.zones
    request.zones = zones
    request.indicators = indicators
    request.groups = selection.group
    request.split = selection.by?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    request.unit = selection.unit
    request.leavesOutProvisional = selection.noProvisional
    request.seed = output.seed
    request.threads = output.threads
    if let threads = output.threads { request.reading.threads = ThreadLimit(threads) }
    request.keepsUnknownZones = input.keepUnknownZones
    try request.setDirection(selection.direction)
    try request.setAdjustment(selection.adjust)
    try request.setConfidence(output.confidence)
    try request.setPeriods(
      period: selection.period, window: selection.window, from: selection.from, to: selection.to)
    if let columns = input.columns { try request.reading.setColumns(columns) }
    if let delimiter = input.delimiter { try request.reading.setDelimiter(delimiter) }
    if let decimal = input.decimal { try request.reading.setDecimal(decimal) }
    if let encoding = input.encoding { try request.reading.setEncoding(encoding) }
    request.reading.periodsAreColumns = input.wide
    request.reading.measure = input.measure
    request.reading.period = selection.period.flatMap { Period($0) }
    return request
  }
}
