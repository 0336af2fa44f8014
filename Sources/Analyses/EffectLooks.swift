import Distributions
import Estimates
import Evaluation
import Foundation
import Indicators

/// The evaluations of a programme as looks at the same effect, with one probability of a false finding in all of them.
///
/// Each look is computed from what was known then. Looks are told apart by information, 1/SE² as a share of the last look's. For
/// looks to come the error is carried on by SE² = a + b/k; from a single look that cannot be told, and information is taken to
/// grow by the year. Looks that add nothing to the one before are skipped.
///
/// Where the interval allows for the treated's size, its p-value is held against the boundaries of Lan and DeMets; else the rank
/// test is, at levels that ranks have.
struct EffectLooks {
  private struct Look {
    let years: Int
    let period: Period?
    let phase: String
    let answer: EffectAnswer?
    let error: Double?
  }

  private let looks: [Look]
  private let kept: [Int]
  private let plan: GroupSequential
  private let ranks: SequentialPlacebos
  private let information: [Double]
  private let level: Double

  /// - Returns: `nil` without a programme that says when it is evaluated, or before its first look.
  init?(_ method: EffectMethod, _ context: EffectContext, _ answer: EffectAnswer, programme: Programme?) {
    let study = context.study
    guard let programme, let final = programme.final ?? programme.midterm, answer.placebos != nil else {
      return nil
    }
    level = programme.alpha
    var ahead: [(years: Int, period: Period)] = []
    for years in 1...100 {
      guard let period = study.period(look: years), period.lastYear <= final else { break }
      ahead.append((years, period))
    }
    guard !ahead.isEmpty else { return nil }
    var found: [(answer: EffectAnswer, detectable: DetectableEffect)] = []
    for years in 1...min(ahead.count, study.design.postPeriods) {
      guard let look = Self.look(years, of: method, context, whole: answer) else { return nil }
      found.append(look)
    }
    let ahead1 = try? FirstDetectableYear(of: 1, looks: found.map(\.detectable), horizon: ahead.count)
    let errors = ahead.indices.map { place in
      place < found.count
        ? found[place].detectable.standardError
        : ahead1.flatMap { place < $0.looks.count ? $0.looks[place].standardError : nil }
    }
    looks = ahead.enumerated().map { place, look in
      Look(
        years: look.years, period: look.period,
        phase: look.period.lastYear == final
          ? "final"
          : programme.midterm.map { look.period.lastYear == $0 } ?? false ? "midterm" : "yearly",
        answer: place < found.count ? found[place].answer : nil, error: errors[place])
    }
    // From one look the sources of error cannot be told apart.
    let all =
      (try? GroupSequential.information(standardErrors: errors.compactMap(\.self))).flatMap {
        $0.count == ahead.count ? $0 : nil
      } ?? ahead.map { Double($0.years) / Double(ahead.count) }
    var kept: [Int] = [all.count - 1]
    for place in all.indices.dropLast().reversed() where all[place] < all[kept[0]] * (1 - 1e-9) {
      kept.insert(place, at: 0)
    }
    let counts = kept.map { place in
      found[min(place, found.count - 1)].detectable.placebos
    }
    information = all
    self.kept = kept
    guard
      let plan = try? GroupSequential(information: kept.map { all[$0] }, level: level),
      let ranks = try? SequentialPlacebos(
        information: kept.map { all[$0] }, placebos: counts, level: level)
    else { return nil }
    self.plan = plan
    self.ranks = ranks
  }

  private static func look(
    _ years: Int, of method: EffectMethod, _ context: EffectContext, whole: EffectAnswer
  )
    -> (answer: EffectAnswer, detectable: DetectableEffect)?
  {
    let study = context.study
    var answer = whole
    if years < study.design.postPeriods {
      var cut = context
      guard let seen = try? study.seen(after: years) else { return nil }
      cut.study = seen
      guard let earlier = try? method.answer(cut) else { return nil }
      answer = earlier
    }
    guard let placebos = answer.placebos,
      let detectable = try? DetectableEffect(
        placebos, ownStandardError: answer.inference.allowsForSize ? answer.inference.standardError : nil)
    else { return nil }
    return (answer, detectable)
  }

