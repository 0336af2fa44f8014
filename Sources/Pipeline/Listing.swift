import Analyses
import Disclosure
import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Wording

/// What can be listed.
public enum Catalogue: String, Sendable, CaseIterable {
  /// The indicators.
  case indicators
  /// The zones and groups.
  case zones
  /// The sources.
  case sources
  /// The versions of the base.
  case versions
  /// The methods.
  case methods
}

/// The answer of `list` and `describe`: names and facts, no figures about people.
public struct ListingAnswer: Sendable {
  /// The rows.
  public let results: Protected<ResultSet>
  /// What was understood of files.
  public let summaries: [ReadingSummary]
  /// The indicators that rows may name.
  public let catalogue: IndicatorCatalogue

  init(
    _ results: ResultSet, summaries: [ReadingSummary] = [],
    catalogue: IndicatorCatalogue = IndicatorCatalogue()
  ) {
    self.results = .holdingNoFigures(results)
    self.summaries = summaries
    self.catalogue = catalogue
  }
}

/// `list`: what is there.
public enum Listing {
  /// The indicators, zones, sources, versions or methods of files or of the base.
  public static func list(_ what: Catalogue, _ request: Request, language: Language = .nb) throws
    -> ListingAnswer
  {
    switch what {
    case .methods: return ListingAnswer(methods(language))
    case .versions, .sources:
      guard case .base(let named) = request.origin else {
        throw PipelineError.unreadableOption(option: "list", text: what.rawValue, expected: "--base")
      }
      let base = try KnowledgeBase(at: try BaseLocation.existing(named: named, programme: request.programme))
      return ListingAnswer(what == .versions ? versions(try base.versions()) : sources(try base.sources()))
    case .indicators, .zones:
      let loaded = try DatasetLoading.load(request)
      let table = what == .indicators ? indicators(loaded.dataset, language) : zones(loaded.dataset, language)
      return ListingAnswer(table, summaries: loaded.summaries, catalogue: loaded.dataset.catalogue)
    }
  }

  /// A table of facts under `list`.
  private static func table(_ columns: [ResultColumn], _ rows: [[String: ResultValue]]) -> ResultSet {
    var table = ResultTable(ResultSchema(verb: "list", columns: columns))
    for row in rows { table.append(row) }
    return ResultSet(verb: "list", tables: [table])
  }

  private static func optional(_ text: String?) -> ResultValue {
    text.map { .text($0) } ?? .none(.notApplicable)
  }

  private static func indicators(_ dataset: Dataset, _ language: Language) -> ResultSet {
    table(
      [
        ResultColumn("indicator", .text, "The indicator's id."), ResultColumn("name", .text, "Its name."),
        ResultColumn("kind", .text, "proportion, rate, mean, count, median or index."),
        ResultColumn("unit", .text, "The unit of its values."),
        ResultColumn("polarity", .text, "Which way is better."),
        ResultColumn("first_period", .text, "The first period."),
        ResultColumn("last_period", .text, "The last period."),
        ResultColumn("zones", .integer, "How many zones have figures."),
        ResultColumn("constructed", .boolean, "Whether the figures are constructed for an example."),
      ],
      dataset.indicators.map { id in
        let panels = dataset.panels.filter { $0.indicator == id }
        let periods = panels.flatMap(\.periods)
        let known = dataset.catalogue[id]
        return [
          "indicator": .text(id), "name": optional(known.map { $0.name(language) }),
          "kind": optional(panels.first?.kind?.rawValue), "unit": optional(panels.first?.unit.rawValue),
          "polarity": optional(known?.direction.rawValue),
          "first_period": optional(periods.min()?.description),
          "last_period": optional(periods.max()?.description),
          "zones": .integer(panels.first?.zones.count ?? 0),
          "constructed": .boolean(known?.isConstructed ?? false),
        ]
      })
  }

  private static func zones(_ dataset: Dataset, _ language: Language) -> ResultSet {
    var seen: Set<String> = []
    let own = dataset.panels.flatMap(\.zones).filter { seen.insert($0.code).inserted }
    let zones = own.map { zone -> [String: ResultValue] in
      [
        "zone": .text(zone.code), "name": .text(zone.name), "level": .text(zone.level.rawValue),
        "parent": optional(zone.parent), "members": .none(.notApplicable),
      ]
    }
    let groups = dataset.groups.map { group -> [String: ResultValue] in
      let members: [String] =
        switch group.definition {
        case .union(let members): members
        case .difference(let whole, let part): [whole, "−" + part]
        }
      return [
        "zone": .text(group.id), "name": .text(group.name(language)),
        "level": .text(ZoneLevel.group.rawValue),
        "members": .texts(members),
      ]
    }
    return table(
      [
        ResultColumn("zone", .text, "The zone's code, or the group's id."),
        ResultColumn("name", .text, "Its name."),
        ResultColumn("level", .text, "The kind of area."),
        ResultColumn("parent", .text, "The zone it is part of."),
        ResultColumn("members", .texts, "What a group is made of; a minus before what is taken away."),
      ], zones + groups)
  }

  private static func sources(_ records: [SourceRecord]) -> ResultSet {
    table(
      [
        ResultColumn("source", .text, "The source's id."),
        ResultColumn("state", .text, "ok, failed-kept-last-good or failed."),
        ResultColumn("licence", .text, "The licence of its figures."),
        ResultColumn("attribution", .text, "How it wants to be named."),
        ResultColumn("content_hash", .text, "SHA-256 of what it gave."),
        ResultColumn("constructed", .boolean, "Whether its figures are constructed for an example."),
      ],
      records.map {
        [
          "source": .text($0.id), "state": .text($0.state.rawValue), "licence": optional($0.licence),
          "attribution": optional($0.attribution), "content_hash": optional($0.contentHash),
          "constructed": .boolean($0.isConstructed),
        ]
      })
  }

  private static func versions(_ versions: [VersionInfo]) -> ResultSet {
    table(
      [
        ResultColumn("version", .integer, "The number."),
        ResultColumn("current", .boolean, "Whether it is what is read."),
        ResultColumn("created", .text, "When, in UTC."), ResultColumn("message", .text, "What made it."),
        ResultColumn("panels", .integer, "How many panels it has."),
        ResultColumn("content_hash", .text, "SHA-256 of its contents."),
      ],
      versions.map {
        [
          "version": .integer($0.number), "current": .boolean($0.isCurrent), "created": .text($0.created),
          "message": .text($0.message), "panels": .integer($0.panels), "content_hash": .text($0.contentHash),
        ]
      })
  }

  private static func methods(_ language: Language) -> ResultSet {
    table(
      [
        ResultColumn("method", .text, "The method's id."), ResultColumn("name", .text, "Its name."),
        ResultColumn("formula", .text, "Its formula."), ResultColumn("reference", .text, "The publication."),
      ],
      MethodCards.all.map {
        [
          "method": .text($0.method.rawValue), "name": .text(Wording.method($0.method, language: language)),
          "formula": .text($0.formula), "reference": .text($0.reference),
        ]
      })
  }
}
