import Analyses
import Disclosure
import Indicators

/// Hides what the indicators' rules hide.
enum ProtectStage {
  /// The dataset with cells hidden in the panels shown and in the single-period ones behind them.
  ///
  /// - Parameter appliesRules: Whether the catalogue's rules apply; foreign files without a programme have none.
  static func protect(_ dataset: Dataset, appliesRules: Bool) throws -> Protected<Dataset> {
    let catalogue = dataset.catalogue
    let rule: (Panel) -> SuppressionRule = {
      appliesRules ? catalogue[$0.indicator]?.suppression ?? .none : .none
    }
    let shown = try PanelProtection.protect(dataset.panels, in: dataset.system, rule: rule)
    let ids = dataset.underlying.keys.sorted()
    let behind = try PanelProtection.protect(
      ids.flatMap { dataset.underlying[$0] ?? [] }, in: dataset.system, rule: rule)
    return shown.panels.map { panels in
      var copy = dataset
      copy.panels = panels
      copy.underlying = Dictionary(grouping: behind.panels.value, by: \.indicator)
      copy.findings += shown.findings
      return copy
    }
  }
}
