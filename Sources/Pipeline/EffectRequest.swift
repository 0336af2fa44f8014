import Analyses
import Estimates
import Foundation
import Indicators
import Interchange

/// What the texts of `effect`'s own options mean.
public struct EffectRequest: Sendable {
  private let start: String?
  private let stop: String?
  private let estimators: [String]
  private let donors: [String]
  private let excluded: [String]
  private let neighbours: String?
  private let sizeBand: String?
  private let scale: String?
  private let unbalanced: String?
  private let smallest: String?
  private let placebos: Int?
  private let programme: String?
  private let intervals: String
  private let bounds: Bool
  private let adjustment: String?
  private let looks: [String]
  /// The column that says when each zone began; `nil` where none does.
  public var cohort: String?
  /// The column that says when each ended; `nil` where none does.
  public var cohortStop: String?
  private var sensitivity = SensitivityRequest()

  /// The options as written.
  public init(
    start: String? = nil, stop: String? = nil, estimators: [String] = [], donors: [String] = [],
    excluded: [String] = [], neighbours: String? = nil, sizeBand: String? = nil, scale: String? = nil,
    unbalanced: String? = nil, smallest: String? = nil, placebos: Int? = nil,
    programme: String? = nil, intervals: String = "placebos", bounds: Bool = false, adjustment: String? = nil,
    looks: [String] = []
  ) {
    self.start = start
    self.stop = stop
    self.estimators = estimators
    self.donors = donors
    self.excluded = excluded
    self.neighbours = neighbours
    self.sizeBand = sizeBand
    self.scale = scale
    self.unbalanced = unbalanced
    self.smallest = smallest
    self.placebos = placebos
    self.programme = programme
    self.intervals = intervals
    self.bounds = bounds
    self.adjustment = adjustment
    self.looks = looks
  }

  /// The same request with sensitivity.
  public func trying(_ sensitivity: SensitivityRequest) -> EffectRequest {
    var copy = self
    copy.sensitivity = sensitivity
    return copy
  }

  /// The question, understood; the list of neighbours is read here.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)``,
  ///   ``Analyses/AnalysisError/unknownChoice(option:name:known:)``, and ``Interchange/InterchangeError`` of the list.
  public func question() throws -> EffectQuestion {
    var question = EffectQuestion(
      start: try period(start, "--start"), stop: try period(stop, "--stop"),
      estimators: try EffectMethod.named(estimators))
    if let cohort {
      // Two answers to one question.
      if let start {
        throw PipelineError.unreadableOption(option: "--start", text: start, expected: "--cohort")
      }
      if let stop {
        throw PipelineError.unreadableOption(option: "--stop", text: stop, expected: "--cohort-stop")
      }
      question.cohorts = CohortColumns(start: cohort, stop: cohortStop)
    } else if let cohortStop {
      throw PipelineError.unreadableOption(option: "--cohort-stop", text: cohortStop, expected: "--cohort")
    }
    question.donors = DonorChoice(words: donors)
    question.excluded = excluded
    question.scale = try choice(scale ?? "natural", "--scale")
    question.unbalanced = try choice(unbalanced ?? "drop-donors", "--unbalanced")
    question.intervals = try choice(intervals, "--intervals")
    question.bounds = bounds
    if let sizeBand { question.populationBand = try band(sizeBand) }
    if let smallest {
      guard let size = SmallestEffect(smallest) else {
        throw PipelineError.unreadableOption(option: "--smallest-effect", text: smallest, expected: "5, 20%")
      }
      question.smallest = size
    }
    // A word that is none is refused with the other selections.
    question.adjustment = adjustment.flatMap { Adjustment(rawValue: $0) }
    if let placebos {
      guard (20...1_000_000).contains(placebos) else {
        throw PipelineError.unreadableOption(
          option: "--placebos", text: "\(placebos)", expected: "20–1000000")
      }
      question.placeboLimit = placebos
    }
    if let path = try neighbours ?? programmeNeighbours() {
      question.neighbours = try NeighbourFile.pairs(path).map { ZonePair($0.0, $0.1) }
    }
    try sensitivity.complete(&question)
    return question
  }

  /// Those of the options that were written and that a plan decides.
  var given: Set<String> {
    var given: Set<String> = []
    if !donors.isEmpty { given.insert("--donors") }
    if !excluded.isEmpty { given.insert("--exclude") }
    if neighbours != nil { given.insert("--exclude-neighbours") }
    if sizeBand != nil { given.insert("--size-band") }
    if scale != nil { given.insert("--scale") }
    if unbalanced != nil { given.insert("--unbalanced") }
    if smallest != nil { given.insert("--smallest-effect") }
    if placebos != nil { given.insert("--placebos") }
    return given
  }

  /// Whether estimators are named.
  var namesEstimators: Bool { !estimators.isEmpty }

  /// The estimators of a plan that is to be made.
  func plannedEstimators() throws(AnalysisError) -> [EffectMethod] { try EffectMethod.planned(estimators) }

  /// The years in which effects are to be judged.
  func lookYears() throws(PipelineError) -> [Int] {
    try looks.flatMap { $0.split { ", ".contains($0) } }.map { word throws(PipelineError) in
      guard let year = Int(word), (1000...9999).contains(year) else {
        throw .unreadableOption(option: "--looks", text: String(word), expected: "2026, 2028")
      }
      return year
    }
  }

  /// The list that the programme file names, which lies beside it.
  private func programmeNeighbours() throws -> String? {
    guard let programme else { return nil }
    let folder = try ProgrammeFolder(path: programme)
    return folder.programme.donors.excludeNeighbours.map {
      folder.folder.appendingPathComponent($0).relativePath
    }
  }

  private func period(_ text: String?, _ option: String) throws(PipelineError) -> Period? {
    guard let text else { return nil }
    guard let period = Period(text) else {
      throw .unreadableOption(option: option, text: text, expected: "2024, 2024K2, 2024M06")
    }
    return period
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(_ text: String, _ option: String)
    throws(PipelineError) -> Choice where Choice.RawValue == String
  {
    guard let found = Choice(rawValue: text.lowercased()) else {
      throw .unreadableOption(
        option: option, text: text, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return found
  }

  private func band(_ text: String) throws(PipelineError) -> ClosedRange<Double> {
    let parts = text.replacing(",", with: ".").split(separator: "..").compactMap { Double($0) }
    guard parts.count == 2, parts[0] >= 0, parts[0] <= parts[1], parts[1].isFinite else {
      throw .unreadableOption(option: "--size-band", text: text, expected: "0.5..2")
    }
    return parts[0]...parts[1]
  }
}
