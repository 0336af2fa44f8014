import Analyses
import Disclosure
import Indicators
import KnowledgeBase

/// The figures of a base that anybody who has the file may read.
enum Publishable {
  /// The panels of the current version, some replaced by those of a dataset, through disclosure control.
  static func panels(of base: KnowledgeBase?, replacing dataset: Dataset? = nil) throws -> [Panel] {
    struct Key: Hashable {
      let indicator: String
      let stratum: Stratum
    }
    let new = dataset?.panels ?? []
    let replaced = Set(new.map { Key(indicator: $0.indicator, stratum: $0.stratum) })
    let kept =
      try base?.panels().filter { !replaced.contains(Key(indicator: $0.indicator, stratum: $0.stratum)) }
      ?? []
    let shown = try DatasetLoading.shown(
      kept + new, catalogue: try base?.catalogue() ?? IndicatorCatalogue(),
      system: try base?.zoneSystems().first ?? dataset?.system, groups: [])
    return try ProtectStage.protect(shown, appliesRules: true).value.panels
  }
}