  /// The two-sided p-value of an estimate over its error.
  private static func pValue(_ answer: EffectAnswer, _ error: Double?) -> Double? {
    guard let placebos = answer.inference.placebos, placebos > 1, let error, error > 0,
      let t = try? StudentT(degreesOfFreedom: Double(placebos - 1))
    else { return nil }
    return min(1, 2 * t.survival(abs(answer.fit.effect) / error))
  }

  /// What is said of a look; its place among the looks that count.
  private func decision(_ look: Look, _ place: Int?) -> String {
    guard let place else { return look.answer == nil ? "to-come" : "nothing-new" }
    guard let answer = look.answer else { return "to-come" }
    if answer.inference.allowsForSize {
      guard let p = Self.pValue(answer, look.error) else { return "cannot-react" }
      return p <= plan.looks[place].nominal ? "passed" : "not-passed"
    }
    guard ranks.looks[place].isPossible, let p = answer.inference.pValue else { return "cannot-react" }
    return p <= ranks.looks[place].level * (1 + 1e-12) ? "passed" : "not-passed"
  }

  /// Whether some look so far has passed its boundary.
  var hasPassed: Bool { looks.enumerated().contains { decision($1, kept.firstIndex(of: $0)) == "passed" } }

  /// The rows, one a look.
  func rows(_ method: EffectMethod, _ frame: EffectFrame) -> [ResultCells] {
    looks.enumerated().map { place, look in
      var cells = frame.cells(Schemas.effectLooks)
      cells["estimator"] = .text(method.word)
      cells["look"] = .integer(look.years)
      cells["period"] = look.period.map { .text("\($0)") } ?? .none(.notApplicable)
      cells["phase"] = .text(look.phase)
      cells["information"] = .number(information[place])
      cells["standard_error"] = .number(look.error, or: .tooFewPlacebos)
      let counted = kept.firstIndex(of: place)
      if let counted {
        let (bound, rank) = (plan.looks[counted], ranks.looks[counted])
        cells["boundary"] = .number(bound.boundary)
        cells["nominal"] = .number(bound.nominal)
        cells["spent"] = .number(bound.spent)
        cells["placebo_level"] = .number(rank.level)
        cells["p_floor"] = .number(rank.floor)
      }
      if let answer = look.answer {
        cells["estimate"] = .number(answer.fit.effect)
        cells["p_value"] = .number(answer.inference.pValue, or: .tooFewPlacebos)
        cells["p_interval"] = .number(Self.pValue(answer, look.error), or: .tooFewPlacebos)
      }
      cells["decision"] = .text(decision(look, counted))
      return cells
    }
  }
}

extension EffectStudy {
  /// The period of a look, counted from one: of the figures, or one to come; `nil` where the calendar does not say.
  func period(look: Int) -> Period? {
    let after = periods.dropFirst(design.prePeriods)
    if look <= after.count { return after[after.startIndex + look - 1] }
    return periods.last?.later(by: step * (look - after.count))
  }

  /// How many of its own lengths lie between the last two periods: figures every second year go on every second year.
  var step: Int {
    guard let last = periods.last, let previous = periods.dropLast().last else { return 1 }
    return max(1, previous.steps(to: last) ?? 1)
  }
}

extension EffectInference {
  /// The smallest size beyond which effects either way are ruled out at the interval's level; `nil` where the figures rule
  /// nothing out: there is no interval, or it knows no sizes and its placebos are too few for a test.
  func ruledOut(_ level: ConfidenceInterval.Level) -> Double? {
    guard let interval,
      let known = ConfidenceInterval(lower: interval.lower, upper: interval.upper, level: level)
    else { return nil }
    if !allowsForSize, let floor, floor > (1 - level.value) * (1 + 1e-12) { return nil }
    let size = Equivalence(known).smallest
    return size.isFinite ? size : nil
  }
}

extension Diagnostic {
  /// The interval leaves out zero, but no evaluation so far has passed the limit that holds for looking several times.
  public static let lookLimitNotPassed = Diagnostic("look-limit-not-passed")
}
