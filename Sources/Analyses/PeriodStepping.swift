import Indicators

extension Period {
  /// The period `steps` of its own length later, counted in its unit; `nil` where there is none, and for weeks, whose number in a
  /// year differs.
  func later(by steps: Int) -> Period? {
    switch unit {
    case .year, .schoolYear: Period(unit: unit, year: year + steps * length, length: length)
    case .halfYear, .quarter, .month:
      {
        let (perYear, place) = (unit == .halfYear ? 2 : unit == .quarter ? 4 : 12, index - 1 + steps)
        // Rounds down for negative steps too.
        let years = Int((Double(place) / Double(perYear)).rounded(.down))
        return Period(unit: unit, year: year + years, index: place - years * perYear + 1)
      }()
    case .week: nil
    }
  }

  /// How many of its own lengths a later period of the same kind is away; `nil` for another kind, and for weeks.
  func steps(to other: Period) -> Int? {
    guard unit == other.unit, length == other.length else { return nil }
    switch unit {
    case .year, .schoolYear: return (other.year - year) / length
    case .halfYear: return (other.year - year) * 2 + other.index - index
    case .quarter: return (other.year - year) * 4 + other.index - index
    case .month: return (other.year - year) * 12 + other.index - index
    case .week: return nil
    }
  }
}
