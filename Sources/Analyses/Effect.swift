import Estimates
import Evaluation
import Indicators

/// `effect`: whether the treated changed more than they would have, and how sure that is.
public enum Effect {
  /// One row an indicator, stratum and estimator; `estimate` is observed less counterfactual, the mean over the periods from the
  /// start on.
  ///
  /// Several zones are one pooled treated set: each is a row of the design, and the effect is their mean. A group of zones is one
  /// unit. An indicator that allows no design keeps its rows, refused with a reason; what would be needed is among the findings.
  ///
  /// - Parameters:
  ///   - dataset: All figures, not cut to a window: those before the start are needed.
  ///   - question: What is asked.
  ///   - programme: The programme, whose treated zones and donor rule hold where the question says nothing.
  ///   - options: The treated zones, level, seed and threads.
  /// - Throws: ``AnalysisError`` where the request cannot be understood.
  public static func run(
    _ dataset: Dataset, _ question: EffectQuestion, programme: Programme? = nil, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    let treated = try EffectTreated(question, zones: options.zones, programme: programme, of: dataset)
    try checkStart(treated, dataset)
    var answering = EffectAnswering(dataset, question, programme, options)
    let choice = ZoneChoice(dataset)
    for shown in dataset.panels {
      let panel = try behind(shown, dataset)
      let own = treated.seen(in: panel)
      let parts = own.municipalities(question, programme, choice)
      if parts.count > 1 {
        try answering.pool(panel, own, parts: parts)
      } else {
        try answering.answer(panel, own)
      }
    }
    return answering.finished()
  }

  /// The single periods behind a shown panel, without what the shown one hides; the panel itself where there are none.
  static func behind(_ shown: Panel, _ dataset: Dataset) throws(AnalysisError) -> Panel {
    guard let panel = dataset.underlying[shown.indicator]?.first(where: { $0.stratum == shown.stratum })
    else {
      return shown
    }
    do { return try panel.hiding(windowsHiddenIn: shown) } catch { throw .indicators(error) }
  }

  /// Of figures that all lie on one side of the start it is the start that is wrong.
  private static func checkStart(_ treated: EffectTreated, _ dataset: Dataset) throws(AnalysisError) {
    let periods = dataset.panels.flatMap(\.periods).sorted()
    guard let first = periods.first, let last = periods.last else { return }
    let days = treated.starts.map(\.start.days.lowerBound)
    guard days.contains(where: { first.days.lowerBound <= $0 && last.days.upperBound > $0 }) else {
      throw .startOutsideData(start: "\(treated.start)", known: ["\(first)", "\(last)"])
    }
  }
}

/// What the rows of one panel share.
struct EffectFrame {
  let dataset: Dataset
  let prepared: Prepared
  let treated: EffectTreated
  let options: AnalysisOptions

  private var panel: Panel { prepared.panel }
  /// The codes of the treated; several are joined, and of very many the first and the last.
  var code: String { Self.joined(treated.codes, "+") }
  private var name: String { Self.joined(prepared.rows.map { prepared.name($0) }, " + ") }

  private static func joined(_ words: [String], _ sign: String) -> String {
    guard words.count > 12, let last = words.last else { return words.joined(separator: sign) }
    return (words.prefix(2) + ["…", last]).joined(separator: sign)
  }

  /// A row before it has an answer.
  func cells(
    _ method: EffectMethod, place: Int, role: String? = nil, diagnostics: [Diagnostic],
    schema: ResultSchema = Schemas.effect
  ) -> ResultCells {
    let ranges = prepared.rows.compactMap { (try? $0.position.get()).map { panel.series($0) } }
    var cells = dataset.commonCells(
      panel, code: code, name: name, options: options, schema: schema,
      statuses: ranges.flatMap { panel.statuses[$0] })
    cells["start"] = .text("\(treated.start)")
    cells["estimator"] = .text(method.word)
    cells["role"] = .text(role ?? (place == 0 ? "headline" : "sensitivity"))
    cells["method"] = .text(method.method.rawValue)
    cells.add(diagnostics)
    return cells
  }

  /// A row of an extra table.
  func cells(_ schema: ResultSchema, code: String? = nil, name: String? = nil) -> ResultCells {
    var cells = ResultCells(schema.split(by: options.keys))
    cells["indicator"] = .text(panel.indicator)
    cells["zone"] = .text(code ?? self.code)
    cells["zone_name"] = .text(name ?? self.name)
    for key in options.keys {
      cells[schema.key(ofDimension: key)] =
        panel.stratum.category(of: key).map { .text($0.label) } ?? .none(.notApplicable)
    }
    return cells
  }

  /// Why there is no effect, with the values at fault.
  func finding(_ refusal: EffectRefusal, _ method: EffectMethod? = nil) -> Finding {
    var arguments = refusal.arguments
    arguments["reason"] = refusal.reason.rawValue
    arguments["indicator"] = panel.indicator
    arguments["estimator"] = method?.word
    return Finding(.effectRefused, arguments: arguments)
  }
}

extension EffectStudy {
  /// What the design alone gives reason to doubt.
  var doubts: [Diagnostic] {
    var found: [Diagnostic] = []
    if design.prePeriods < 5 { found.append(.fewPeriodsBefore) }
    // Denominators of means are persons, not events.
    if let sizes = design.sizes, panel.hasParts || panel.isCount,
      sizes.suffix(design.treated).reduce(0, +) < 10 * Double(design.treated)
    {
      found.append(.smallCounts)
    }
    return found
  }
}

extension ResultCells {
  /// Marks the row as refused.
  mutating func refuseEffect(_ reason: Reason) {
    refuse(reason)
    self["verdict"] = .text("not-computable")
  }
}

extension Diagnostic {
  /// No effect could be computed of an indicator, or by an estimator; the reason is with it.
  public static let effectRefused = Diagnostic("effect-refused")
  /// Fewer than five periods before the start.
  public static let fewPeriodsBefore = Diagnostic("few-periods-before")
  /// The treated is more than twice, or less than half, as large as most donors, and the interval does not allow for it.
  public static let sizesDiffer = Diagnostic("sizes-differ")
  /// Fewer than ten events in a period are to be expected.
  public static let smallCounts = Diagnostic("small-counts")
}

extension Question {
  /// The effect of a programme.
  public static func effect(_ question: EffectQuestion) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      return try Effect.run(figures, question, programme: asking.programme, options: options)
    }
  }
}
