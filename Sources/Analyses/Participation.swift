import Estimates
import Indicators
import Rates

extension Method {
  /// People or inputs added over activities.
  public static let participationSum = Method("participation.sum")
}

extension Reason {
  /// An age group lies on both sides of the age limit.
  public static let ageStraddlesLimit = Reason("age-straddles-limit")
}

extension Diagnostic {
  /// The figure counts visits: one person at two activities counts twice.
  public static let visitsNotPeople = Diagnostic("visits-not-unique-people")
  /// Some categories have no figure and are not in the sum.
  public static let incompleteSum = Diagnostic("incomplete-sum")
}

/// `participation`: how many took part and how much they said, by activity and method.
///
/// Process indicators have no comparator: they say what was done, not what came of it.
public enum Participation {
  /// What is asked beside zones and periods.
  public struct Options: Sendable {
    /// The indicator of people; `nil` for the one its name gives away, else the first.
    public var people: String?
    /// The indicator of inputs; `nil` for the one its name gives away.
    public var inputs: String?
    /// Residents, the same in all periods; `nil` for none.
    public var population: Double?
    /// The indicator of residents; `nil` for none.
    public var residents: String?
    /// The age below which participants are young.
    public var youngBelow = 25

    /// Everything by name.
    public init() {}
  }

  private static let peopleWords = [
    "participants", "deltakere", "deltagere", "people", "personer", "visits", "besøk", "frammøtte", "oppmøte",
  ]
  private static let inputWords = ["inputs", "input", "innspill", "forslag", "suggestions"]

  /// A total and one row a category of every dimension, for people and for inputs, per zone and period.
  ///
  /// Sums over activities are visits: nobody knows who came twice, so they are never called people. A hidden category hides
  /// every sum it is in. Where a dimension has a total of its own it is used instead of a sum.
  ///
  /// - Throws: ``AnalysisError`` where an indicator or a zone is unknown.
  public static func run(_ dataset: Dataset, _ asked: Options, options: AnalysisOptions) throws(AnalysisError)
    -> ResultSet
  {
    let known = dataset.indicators
    func named(_ wanted: String?, _ words: [String]) throws(AnalysisError) -> String? {
      guard let wanted else {
        return known.first { id in words.contains { id.lowercased().contains($0) } }
      }
      guard let found = known.first(where: { $0.lowercased() == wanted.lowercased() }) else {
        throw .unknownIndicator(wanted, known: known)
      }
      return found
    }
    let residents = asked.residents == nil ? nil : try named(asked.residents, [])
    let inputs = try named(asked.inputs, inputWords)
    let people =
      try named(asked.people, peopleWords) ?? known.first { $0 != inputs && $0 != residents }
    var findings = dataset.findings
    var figures: [String: ParticipationFigures] = [:]
    for id in [people, inputs, residents].compactMap(\.self) {
      figures[id] = try ParticipationFigures(
        dataset.panels.filter { $0.indicator == id }, of: dataset, zones: options.zones, findings: &findings)
    }
    var table = ResultTable(Schemas.participation)
    for id in [people, inputs].compactMap(\.self) {
      guard let own = figures[id] else { continue }
      let context = Context(
        own: own, isPeople: id == people, inputs: id == people ? inputs.flatMap { figures[$0] } : nil,
        residents: residents.flatMap { figures[$0] }, asked: asked, options: options, dataset: dataset)
      for row in own.rows {
        for period in own.periods { context.rows(of: row, period).forEach { table.append($0) } }
      }
    }
    return ResultSet(verb: "participation", tables: [table], findings: findings)
  }

  /// The cards of the methods of this verb.
  static let cards = [
    MethodCard(
      .participationSum, formula: "Σ of the categories' counts",
      assumptions: "None: it is what was counted. One who came twice is counted twice.",
      reference: "the counts")
  ]

  /// One measure's rows, with what they are put beside.
  private struct Context {
    let own: ParticipationFigures
    let isPeople: Bool
    let inputs: ParticipationFigures?
    let residents: ParticipationFigures?
    let asked: Options
    let options: AnalysisOptions
    let dataset: Dataset

    func rows(of row: ParticipationFigures.Row, _ period: Period) -> [ResultCells] {
      var rows: [ResultCells] = []
      let total = own.sum(row.code, period)
      for category in [nil] + own.categories.map(Optional.some) {
        let sum = category == nil ? total : own.sum(row.code, period, in: category)
        // A category without any record in this zone and period has nothing to say.
        if category != nil, sum.status.kind == .missing { continue }
        var cells = dataset.commonCells(
          own.panel, code: row.code, name: row.name, options: AnalysisOptions(level: options.level),
          schema: Schemas.participation, statuses: [sum.status])
        cells["period"] = .text("\(period)")
        cells["breakdown"] = .text(category?.dimension ?? "total")
        if let category { cells["category"] = .text(category.label) }
        cells["method"] = .text(Method.participationSum.rawValue)
        if let reason = row.refusal ?? sum.status.reason {
          cells.refuse(reason)
          rows.append(cells)
          continue
        }
        cells.setHeadline(
          Estimate(
            sum.value, intervalReason: .completeCount, method: .participationSum, n: Double(sum.count),
            diagnostics: (sum.count > 1 && isPeople ? [.visitsNotPeople] : [])
              + (sum.isIncomplete ? [.incompleteSum] : [])))
        // That a count is complete is no refusal.
        cells["reason"] = nil
        fill(&cells, row, period, category, sum.value, total)
        rows.append(cells)
      }
      return rows
    }

    private func fill(
      _ cells: inout ResultCells, _ row: ParticipationFigures.Row, _ period: Period,
      _ category: Stratum.Choice?,
      _ value: Double, _ total: ParticipationFigures.Sum
    ) {
      if category != nil, total.status.isObserved, total.value > 0 {
        cells["share"] = .number(100 * value / total.value)
      }
      if let people = asked.population ?? residents?.sum(row.code, period).observed {
        cells["population"] = .number(people)
        cells["per_1000"] = .number(people > 0 ? 1000 * value / people : nil, or: .emptyDenominator)
      }
      if category == nil, let largest = own.largest(row.code, period), total.value > 0 {
        cells["largest_category"] = .text(largest.label)
        cells["largest_share"] = .number(100 * largest.value / total.value)
      }
      guard isPeople else { return }
      if let inputs {
        let matching = category.map { inputs.has($0) } ?? true
        let sum = inputs.sum(row.code, period, in: category)
        let reason = matching ? sum.status.reason ?? .missing : .notApplicable
        cells["inputs"] = .number(matching ? sum.observed : nil, or: reason)
        cells["inputs_per_participant"] = .number(
          matching && value > 0 ? sum.observed.map { $0 / value } : nil, or: reason)
      }
      guard category?.role != .age else { return }
      switch own.young(row.code, period, in: category, below: asked.youngBelow) {
      case nil: break
      case .failure(let reason)?:
        cells["young"] = ResultValue.none(reason)
        cells["young_share"] = ResultValue.none(reason)
      case .success(let (young, all))?:
        cells["young"] = .number(young)
        if let share = try? Proportion(of: young, in: all).wilson(level: options.level).scaled(by: 100) {
          cells.set(share, "young_share", "young_lower", "young_upper")
          cells.add(share.diagnostics)
        }
      }
    }
  }
}

extension Question {
  /// People and inputs of the periods asked for.
  public static func participation(_ asked: Participation.Options) -> Question {
    Question { dataset, asking in
      let figures = try asking.within(dataset)
      return try Participation.run(
        figures, asked,
        options: AnalysisOptions(zones: asking.zones, level: asking.level, threads: asking.threads))
    }
  }
}
