extension Cube {
  /// The panels of the cube: one for each stratum of the chosen measure (and indicator, where the file has several).
  ///
  /// Zones keep the order of the file, periods are sorted, and all panels of a cube share both axes, so that a cell for
  /// which the file has no record is missing. Numerator and denominator columns go with the value column; without a value
  /// column the value is numerator / denominator.
  ///
  /// - Parameter measure: A column's name, or a category of the measure dimension, by code or label, whatever the case.
  /// - Throws: ``IndicatorsError/notAnalysable(_:file:)`` with the ``refusal``,
  ///   ``IndicatorsError/unknownMeasure(name:known:)``, ``IndicatorsError/ambiguousMeasure(known:)`` where there are
  ///   several and none is chosen, and ``IndicatorsError/duplicateKey(zone:period:stratum:rows:)`` where two records
  ///   are about the same cell.
  public func panels(measure: String? = nil) throws(IndicatorsError) -> [Panel] {
    if let refusal { throw .notAnalysable(refusal, file: file) }
    guard let zoneAxis = dimensions.firstIndex(where: { $0.role == .zone }),
      let timeAxis = dimensions.firstIndex(where: { $0.role == .time })
    else { throw .notAnalysable(.noZoneDimension, file: file) }
    let plan = try PanelPlan(cube: self, measure: measure, zoneAxis: zoneAxis, timeAxis: timeAxis)
    switch layout {
    case .dense: return try plan.gatherDense(self)
    case .listed(let coordinates): return try plan.scatter(self, coordinates)
    }
  }
}

/// How the cells of a cube become cells of panels.
struct PanelPlan {
  let zones: [Zone]
  let periods: [Period]
  /// For each category of the zone and time dimension its position on the panel's axis; −1 where it has none.
  let zonePosition: [Int]
  let periodPosition: [Int]
  let zoneAxis: Int
  let timeAxis: Int
  /// The columns to read.
  let value: Int?
  let numerator: Int?
  let denominator: Int?
  /// The dimension whose category is fixed by the choice of measure.
  let fixed: (axis: Int, category: Int)?
  let name: String
  let unit: Unit

  init(cube: Cube, measure: String?, zoneAxis: Int, timeAxis: Int) throws(IndicatorsError) {
    self.zoneAxis = zoneAxis
    self.timeAxis = timeAxis
    let valueColumns = cube.measures.indices.filter { cube.measures[$0].role == .value }
    let stacked = cube.dimensions.firstIndex { $0.role == .measure && $0.categories.count > 0 }
    var chosenColumn = valueColumns.first
    var chosenCategory: (axis: Int, category: Int)?
    var unit = chosenColumn.map { cube.measures[$0].unit } ?? .unknown
    var name = chosenColumn.map { cube.measures[$0].name } ?? cube.measures.first?.name ?? ""
    let known =
      valueColumns.map { cube.measures[$0].name }
      + (stacked.map { axis in cube.dimensions[axis].categories.map(\.label) } ?? [])
    if let measure {
      let wanted = measure.lowercased()
      if let column = valueColumns.first(where: { cube.measures[$0].name.lowercased() == wanted }) {
        chosenColumn = column
        name = cube.measures[column].name
        unit = cube.measures[column].unit
      } else if let axis = stacked,
        let category = cube.dimensions[axis].categories.firstIndex(where: {
          $0.code.lowercased() == wanted || $0.label.lowercased() == wanted
        })
      {
        chosenCategory = (axis, category)
      } else {
        throw .unknownMeasure(name: measure, known: known)
      }
    } else if valueColumns.count > 1 {
      throw .ambiguousMeasure(known: valueColumns.map { cube.measures[$0].name })
    }
    if let axis = stacked, chosenCategory == nil {
      let categories = cube.dimensions[axis].categories
      guard categories.count == 1 else { throw .ambiguousMeasure(known: categories.map(\.label)) }
      chosenCategory = (axis, 0)
    }
    if let chosenCategory {
      let category = cube.dimensions[chosenCategory.axis].categories[chosenCategory.category]
      name = category.label
      if let declared = category.unit { unit = declared }
    }
    self.fixed = chosenCategory
    self.value = chosenColumn
    self.numerator = cube.measures.firstIndex { $0.role == .numerator }
    self.denominator = cube.measures.firstIndex { $0.role == .denominator }
    self.name = name
    self.unit = unit

    var positions: [String: Int] = [:]
    var zones: [Zone] = []
    zonePosition = cube.dimensions[zoneAxis].categories.map { category in
      if let known = positions[category.code] { return known }
      positions[category.code] = zones.count
      zones.append(Zone(code: category.code, name: category.label == category.code ? "" : category.label))
      return zones.count - 1
    }
    self.zones = zones
    let sorted = Set(cube.dimensions[timeAxis].categories.compactMap(\.period)).sorted()
    let order = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    periods = sorted
    periodPosition = cube.dimensions[timeAxis].categories.map { $0.period.flatMap { order[$0] } ?? -1 }
  }

  /// The dimensions that neither zone, time nor the fixed measure account for.
  private func splitting(_ cube: Cube) -> [Int] {
    cube.dimensions.indices.filter { $0 != zoneAxis && $0 != timeAxis && $0 != fixed?.axis }
  }

  /// Stratum and indicator name of a combination of categories.
  private func key(_ cube: Cube, _ axes: [Int], _ categories: [Int]) -> (name: String, stratum: Stratum) {
    var indicator = name
    var choices: [Stratum.Choice] = []
    for (axis, position) in zip(axes, categories) {
      let dimension = cube.dimensions[axis]
      let category = dimension.categories[position]
      if dimension.role == .indicator {
        indicator = category.label
      } else {
        choices.append(
          .init(dimension: dimension.id, role: dimension.role, category: category.code, label: category.label)
        )
      }
    }
    return (indicator, Stratum(choices))
  }

