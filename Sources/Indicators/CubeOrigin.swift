extension Cube {
  /// The place in the file of the figure for a zone, a period, an indicator and a stratum; `nil` where the cube keeps no
  /// rows or has no such record.
  ///
  /// The indicator is compared where the file has a dimension of them, and a stratum's choice where it is of this cube.
  /// Looks through all records, so it is for pointing at a few figures, not for all.
  public func place(zone: String, period: Period, indicator: String, stratum: Stratum) -> Place? {
    guard case .listed(let coordinates) = layout, let rows else { return nil }
    // For each dimension the categories that would do; nil where any does.
    let wanted: [Set<Int32>?] = dimensions.map { dimension in
      func matching(_ isWanted: (Category) -> Bool) -> Set<Int32> {
        Set(
          dimension.categories.indices.filter { isWanted(dimension.categories[$0]) }.map {
            Int32(clamping: $0)
          })
      }
      switch dimension.role {
      case .zone: return matching { $0.code == zone }
      case .time: return matching { $0.period == period }
      case .indicator: return matching { $0.label == indicator || $0.code == indicator }
      case .measure: return nil
      case .sex, .age, .other:
        return stratum.category(of: dimension.id).map { choice in matching { $0.code == choice.category } }
      }
    }
    let record = (0..<count).first { record in
      zip(coordinates, wanted).allSatisfy { column, categories in categories?.contains(column[record]) ?? true
      }
    }
    return record.map { Place(file: file, row: Int(rows[$0])) }
  }
}
