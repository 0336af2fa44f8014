import Analyses
import Disclosure
import Indicators
import Interchange
import KnowledgeBase

/// The figures a request is about, before disclosure control, and what was understood on the way.
///
/// This is the only door from files and from the base to panels; ``Answering`` protects what comes through it.
struct LoadedFigures {
  var dataset: Dataset
  /// What was understood of each file.
  var summaries: [ReadingSummary] = []
  /// The programme, where there is one.
  var programme: Programme?
  /// Whether the indicators' own rules apply: to everything that comes from a base or a programme.
  var appliesRules: Bool
}

enum DatasetLoading {
  static func load(_ request: Request) throws -> LoadedFigures {
    switch request.origin {
    case .files(let paths): try files(paths, request)
    case .base(let named): try base(named, request)
    }
  }

  private static func files(_ paths: [String], _ request: Request) throws -> LoadedFigures {
    let folder = try request.programme.map { try ProgrammeFolder(path: $0) }
    let system = try request.zoneList.map { try ZoneFile.read($0, id: $0) } ?? folder?.system
    var panels: [Panel] = []
    var findings: [Finding] = []
    var cubes: [Cube] = []
    var summaries: [ReadingSummary] = []
    for path in paths {
      let reading = try ForeignReader.read(contentsOf: path, options: request.reading)
      findings += reading.cube.findings
      cubes.append(reading.cube)
      summaries.append(reading.summary)
      for panel in try reading.cube.panels(measure: request.reading.measure) {
        let declared = try declare(panel, request, folder?.catalogue ?? IndicatorCatalogue())
        guard let system else {
          panels.append(declared)
          continue
        }
        let placed = try declared.placed(in: system, keepsUnknown: request.keepsUnknownZones)
        panels.append(placed.panel)
        findings += placed.findings
      }
    }
    var dataset = Dataset(
      panels: try merged(panels), system: system,
      groups: (folder?.programme.groups ?? []) + (try request.parsedGroups()),
      catalogue: folder?.catalogue ?? IndicatorCatalogue(), findings: findings)
    dataset.origins = cubes
    return LoadedFigures(
      dataset: dataset, summaries: summaries, programme: folder?.programme, appliesRules: folder != nil)
  }

  /// Kind and unit from the catalogue where it knows the indicator, else from what the user declares.
  private static func declare(_ panel: Panel, _ request: Request, _ catalogue: IndicatorCatalogue) throws
    -> Panel
  {
    if let known = catalogue[panel.indicator] {
      return try panel.declared(kind: known.kind, unit: known.unit, multiplier: known.multiplier)
    }
    guard let text = request.unit else { return panel }
    let unit = DeclaredUnit(text)
    return try panel.declared(
      kind: unit.kind ?? panel.kind, unit: unit.unit, multiplier: panel.hasParts ? unit.multiplier : nil)
  }

  /// Panels of the same indicator and stratum, from several files, as one, in order of first appearance.
  private static func merged(_ panels: [Panel]) throws -> [Panel] {
    struct Key: Hashable {
      let indicator: String
      let stratum: Stratum
    }
    var order: [Key] = []
    var groups: [Key: [Panel]] = [:]
    for panel in panels {
      let key = Key(indicator: panel.indicator, stratum: panel.stratum)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(panel)
    }
    return try order.map { try Panel.merging(groups[$0] ?? []) }
  }

  private static func base(_ named: String?, _ request: Request) throws -> LoadedFigures {
    let path = try BaseLocation.existing(named: named, programme: request.programme)
    let base = try KnowledgeBase(at: path)
    let programme = try base.programme()
    let catalogue = try base.catalogue()
    let system = try base.zoneSystems().first { $0.id == programme?.zoneSystem } ?? base.zoneSystems().first
    let known = Set(try base.panelList().map(\.indicator))
    // A name that is not known is for the verb to refuse, with all names that are.
    let wanted = Set(request.indicators)
    let panels = try base.panels(wanted.isEmpty || !wanted.isSubset(of: known) ? nil : wanted)
    return try LoadedFigures(
      dataset: shown(
        panels, catalogue: catalogue, system: system,
        groups: (programme?.groups ?? []) + request.parsedGroups()),
      programme: programme, appliesRules: true)
  }

  /// The dataset as it is shown: windowed indicators as sums over their window, with the yearly figures behind them.
  static func shown(
    _ panels: [Panel], catalogue: IndicatorCatalogue, system: ZoneSystem?, groups: [ZoneGroup],
    findings: [Finding] = []
  ) throws -> Dataset {
    var dataset = Dataset(
      panels: [], system: system, groups: groups, catalogue: catalogue, findings: findings)
    for panel in panels {
      guard let indicator = catalogue[panel.indicator], indicator.windowYears > 1,
        !indicator.windowsArePublished
      else {
        dataset.panels.append(panel)
        continue
      }
      switch try panel.windows(ofYears: indicator.windowYears) {
      case .success(let windows):
        dataset.panels.append(windows)
        dataset.underlying[panel.indicator, default: []].append(panel)
      case .failure:
        dataset.panels.append(panel)
      }
    }
    return dataset
  }
}