  /// One panel's columns while they are filled.
  struct Columns {
    var values: [Double]
    var numerators: [Double]?
    var denominators: [Double]?
    var statuses: [CellStatus]
    /// The record each cell came from, plus one; empty for dense cubes.
    var origins: [UInt32]

    init(count: Int, plan: PanelPlan, tracksOrigins: Bool) {
      values = [Double](repeating: .nan, count: count)
      numerators = plan.numerator == nil ? nil : values
      denominators = plan.denominator == nil ? nil : values
      statuses = [CellStatus](repeating: .missing, count: count)
      origins = tracksOrigins ? [UInt32](repeating: 0, count: count) : []
    }

    /// Copies record `record` of the cube into cell `cell`.
    mutating func set(_ cell: Int, from cube: Cube, record: Int, plan: PanelPlan) {
      var status = CellStatus.observed
      if let value = plan.value { status = cube.measures[value].statuses[record] }
      if let numerator = plan.numerator {
        status = status.combined(with: cube.measures[numerator].statuses[record])
      }
      if let denominator = plan.denominator {
        status = status.combined(with: cube.measures[denominator].statuses[record])
      }
      guard status.isObserved else {
        statuses[cell] = status
        return
      }
      let top = plan.numerator.map { cube.measures[$0].values[record] }
      let bottom = plan.denominator.map { cube.measures[$0].values[record] }
      var value = Double.nan
      if let column = plan.value {
        value = cube.measures[column].values[record]
      } else if let top, let bottom {
        value = top / bottom  // Not finite where the denominator is zero: caught below.
      } else if let only = top ?? bottom {
        value = only
      }
      guard value.isFinite else {
        statuses[cell] = CellStatus(.notApplicable, flags: status.flags)
        return
      }
      values[cell] = value
      if let top { numerators?[cell] = top }
      if let bottom { denominators?[cell] = bottom }
      statuses[cell] = status
    }
  }

  private func panel(_ columns: Columns, name: String, stratum: Stratum) throws(IndicatorsError) -> Panel {
    try Panel(
      indicator: name, stratum: stratum, unit: unit, zones: zones, periods: periods, values: columns.values,
      numerators: columns.numerators, denominators: columns.denominators, statuses: columns.statuses)
  }

  /// Dense: every panel is a strided gather.
  func gatherDense(_ cube: Cube) throws(IndicatorsError) -> [Panel] {
    var strides = [Int](repeating: 1, count: cube.dimensions.count)
    for axis in strides.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * cube.dimensions[axis + 1].categories.count
    }
    let axes = splitting(cube)
    let sizes = axes.map { cube.dimensions[$0].categories.count }
    let combinations = sizes.reduce(1, *)
    var panels: [Panel] = []
    for combination in 0..<combinations {
      var rest = combination
      var chosen = [Int](repeating: 0, count: axes.count)
      for axis in axes.indices.reversed() {
        chosen[axis] = rest % sizes[axis]
        rest /= sizes[axis]
      }
      var base = fixed.map { $0.category * strides[$0.axis] } ?? 0
      for (axis, category) in zip(axes, chosen) { base += category * strides[axis] }
      var columns = Columns(count: zones.count * periods.count, plan: self, tracksOrigins: false)
      for (zone, row) in zonePosition.enumerated() {
        for (time, column) in periodPosition.enumerated() where column >= 0 {
          columns.set(
            row * periods.count + column, from: cube,
            record: base + zone * strides[zoneAxis] + time * strides[timeAxis], plan: self)
        }
      }
      let (name, stratum) = key(cube, axes, chosen)
      panels.append(try panel(columns, name: name, stratum: stratum))
    }
    return panels
  }

  /// Listed: records are scattered, and a cell that is hit twice is an error.
  func scatter(_ cube: Cube, _ coordinates: [[Int32]]) throws(IndicatorsError) -> [Panel] {
    let axes = splitting(cube)
    var found: [[Int]: Int] = [:]
    var keys: [[Int]] = []
    var all: [Columns] = []
    var last: [Int] = []
    var current = -1
    for record in 0..<cube.count {
      if let fixed, Int(coordinates[fixed.axis][record]) != fixed.category { continue }
      let column = periodPosition[Int(coordinates[timeAxis][record])]
      guard column >= 0 else { continue }
      if current < 0 || !zip(axes, last).allSatisfy({ Int(coordinates[$0][record]) == $1 }) {
        last = axes.map { Int(coordinates[$0][record]) }
        if let known = found[last] {
          current = known
        } else {
          current = all.count
          found[last] = current
          keys.append(last)
          all.append(Columns(count: zones.count * periods.count, plan: self, tracksOrigins: true))
        }
      }
      let row = zonePosition[Int(coordinates[zoneAxis][record])]
      let cell = row * periods.count + column
      let earlier = all[current].origins[cell]
      guard earlier == 0 else {
        let one = cube.rows.map { "\($0[Int(earlier) - 1])" } ?? "\(earlier)"
        let other = cube.rows.map { "\($0[record])" } ?? "\(record + 1)"
        throw .duplicateKey(
          zone: zones[row].code, period: periods[column].description,
          stratum: key(cube, axes, last).stratum.description, rows: "\(one), \(other)")
      }
      all[current].origins[cell] = UInt32(clamping: record + 1)
      all[current].set(cell, from: cube, record: record, plan: self)
    }
    var panels: [Panel] = []
    for (columns, categories) in zip(all, keys) {
      let (name, stratum) = key(cube, axes, categories)
      panels.append(try panel(columns, name: name, stratum: stratum))
    }
    return panels
  }
}
