import Estimates
import Evaluation
import Indicators
import Scheduler

/// Every estimator with every rule for donors and every window, beside the headline.
///
/// The headline is the first estimator with the donors and years asked for. All else is run in the same way, none is averaged,
/// and none is left out for what it found: what cannot be run keeps its row with the reason.
struct SensitivityPanel {
  /// Which zones are compared with.
  enum Rule: String, CaseIterable {
    /// As the question says.
    case asked
    case sameMunicipality = "same-municipality"
    case withoutNeighbours = "without-neighbours"
    case withNeighbours = "with-neighbours"
    case sizeBand = "size-band"
    case anySize = "any-size"
    case withoutHeaviest = "without-heaviest-donor"
  }

  /// Which periods before the start.
  enum Window: String, CaseIterable {
    case all
    case lastHalf = "last-half"
    case withoutSelection = "without-selection"
  }

  /// One run.
  struct Cell: Sendable {
    var method: EffectMethod
    var rule: Rule
    var window: Window
    var donors: Int?
    var before: Int?
    var estimate: Double?
    var interval: (lower: Double, upper: Double)?
    var pValue: Double?
    var floor: Double?
    var placebos: Int?
    var preError: Double?
    var reason: Reason?
  }

  /// The headline first, then rule by rule, window by window, estimator by estimator.
  let cells: [Cell]

  /// - Parameters:
  ///   - context: The study of the question.
  ///   - headline: The answer of its first estimator.
  ///   - heaviest: The donor that the headline leans on most, by position.
  ///   - restudy: The study of another question about the same indicator.
  init(
    _ context: EffectContext, _ sensitivity: SensitivityQuestion, headline: EffectMethod, heaviest: Int?,
    restudy: (EffectQuestion) throws(AnalysisError) -> Result<EffectStudy, EffectRefusal>
  ) throws(AnalysisError) {
    var methods = [headline]
    for method in sensitivity.estimators where !methods.contains(where: { $0.word == method.word }) {
      methods.append(method)
    }
    var jobs: [(context: EffectContext, cell: Cell)] = []
    var cells: [Cell] = []
    let variants = try Self.variants(context, sensitivity, heaviest: heaviest, restudy: restudy)
    for (rule, made) in variants {
      let study: EffectStudy
      switch made {
      case .success(let found): study = found
      case .failure(let refusal):
        // A rule that cannot be followed is said once.
        cells.append(Cell(method: headline, rule: rule, window: .all, reason: refusal.reason))
        continue
      }
      for window in Window.allCases {
        let cut: EffectStudy
        do throws(EffectError) {
          cut = try Self.cut(study, window, sensitivity)
        } catch {
          cells.append(
            Cell(
              method: headline, rule: rule, window: window, donors: study.donors.count, reason: error.reason))
          continue
        }
        var own = context
        own.study = cut
        // The runs share the threads; what one run does on its own is the same for any number.
        own.options.threads = .single
        for method in methods {
          jobs.append((own, Cell(method: method, rule: rule, window: window)))
        }
      }
    }
    let settled = jobs
    let answers = inParallel(settled.count, threads: context.options.threads) { index in
      Self.run(settled[index].cell, settled[index].context)
    }
    self.cells = answers + cells
  }

  private static func run(_ cell: Cell, _ context: EffectContext) -> Cell {
    var cell = cell
    cell.donors = context.study.donors.count
    cell.before = context.study.design.prePeriods
    do throws(EffectError) {
      let answer = try cell.method.answer(context)
      cell.estimate = answer.fit.effect
      cell.interval = answer.inference.interval
      cell.pValue = answer.inference.pValue
      cell.floor = answer.inference.floor
      cell.placebos = answer.inference.placebos
      if answer.fit.counterfactual.count == context.study.design.periods {
        cell.preError = answer.fit.preError(context.study.design)
      }
      if cell.interval == nil { cell.reason = .tooFewPlacebos }
    } catch {
      cell.reason = error.reason
    }
    return cell
  }

