import Indicators

/// The cubes of the sources, cut into panels when asked for: one column of one source at a time.
public final class SourceFigures {
  private let cubes: [String: [Cube]]
  private var cache: [Key: Result<[Panel], IndicatorsError>] = [:]

  private struct Key: Hashable {
    let source: String
    let measure: String?
  }

  /// The cubes by source id; a source of several files has several.
  public init(_ cubes: [String: [Cube]]) {
    self.cubes = cubes
  }

  /// Whether a source gave anything.
  public func has(source: String) -> Bool { cubes[source]?.isEmpty == false }

  /// The panels a reference means: those of its column that match its filter, the filtered dimensions taken out of the
  /// stratum.
  ///
  /// - Throws: ``Indicators/IndicatorsError`` where the source has no such measure or cannot be analysed.
  public func panels(_ reference: FigureReference) throws(IndicatorsError) -> [Panel] {
    let key = Key(source: reference.source, measure: reference.measure)
    let all: [Panel]
    if let known = cache[key] {
      all = try known.get()
    } else {
      let made: Result<[Panel], IndicatorsError>
      do {
        made = .success(try allPanels(key))
      } catch {
        made = .failure(error)
      }
      cache[key] = made
      all = try made.get()
    }
    var result: [Panel] = []
    for panel in all where matches(panel, reference.filter) {
      let rest = panel.stratum.choices.filter { reference.filter[$0.dimension] == nil }
      result.append(try panel.restratified(Stratum(rest)))
    }
    return result
  }

  private func allPanels(_ key: Key) throws(IndicatorsError) -> [Panel] {
    var result: [Panel] = []
    for cube in cubes[key.source] ?? [] {
      if let column = key.measure.flatMap({ cube.column($0) }) {
        result += try cube.keeping(measure: column).panels()
      } else {
        result += try cube.panels(measure: key.measure)
      }
    }
    return result
  }

  /// An indicator dimension has become the panel's name, the others are in its stratum.
  private func matches(_ panel: Panel, _ filter: [String: String]) -> Bool {
    filter.allSatisfy { dimension, category in
      if let choice = panel.stratum.category(of: dimension) {
        return choice.category == category || choice.label == category
      }
      return panel.indicator == category
    }
  }
}

extension Cube {
  /// The column with this name or role (`value`, `numerator`, `denominator`), whatever the case.
  func column(_ name: String) -> Int? {
    let wanted = name.lowercased()
    return measures.firstIndex { $0.name.lowercased() == wanted }
      ?? measures.firstIndex { $0.role.rawValue == wanted }
  }

  /// The cube with one of its columns only, as its value.
  func keeping(measure index: Int) throws(IndicatorsError) -> Cube {
    var column = measures[index]
    column.role = .value
    var cube = try Cube(
      dimensions: dimensions, layout: layout, measures: [column], rows: rows, file: file, findings: findings)
    cube.readerRefusal = readerRefusal
    return cube
  }
}

extension Panel {
  /// The same panel, of another stratum.
  func restratified(_ stratum: Stratum) throws(IndicatorsError) -> Panel {
    try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses,
      bounds: bounds)
  }
}
