import Disclosure
import Estimates
import Indicators
import Wording

/// What a refresh brought, for the head of a report. Holds no clock: the same figures give the same page.
public struct Edition: Sendable, Equatable {
  /// The version of the knowledge base; `nil` where nothing is stored.
  public var version: Int?
  /// How many sources there are.
  public var sources: Int
  /// Figures that were not there before.
  public var added: Int
  /// Figures that changed.
  public var revised: Int
  /// Figures that went away.
  public var withdrawn: Int
  /// What is wrong.
  public var errors: Int
  /// What is worth knowing.
  public var notes: Int
  /// Sources that did not answer, so that their last good figures are used.
  public var failedSources: [String]
  /// The newest day any source was updated; `nil` where unknown.
  public var updated: CalendarDay?

  /// An edition.
  public init(
    version: Int? = nil, sources: Int = 0, added: Int = 0, revised: Int = 0, withdrawn: Int = 0,
    errors: Int = 0,
    notes: Int = 0, failedSources: [String] = [], updated: CalendarDay? = nil
  ) {
    self.version = version
    self.sources = sources
    self.added = added
    self.revised = revised
    self.withdrawn = withdrawn
    self.errors = errors
    self.notes = notes
    self.failedSources = failedSources
    self.updated = updated
  }

  func text(_ language: Language) -> String {
    Wording.edition(
      version: version, sources: sources, added: added, revised: revised, withdrawn: withdrawn,
      errors: errors,
      notes: notes, language: language)
  }
}

/// Everything a report about a programme shows. All numbers come from rows; a report computes none.
public struct OverviewContent: Sendable {
  /// The programme: its name, treated zones, comparator and goals.
  public var programme: Programme
  /// The indicators.
  public var catalogue: IndicatorCatalogue
  /// The sources, for their names.
  public var sources: [DataSource]
  /// `level` rows of all zones that are drawn, without a breakdown.
  public var level: Protected<ResultSet>
  /// `compare` rows of the treated zones; with all periods the comparator gets its line.
  public var compare: Protected<ResultSet>
  /// `trend` rows of the treated zones.
  public var trend: Protected<ResultSet>?
  /// `baseline` rows of the treated zones.
  public var baseline: Protected<ResultSet>?
  /// Codes of the zones that are drawn thin and grey behind; zones of other kinds do not belong in a chart.
  public var contextZones: [String]
  /// What the refresh brought.
  public var edition: Edition
  /// The language of the page.
  public var language: Language

  /// The content of a report.
  public init(
    programme: Programme, catalogue: IndicatorCatalogue, sources: [DataSource] = [],
    level: Protected<ResultSet>,
    compare: Protected<ResultSet>, trend: Protected<ResultSet>? = nil, baseline: Protected<ResultSet>? = nil,
    contextZones: [String] = [], edition: Edition = Edition(), language: Language = .nb
  ) {
    self.programme = programme
    self.catalogue = catalogue
    self.sources = sources
    self.level = level
    self.compare = compare
    self.trend = trend
    self.baseline = baseline
    self.contextZones = contextZones
    self.edition = edition
    self.language = language
  }
}