  /// The periods before the start that a window leaves.
  static func cut(
    _ study: EffectStudy, _ window: Window, _ sensitivity: SensitivityQuestion
  ) throws(EffectError) -> EffectStudy {
    switch window {
    case .all: return study
    case .lastHalf: return try study.leavingOut(before: 0..<study.design.prePeriods / 2)
    case .withoutSelection:
      guard let years = sensitivity.selectionYears(study) else { throw .noPrePeriods }
      return try study.leavingOut(before: years)
    }
  }

  /// The study under each rule, or why there is none; the question's own first.
  private static func variants(
    _ context: EffectContext, _ sensitivity: SensitivityQuestion, heaviest: Int?,
    restudy: (EffectQuestion) throws(AnalysisError) -> Result<EffectStudy, EffectRefusal>
  ) throws(AnalysisError) -> [(Rule, Result<EffectStudy, EffectRefusal>)] {
    let (study, question) = (context.study, context.question)
    var variants: [(Rule, Result<EffectStudy, EffectRefusal>)] = [(.asked, .success(study))]
    func add(_ rule: Rule, _ change: (inout EffectQuestion) -> Void) throws(AnalysisError) {
      var other = question
      change(&other)
      var made = try restudy(other)
      // What has the same donors is no other answer.
      if case .success(let found) = made, found.donors.map(\.code) == study.donors.map(\.code) {
        made = .failure(EffectRefusal(.sameDonors))
      }
      if case .failure = made, rule == .sizeBand, study.design.sizes == nil {
        made = .failure(EffectRefusal(.needsDenominators))
      }
      variants.append((rule, made))
    }
    do throws(AnalysisError) {
      try add(.sameMunicipality) { $0.donors = .sameMunicipality }
    } catch .needsZoneSystem {
      variants.append((.sameMunicipality, .failure(EffectRefusal(.needsZoneList))))
    }
    if !question.neighbours.isEmpty {
      try add(.withNeighbours) { $0.neighbours = [] }
    } else if !sensitivity.neighbours.isEmpty {
      try add(.withoutNeighbours) { $0.neighbours = sensitivity.neighbours }
    } else {
      variants.append((.withoutNeighbours, .failure(EffectRefusal(.needsNeighbours))))
    }
    if question.populationBand != nil {
      try add(.anySize) { $0.populationBand = nil }
    } else {
      try add(.sizeBand) { $0.populationBand = sensitivity.sizeBand }
    }
    if let heaviest {
      do throws(EffectError) {
        let kept = study.donors.indices.filter { $0 != heaviest }
        guard kept.count >= Swift.max(EffectStudyMaking.fewestDonors, study.design.treated + 1) else {
          throw .tooFewDonors(needed: EffectStudyMaking.fewestDonors, found: kept.count)
        }
        variants.append((.withoutHeaviest, .success(try study.keeping(donors: kept))))
      } catch {
        variants.append((.withoutHeaviest, .failure(EffectRefusal(error))))
      }
    } else {
      variants.append((.withoutHeaviest, .failure(EffectRefusal(.noWeights))))
    }
    return variants
  }
}

/// What a closure makes of 0, 1, …, in order, on several threads; the same for any number of them.
func inParallel<Value: Sendable>(
  _ count: Int, threads: ThreadLimit, _ make: @Sendable (Int) -> Value
) -> [Value] {
  var results = [Value?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { results in
    // Ranges are disjoint and within 0..<count, the length of the buffer: each place has one writer.
    nonisolated(unsafe) let results = results
    parallelFor(count, grain: 1, threads: threads) { range in
      for index in range { results[index] = make(index) }
    }
  }
  return results.compactMap(\.self)
}

extension Reason {
  /// The rule leaves the same donors as the question.
  public static let sameDonors = Reason("same-donors")
  /// The rule needs a list of zones with their municipalities.
  public static let needsZoneList = Reason("needs-zone-list")
  /// The rule needs a list of neighbours.
  public static let needsNeighbours = Reason("needs-neighbours")
  /// The method has no weights of donors.
  public static let noWeights = Reason("no-weights")
}
