import Indicators

/// Reads `programme.yml`: what is evaluated.
///
/// Keys: `schema` (`levekar.programme/1`), `id`, `name`, `zone-system`, `treated`, `groups`, `comparison`, `baseline`,
/// `evaluation`, `goals`, `publish`. What a file leaves out has the default of ``Indicators/Programme``.
///
/// - Throws: ``InterchangeError/document(_:path:)`` with a ``ConfigurationProblem`` at the line and column of whatever is
///   wrong: unknown keys with the nearest known one, wrong types with what was expected, a treatment that stops before
///   it starts, ids that come twice, targets without an indicator.
public enum ProgrammeFile {
  private static let keys = [
    "id", "name", "zone-system", "treated", "groups", "comparison", "baseline", "evaluation", "goals",
    "publish",
  ]

  /// Reads the file at a path.
  public static func read(_ path: String) throws(InterchangeError) -> Programme {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> Programme {
    try read(source.array, path: source.path)
  }

  /// Reads a text; `path` is what errors call it.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> Programme {
    let root = try ConfigurationDocument(bytes, kind: "programme", keys: keys, path: path).root
    var programme = Programme(id: try root.required("id").text(), name: try root.required("name").localised())
    if let value = root["zone-system"] { programme.zoneSystem = try value.text() }
    for value in try root["treated"]?.list() ?? [] { programme.treated.append(try treated(value)) }
    for (name, value) in try root["groups"]?.named() ?? [] {
      programme.groups.append(try group(name, value))
    }
    if let value = root["comparison"] { try readComparison(value, into: &programme) }
    if let value = root["baseline"] { try readBaseline(value, into: &programme) }
    if let value = root["evaluation"] { try readEvaluation(value, into: &programme) }
    var ids: Set<String> = []
    for value in try root["goals"]?.list() ?? [] { programme.goals.append(try goal(value, &ids)) }
    if let value = root["publish"] { try readPublish(value, into: &programme) }
    return programme
  }

  private static func treated(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> TreatedZone {
    let entry = try value.mapping(keys: ["zone", "start", "stop"])
    let start = try entry.required("start").year()
    let stop = try entry["stop"]?.year()
    if let stop, stop < start { throw try entry.required("stop").wrongType("a year not before \(start)") }
    return TreatedZone(zone: try entry.required("zone").text(), start: start, stop: stop)
  }

  private static func group(
    _ id: String, _ value: ConfigurationDocument.Value
  ) throws(InterchangeError) -> ZoneGroup {
    let entry = try value.mapping(keys: ["name", "union", "whole", "minus"])
    let name = try entry["name"]?.localised()
    if let union = entry["union"] {
      if let extra = entry["whole"] ?? entry["minus"] {
        throw extra.wrongType("either a union or a whole minus a part")
      }
      let members = try union.texts()
      guard !members.isEmpty else { throw union.wrongType("a list of at least one zone") }
      return ZoneGroup(id: id, name: name, definition: .union(members))
    }
    return ZoneGroup(
      id: id, name: name,
      definition: .difference(
        whole: try entry.required("whole").text(), minus: try entry.required("minus").text()))
  }

  private static func readComparison(
    _ value: ConfigurationDocument.Value, into programme: inout Programme
  ) throws(InterchangeError) {
    let entry = try value.mapping(keys: ["against", "donors"])
    if let against = entry["against"] { programme.against = try against.text() }
    guard let donors = try entry["donors"]?.mapping(keys: ["from", "exclude", "exclude-neighbours"]) else {
      return
    }
    if let from = donors["from"] {
      programme.donors.from = try from.word(["same-municipality", "all-municipalities"])
    }
    if let exclude = donors["exclude"] { programme.donors.exclude = try exclude.texts() }
    if let file = donors["exclude-neighbours"] { programme.donors.excludeNeighbours = try file.text() }
  }

  private static func readBaseline(
    _ value: ConfigurationDocument.Value, into programme: inout Programme
  ) throws(InterchangeError) {
    let entry = try value.mapping(keys: ["window", "freeze"])
    if let window = entry["window"] {
      let text = try window.text()
      let range = PeriodRange(text)
      guard let first = range?.first, let last = range?.last, first.unit == .year, last.unit == .year,
        last.lastYear >= first.year, let period = Period(years: first.year...last.lastYear)
      else { throw window.wrongType("a window of years such as 2019..2023") }
      programme.baseline = period
    }
    if let freeze = entry["freeze"] { programme.freezesBaseline = try freeze.boolean() }
  }

  private static func readEvaluation(
    _ value: ConfigurationDocument.Value, into programme: inout Programme
  ) throws(InterchangeError) {
    let entry = try value.mapping(keys: ["yearly", "midterm", "final", "alpha", "direction"])
    // Evaluation is always yearly and always asks for improvement; the keys may say so, and nothing else.
    if let yearly = entry["yearly"] { _ = try yearly.boolean() }
    if let direction = entry["direction"] { _ = try direction.word(["improve", "both"]) }
    programme.midterm = try entry["midterm"]?.year()
    programme.final = try entry["final"]?.year()
    if let alpha = entry["alpha"] { programme.alpha = try alpha.number(in: 0.0001...0.5) }
    if let midterm = programme.midterm, let final = programme.final, final < midterm {
      throw try entry.required("final").wrongType("a year not before \(midterm)")
    }
  }

  private static func goal(
    _ value: ConfigurationDocument.Value, _ ids: inout Set<String>
  ) throws(InterchangeError) -> Goal {
    let entry = try value.mapping(keys: ["id", "name", "key-indicators", "targets"])
    var targets: [Target] = []
    for target in try entry["targets"]?.list() ?? [] {
      let parts = try target.mapping(keys: ["indicator", "zone", "value", "by"])
      targets.append(
        Target(
          indicator: try parts.required("indicator").text(), zone: try parts.required("zone").text(),
          value: try parts.required("value").number(), year: try parts.required("by").year()))
    }
    return Goal(
      id: try entry.id(unlike: &ids), name: try entry.required("name").localised(),
      keyIndicators: try entry["key-indicators"]?.texts() ?? [], targets: targets)
  }

  private static func readPublish(
    _ value: ConfigurationDocument.Value, into programme: inout Programme
  ) throws(InterchangeError) {
    let entry = try value.mapping(keys: ["folder", "languages", "formats"])
    if let folder = entry["folder"] { programme.publishFolder = try folder.text() }
    if let languages = entry["languages"] {
      programme.languages = []
      for language in try languages.list() { programme.languages.append(try language.word(["nb", "en"])) }
    }
    if let formats = entry["formats"] {
      programme.formats = []
      let known = ["html", "csv", "csv-excel-nb", "json", "jsonl", "json-stat", "xlsx", "md", "datapackage"]
      for format in try formats.list() { programme.formats.append(try format.word(known)) }
    }
  }
}
