import Indicators

/// The dimensions of a dataset with their roles, held against `id` and `size`.
struct JSONStatShape {
  let dimensions: [Cube.Dimension]
  /// The product of the sizes.
  let cells: Int
  /// The unit of all figures, where there is one only.
  let unit: Unit

  init(
    _ dataset: JSONStatDataset, maximumCells: Int, findings: inout [Finding]
  ) throws(JSONStatProblem) {
    let described = dataset.dimensions ?? []
    guard let ids = dataset.ids else { throw .missingMember("id") }
    guard let sizes = dataset.sizes else { throw .missingMember("size") }
    var byID: [String: JSONStatDimension] = [:]
    for dimension in described { byID[dimension.id] = dimension }
    var sources: [JSONStatDimension] = []
    var seen: Set<String> = []
    for id in ids {
      guard seen.insert(id).inserted else { throw .duplicateDimension(id) }
      guard let source = byID[id] else { throw .unknownDimension(id) }
      sources.append(source)
    }
    let counts = try Self.counts(sizes, sources, findings: &findings)
    var cells = 1
    for count in counts {
      let (product, overflow) = cells.multipliedReportingOverflow(by: count)
      guard !overflow, product <= maximumCells else { throw .tooManyCells(limit: maximumCells) }
      cells = product
    }
    let roles = JSONStatRoles(ids: ids, stated: dataset.roles)
    for index in roles.inferred {
      findings.append(
        Finding(
          .inferredRole, severity: .note,
          arguments: ["dimension": ids[index], "role": roles.roles[index].rawValue]))
    }
    var dimensions: [Cube.Dimension] = []
    for (index, source) in sources.enumerated() {
      var dimension = Cube.Dimension(
        id: source.id, label: source.label, role: roles.roles[index],
        categories: try source.categories(size: counts[index]))
      if dimension.role == .time { Self.readPeriods(&dimension, findings: &findings) }
      dimensions.append(dimension)
    }
    self.dimensions = dimensions
    self.cells = cells
    let units = dimensions.filter { $0.role == .measure }.map(\.categories)
    self.unit = units.count == 1 && units[0].count == 1 ? units[0][0].unit ?? .unknown : .unknown
  }

  /// The sizes as numbers.
  ///
  /// A file may leave sizes of 1 out. That is accepted only where the categories are all described and their numbers,
  /// without the ones, are the sizes without the ones.
  private static func counts(
    _ sizes: [JSONValue], _ sources: [JSONStatDimension], findings: inout [Finding]
  ) throws(JSONStatProblem) -> [Int] {
    var counts: [Int] = []
    for (index, size) in sizes.enumerated() {
      let id = index < sources.count ? sources[index].id : ""
      guard let number = size.number, let count = Int(exactly: number), count >= 0 else {
        throw .badSize(dimension: id, size: size.number.map { "\($0)" } ?? size.text ?? "")
      }
      counts.append(count)
    }
    guard counts.count != sources.count else { return counts }
    let described = sources.compactMap(\.count)
    guard described.count == sources.count, described.filter({ $0 != 1 }) == counts.filter({ $0 != 1 }) else {
      throw .sizesDiffer(dimensions: sources.count, sizes: counts.count)
    }
    findings.append(
      Finding(.repairedSizes, arguments: ["size": "\(counts)", "categories": "\(described)"]))
    return described
  }

  /// Gives every category of a time dimension its period, from the code or else the label.
  ///
  /// One category that is no period ("total", say) makes the dimension an ordinary one, said in a finding.
  private static func readPeriods(_ dimension: inout Cube.Dimension, findings: inout [Finding]) {
    let names = (dimension.id + " " + dimension.label).lowercased()
    let hint: Period.Hint = names.contains("skole") || names.contains("school") ? .schoolYear : .none
    for index in dimension.categories.indices {
      let category = dimension.categories[index]
      guard let period = Period(category.code, hint: hint) ?? Period(category.label, hint: hint) else {
        dimension.role = .other
        for other in dimension.categories.indices { dimension.categories[other].period = nil }
        findings.append(
          Finding(
            .unreadablePeriod, severity: .error,
            arguments: ["dimension": dimension.id, "category": category.code]))
        return
      }
      dimension.categories[index].period = period
    }
  }
}
