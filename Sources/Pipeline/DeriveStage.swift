import Analyses
import Indicators

/// Makes the indicators of a catalogue, and places their zones.
struct DeriveStage {
  /// The panels, by indicator.
  private(set) var panels: [String: [Panel]] = [:]
  /// Indicators whose figures could not be made, with the error; they keep their last good figures.
  private(set) var failures: [(indicator: String, error: any LevekarError)] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - folder: The programme, with its catalogue and zones.
  ///   - outcomes: What the sources gave.
  init(_ folder: ProgrammeFolder, _ outcomes: [SourceOutcome], progress: RefreshProgress) {
    let failed = Set(outcomes.filter { $0.failure != nil || $0.isSkipped }.map(\.source.id))
    let figures = SourceFigures(Dictionary(uniqueKeysWithValues: outcomes.map { ($0.source.id, $0.cubes) }))
    for indicator in folder.catalogue.indicators {
      progress.enter(.derive, indicator.id)
      let used = [indicator.numerator?.source, indicator.denominator?.source].compactMap { $0 }
      guard !used.contains(where: failed.contains) else { continue }
      do {
        let derived = try IndicatorDerivation.panels(of: indicator, from: figures)
        findings += derived.findings
        for panel in derived.panels {
          let placed = try HarmoniseStage.place(panel, in: folder.system)
          findings += placed.findings
          panels[indicator.id, default: []].append(placed.panel)
        }
      } catch {
        failures.append((indicator.id, error))
      }
    }
  }
}
