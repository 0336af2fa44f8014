extension Cube {
  /// The panels of the cube: one for each stratum of the chosen measure (and indicator, where the file has several).
  ///
  /// Zones keep the order of the file, periods are sorted, and all panels of a cube share both axes, so that a cell for
  /// which the file has no record is missing. Numerator and denominator columns go with the value column; without a value
  /// column the value is numerator / denominator. A cell is observed where all of its columns are, so a published value
  /// with a hidden numerator is hidden.
  ///
  /// Where a file has all three, the multiplier is the power of ten from 1 to 10⁶ that is within a factor of two of
  /// Σ value·denominator / Σ numerator over the indicator's cells: the file's own figures say whether a value of 14.2 is
  /// 142 of 1000. Where none is, the value is something else than the quotient (a number beside them, an adjusted rate),
  /// and numerators and denominators are left out.
  ///
  /// - Parameter measure: A column's name, or a category of the measure dimension, by code or label, whatever the case.
  /// - Throws: ``IndicatorsError/notAnalysable(_:file:)`` with the ``refusal``,
  ///   ``IndicatorsError/unknownMeasure(name:known:)``, ``IndicatorsError/ambiguousMeasure(known:)`` where there are
  ///   several and none is chosen, ``IndicatorsError/duplicateKey(zone:period:stratum:rows:)`` where two records
  ///   are about the same cell (in a dense cube: where neither is missing), and
  ///   ``IndicatorsError/tooSparse(cells:records:)`` where the panels of a listed cube would not fit in memory.
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
    var name =
      chosenColumn.map { cube.measures[$0].name }
      // Without a value column the value is a quotient, and is called that.
      ?? cube.measures.filter { $0.role != .value }.map(\.name).joined(separator: "/")
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
        guard valueColumns.count <= 1 else {
          throw .ambiguousMeasure(known: valueColumns.map { cube.measures[$0].name })
        }
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
    guard !sorted.isEmpty else { throw .notAnalysable(.noTimeDimension, file: cube.file) }
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
        // None of nobody: there is no rate, but the denominator is known to be zero.
        if top == 0, bottom == 0 { denominators?[cell] = 0 }
        return
      }
      values[cell] = value
      if let top { numerators?[cell] = top }
      if let bottom { denominators?[cell] = bottom }
      statuses[cell] = status
    }
  }

  /// A panel's columns with what they are about.
  typealias Filled = (columns: Columns, name: String, stratum: Stratum)

  /// The panels, those of one indicator with the same multiplier.
  private func panels(_ all: [Filled]) throws(IndicatorsError) -> [Panel] {
    var sums: [String: (weighted: Double, numerator: Double)] = [:]
    if value != nil {
      for one in all {
        guard let numerators = one.columns.numerators, let denominators = one.columns.denominators else {
          break
        }
        var (weighted, total) = sums[one.name] ?? (0, 0)
        for cell in numerators.indices where one.columns.statuses[cell].isObserved {
          weighted += one.columns.values[cell] * denominators[cell]
          total += numerators[cell]
        }
        sums[one.name] = (weighted, total)
      }
    }
    var result: [Panel] = []
    for one in all {
      let multiplier = sums[one.name].map { PanelPlan.multiplier($0.weighted, $0.numerator) } ?? 1
      result.append(
        try Panel(
          indicator: one.name, stratum: one.stratum, unit: unit, multiplier: multiplier ?? 1, zones: zones,
          periods: periods, values: one.columns.values,
          numerators: multiplier == nil ? nil : one.columns.numerators,
          denominators: multiplier == nil ? nil : one.columns.denominators, statuses: one.columns.statuses))
    }
    return result
  }

  /// The power of ten between Σ value·denominator and Σ numerator; 1 where both are zero, `nil` where there is none.
  private static func multiplier(_ weighted: Double, _ numerator: Double) -> Double? {
    if weighted == 0, numerator == 0 { return 1 }
    return [1, 10, 100, 1000, 1e4, 1e5, 1e6].first {
      let expected = numerator * $0
      return expected > 0 && weighted > expected / 2 && weighted < expected * 2
    }
  }

  /// Whether none of the columns has anything for a record.
  private func isEmpty(_ cube: Cube, _ record: Int) -> Bool {
    [value, numerator, denominator].allSatisfy { column in
      column.map { cube.measures[$0].statuses[record].kind == .missing } ?? true
    }
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
    let repeats =
      Set(zonePosition).count < zonePosition.count
      || Set(periodPosition.filter { $0 >= 0 }).count < periodPosition.count { $0 >= 0 }
    var filled: [Filled] = []
    for combination in 0..<combinations {
      var rest = combination
      var chosen = [Int](repeating: 0, count: axes.count)
      for axis in axes.indices.reversed() {
        chosen[axis] = rest % sizes[axis]
        rest /= sizes[axis]
      }
      var base = fixed.map { $0.category * strides[$0.axis] } ?? 0
      for (axis, category) in zip(axes, chosen) { base += category * strides[axis] }
      let (name, stratum) = key(cube, axes, chosen)
      var columns = Columns(count: zones.count * periods.count, plan: self, tracksOrigins: repeats)
      for (zone, row) in zonePosition.enumerated() {
        for (time, column) in periodPosition.enumerated() where column >= 0 {
          let cell = row * periods.count + column
          let record = base + zone * strides[zoneAxis] + time * strides[timeAxis]
          if repeats {
            // Two categories mean the same zone or period. One of them may be empty here, but not both full.
            guard !isEmpty(cube, record) else { continue }
            let earlier = columns.origins[cell]
            guard earlier == 0 else {
              throw .duplicateKey(
                zone: zones[row].code, period: periods[column].description, stratum: stratum.description,
                rows: "\(earlier), \(record + 1)")
            }
            columns.origins[cell] = UInt32(clamping: record + 1)
          }
          columns.set(cell, from: cube, record: record, plan: self)
        }
      }
      filled.append((columns, name, stratum))
    }
    return try panels(filled)
  }

  /// Listed: records are scattered, and a cell that is hit twice is an error.
  func scatter(_ cube: Cube, _ coordinates: [[Int32]]) throws(IndicatorsError) -> [Panel] {
    let axes = splitting(cube)
    var found: [[Int]: Int] = [:]
    var keys: [[Int]] = []
    var all: [Columns] = []
    var last: [Int] = []
    var current = -1
    // Cells cost 13 bytes or more. A file of scattered records must not ask for more than a large panel takes.
    let cells = zones.count.multipliedReportingOverflow(by: periods.count)
    let limit = max(1 << 27, 64 * cube.count)
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
          let spanned = cells.partialValue.multipliedReportingOverflow(by: current + 1)
          guard !cells.overflow, !spanned.overflow, spanned.partialValue <= limit else {
            throw .tooSparse(cells: spanned.partialValue, records: cube.count)
          }
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
    return try panels(
      zip(all, keys).map { columns, categories in
        let (name, stratum) = key(cube, axes, categories)
        return (columns, name, stratum)
      })
  }
}
