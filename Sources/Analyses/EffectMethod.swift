import Estimates
import Evaluation
import Indicators
import Scheduler

/// One way to estimate an effect, as the verb knows it.
///
/// An estimator of one start is one line here: a word and the estimator. One that answers in another way has a file of its own
/// with a closure. ``all`` lists them, in the order of the rows.
public struct EffectMethod: Sendable {
  /// What stands after `--estimator`, such as `did`.
  public let word: String
  /// The id its rows carry.
  public let method: Method
  /// Whether `--estimator all` includes it.
  let isOfAll: Bool
  /// The estimator for a study; `nil` where the method answers in a way of its own, so that nothing can be left out of it.
  private(set) var estimator: (@Sendable (EffectContext) throws(EffectError) -> any EffectEstimator)?
  /// Whether zones may have begun in different periods.
  var takesStaggeredStarts: Bool { method == .callawaySantAnna }
  /// Answers for one study.
  let answer: @Sendable (EffectContext) throws(EffectError) -> EffectAnswer

  /// Whether it counts events, and so has nothing to say of other figures.
  private(set) var needsCounts = false
  /// Whether `all` brought it.
  private(set) var isImplied = false

  /// A method that answers in a way of its own.
  init(
    _ word: String, _ method: Method, isOfAll: Bool = true, needsCounts: Bool = false,
    answer: @escaping @Sendable (EffectContext) throws(EffectError) -> EffectAnswer
  ) {
    self.word = word
    self.method = method
    self.isOfAll = isOfAll
    self.needsCounts = needsCounts
    self.answer = answer
  }

  /// An estimator, with inference from its placebos.
  init(_ word: String, _ estimator: some EffectEstimator, isOfAll: Bool = true) {
    self.init(word, estimator.method, isOfAll: isOfAll) { context throws(EffectError) in
      try EffectAnswer(estimator, context)
    }
    self.estimator = { _ in estimator }
  }

  /// An estimator that each study makes anew, with inference from its placebos.
  init(
    _ word: String, _ method: Method, isOfAll: Bool = true,
    estimator: @escaping @Sendable (EffectContext) throws(EffectError) -> any EffectEstimator
  ) {
    self.init(word, method, isOfAll: isOfAll) { context throws(EffectError) in
      try EffectAnswer(try estimator(context), context)
    }
    self.estimator = estimator
  }

  /// Every method.
  public static let all: [EffectMethod] = [
    EffectMethod("sdid", SyntheticDifferenceInDifferences()),
    EffectMethod("did", DifferenceInDifferences()),
    EffectMethod("event-study", EventStudy(reference: .lastPrePeriod)),
    EffectMethod("dsc", DemeanedSyntheticControl()),
    EffectMethod("sc", SyntheticControl()),
    EffectMethod(
      "ascm", .augmentedSyntheticControl,
      estimator: { _ throws(EffectError) in
        // A zone is treated for its level, so levels are not matched on.
        try RidgeAugmentedSyntheticControl(hasUnitEffects: true)
      }),
    EffectMethod(
      "matrix-completion", .matrixCompletion,
      estimator: { context throws(EffectError) in
        try MatrixCompletion(folds: .cells(count: 5, seed: context.options.seed))
      }),
    EffectMethod("local-level", LocalLevel()),
    EffectMethod("its", InterruptedSeries()),
    EffectMethod("controlled-its", ControlledInterruptedSeries()),
    EffectMethod("twfe", .twoWayFixedEffects, isOfAll: false, answer: EffectTwoWay.answer),
    EffectMethod("counts", .exactRateRatioChange, needsCounts: true, answer: EffectCounts.answer),
    EffectMethod("staggered", .callawaySantAnna, isOfAll: false) { context throws(EffectError) in
      try StaggeredAnswer(context).answer
    },
  ]

  /// The method of an `effect` that names none: the headline, fixed before anything is looked at.
  ///
  /// It removes what is constant about a zone. Plain synthetic control does not, and is biased where a zone was chosen because
  /// it was worst.
  public static let standard: [EffectMethod] = Array(all.prefix(1))

  /// The methods with these words, in order, each once; `all` for every one that can answer any study, the standard first.
  ///
  /// - Throws: ``AnalysisError/unknownChoice(option:name:known:)``.
  public static func named(_ words: [String]) throws(AnalysisError) -> [EffectMethod] {
    guard !words.isEmpty else { return standard }
    var chosen: [EffectMethod] = []
    func add(_ method: EffectMethod) {
      if !chosen.contains(where: { $0.word == method.word }) { chosen.append(method) }
    }
    func implied(_ method: EffectMethod) -> EffectMethod {
      var method = method
      method.isImplied = true
      return method
    }
    for word in words.flatMap({ $0.split(separator: ",").map { $0.lowercased() } }) {
      if word == "all" {
        standard.forEach(add)
        all.filter(\.isOfAll).map(implied).forEach(add)
      } else if let method = all.first(where: { $0.word == word || $0.method.rawValue == word }) {
        add(method)
      } else {
        throw .unknownChoice(option: "--estimator", name: word, known: all.map(\.word) + ["all"])
      }
    }
    return chosen
  }
}

/// What a method of `effect` gets to work with.
struct EffectContext: Sendable {
  /// The design, and how it was made.
  var study: EffectStudy
  /// Who is treated, and from when; `nil` where others stand in the place of the treated.
  var treated: EffectTreated?
  /// What was asked.
  let question: EffectQuestion
  /// Level, seed and threads.
  var options: AnalysisOptions
}

/// What a method found.
struct EffectAnswer: Sendable {
  /// The fit of the treated.
  var fit: EffectFit
  /// The placebos behind the inference; `nil` where the method has an error of its own.
  var placebos: PlaceboDistribution?
  /// How sure it is.
  var inference: EffectInference
  /// What is left where trends need not be parallel, of estimators that say so.
  var honest: EffectHonest?
  /// The study on the scale of the answer, where that is another than asked for.
  var study: EffectStudy?
  /// The effects by group and period, where starts may differ.
  var staggered: StaggeredFindings?

  /// The fit of an estimator, with inference from its placebos.
  init(_ estimator: some EffectEstimator, _ context: EffectContext) throws(EffectError) {
    let placebos = try PlaceboDistribution(
      estimator, context.study.design, limit: context.question.placeboLimit, seed: context.options.seed,
      threads: context.options.threads)
    fit = placebos.fit
    self.placebos = placebos
    inference = EffectInference(placebos, context)
    honest = EffectHonest(estimator, context)
  }

  /// A fit with inference of its own.
  init(_ fit: EffectFit, inference: EffectInference) {
    self.fit = fit
    self.inference = inference
  }
}
