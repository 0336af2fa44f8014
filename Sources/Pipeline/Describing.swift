import Analyses
import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase

/// `describe`: what is known about an indicator, a zone or a file.
public enum Describing {
  /// The facts about each subject: a file by its path, else an indicator or a zone of the base.
  public static func describe(_ subjects: [String], base named: String?, period: String?) throws
    -> ListingAnswer
  {
    var table = ResultTable(schema)
    var summaries: [ReadingSummary] = []
    for subject in subjects {
      if subject == "-" || FileManager.default.fileExists(atPath: subject) {
        var options = ReadingOptions()
        options.period = period.flatMap { Period($0) }
        let reading = try ForeignReader.read(contentsOf: subject, options: options)
        summaries.append(reading.summary)
        for fact in facts(of: reading.cube) { add(subject, fact, &table) }
      } else {
        let path = try BaseLocation.existing(named: named, programme: nil)
        for fact in try facts(of: subject, in: KnowledgeBase(at: path)) { add(subject, fact, &table) }
      }
    }
    return ListingAnswer(ResultSet(verb: "describe", tables: [table]), summaries: summaries)
  }

  private typealias Fact = (property: String, value: String)

  private static let schema = ResultSchema(
    verb: "describe",
    columns: [
      ResultColumn("subject", .text, "What is described."), ResultColumn("property", .text, "Which fact."),
      ResultColumn("value", .text, "The fact."),
    ])

  private static func add(_ subject: String, _ fact: Fact, _ table: inout ResultTable) {
    table.append(["subject": .text(subject), "property": .text(fact.property), "value": .text(fact.value)])
  }

  private static func facts(of cube: Cube) -> [Fact] {
    var result: [Fact] = []
    if let title = cube.title { result.append(("title", title)) }
    if let source = cube.source { result.append(("source", source)) }
    if let updated = cube.updated { result.append(("updated", updated)) }
    result.append(("records", "\(cube.count)"))
    for dimension in cube.dimensions {
      let first = dimension.categories.first.map { $0.label } ?? ""
      let last = dimension.categories.last.map { $0.label } ?? ""
      let ends = dimension.categories.count > 1 ? "\(first) … \(last)" : first
      result.append(
        ("\(dimension.role.rawValue): \(dimension.label)", "\(dimension.categories.count): \(ends)"))
    }
    for measure in cube.measures {
      let observed = measure.statuses.count { $0.isObserved }
      let hidden = measure.statuses.count { $0.isSuppressed }
      result.append(
        (
          "\(measure.role.rawValue): \(measure.name)",
          "unit \(measure.unit); observed \(observed), suppressed \(hidden), other \(measure.statuses.count - observed - hidden)"
        ))
    }
    result.append(("analysable", cube.refusal.map { "no: \($0)" } ?? "yes"))
    return result
  }

  private static func facts(of id: String, in base: KnowledgeBase) throws -> [Fact] {
    let catalogue = try base.catalogue()
    let infos = try base.panelList()
    if let indicator = catalogue[id] {
      var result: [Fact] = [
        ("name", indicator.name.nb), ("kind", indicator.kind.rawValue), ("unit", indicator.unit.rawValue),
        ("direction", indicator.direction.rawValue), ("role", indicator.role.rawValue),
        ("constructed", indicator.isConstructed ? "yes" : "no"),
      ]
      if let theme = indicator.theme { result.append(("theme", theme.rawValue)) }
      if let goal = indicator.goal { result.append(("goal", goal)) }
      if let about = indicator.about { result.append(("description", about.nb)) }
      if indicator.windowYears > 1 { result.append(("window", "\(indicator.windowYears) years")) }
      for info in infos where info.indicator == id {
        result.append(
          (
            "figures",
            "\(info.zones) zones × \(info.periods) periods, \(info.observed) observed\(info.stratum.isEmpty ? "" : " (\(info.stratum))")"
          ))
      }
      return result
    }
    let systems = try base.zoneSystems()
    if let system = systems.first(where: { $0.contains(id) }), let zone = system.zone(id) {
      var result: [Fact] = [("name", zone.name), ("level", zone.level.rawValue), ("system", system.id)]
      for version in system.versions(of: id) {
        result.append(
          (
            "valid",
            "\(version.validity.from?.description ?? "…") – \(version.validity.to?.description ?? "…")"
          ))
      }
      result += system.ancestors(of: id).map { ("part of", "\($0) \(system.zone($0)?.name ?? "")") }
      let children = system.children(of: id)
      if !children.isEmpty { result.append(("parts", children.map(\.code).joined(separator: ", "))) }
      return result
    }
    if let group = try base.programme()?.groups.first(where: { $0.id == id }) {
      switch group.definition {
      case .union(let members):
        return [("name", group.name.nb), ("union of", members.joined(separator: ", "))]
      case .difference(let whole, let part):
        return [("name", group.name.nb), ("whole", whole), ("minus", part)]
      }
    }
    throw AnalysisError.unknownIndicator(
      id,
      known: catalogue.indicators.map(\.id) + Set(infos.map(\.indicator)).sorted()
        + systems.flatMap { $0.zones.map(\.code) })
  }
}
