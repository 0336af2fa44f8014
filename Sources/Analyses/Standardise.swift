import Estimates
import Indicators
import Rates

extension Reason {
  /// The data have no country to set to 100.
  public static let noCountry = Reason("no-country")
}

extension Diagnostic {
  /// The number of events is the published total, not the sum of the ages.
  public static let observedTotal = Diagnostic("observed-total")
  /// The ratio is taken relative to the country's own.
  public static let countryIs100 = Diagnostic("country-is-100")
}

/// `standardise`: rates with the ages of a standard population, or ratios to the rates of a reference.
public enum Standardise {
  /// One row a zone and period, or one a zone where a window is summed. The dataset is not reduced to totals: the ages are
  /// found in it.
  ///
  /// A row with a hidden age is refused, unless the ratio is indirect and the total of events is known; a period with a
  /// missing age is left out for all ages.
  ///
  /// - Parameters:
  ///   - window: The periods to sum; `nil` for every period by itself.
  /// - Throws: ``AnalysisError`` where a zone, a standard or the reference is unknown.
  public static func run(
    _ dataset: Dataset, _ how: Standardisation, window: PeriodRange? = nil, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    var table = ResultTable(Schemas.standardise.split(by: options.keys))
    var findings = dataset.findings
    for family in AgeFamily.all(of: dataset) {
      let resolved = try how.resolved(for: dataset.catalogue[family.indicator])
      let cells = try AgeCells(family, of: dataset, zones: options.zones, window: window)
      findings += cells.findings
      if !family.unreadable.isEmpty {
        findings.append(
          Finding(
            .unreadableAge,
            arguments: ["indicator": family.indicator, "label": family.unreadable.joined(separator: ", ")]))
      }
      var work = StandardisedRows(dataset, family, cells, how, resolved, options)
      do throws(Stop) {
        try work.fill()
      } catch {
        switch error {
        case .analysis(let error): throw error
        case .refused(let reason, let arguments):
          // The finding names the band; the rows say why.
          if !arguments.isEmpty {
            findings.append(
              Finding(
                Diagnostic(reason.rawValue),
                arguments: arguments.merging(["indicator": family.indicator]) { one, _ in one }))
          }
          work.refuseAll(reason)
        }
      }
      for row in work.rows { table.append(row) }
    }
    return ResultSet(verb: "standardise", tables: [table], findings: findings)
  }

  /// Why a family has no rows of numbers.
  enum Stop: Error {
    case analysis(AnalysisError)
    case refused(Reason, arguments: [String: String])
  }
}

extension Question {
  /// Standardised rates of the periods asked for, each by itself or summed over them; ages are not split by, since they are
  /// what is taken out.
  public static func standardise(_ how: Standardisation) -> Question {
    Question { dataset, asking in
      var figures = how.sumsPeriods ? dataset : try asking.within(dataset)
      if how.sumsPeriods {
        // A sum rests on single periods, not on windows that overlap.
        figures.panels = figures.panels.map { shown in
          dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
        }
      }
      let ages = AgeFamily.dimensions(of: figures)
      func isAge(_ name: String) -> Bool {
        figures.panels.contains { panel in
          panel.stratum.category(of: name).map { ages.contains($0.dimension) } ?? false
        }
      }
      var wanted = asking
      wanted.split = asking.split.filter { !isAge($0) } + ages
      var (whole, options) = try wanted.split(figures)
      options.keys.removeAll { ages.contains($0) }
      let result = try Standardise.run(
        whole, how, window: how.sumsPeriods ? asking.range : nil, options: options)
      guard result.rows.count > 0 || whole.panels.isEmpty || !how.sumsPeriods else {
        let known = Set(whole.panels.flatMap(\.periods)).sorted()
        throw AnalysisError.noPeriods(
          range: asking.range.description, known: [known.first, known.last].compactMap { $0?.description })
      }
      return result
    }
  }
}
