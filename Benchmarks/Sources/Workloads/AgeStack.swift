import Indicators

/// Events and persons by age of all zones of a country: 14 000 zones, 25 years, 18 ages, [age][zone][year].
public struct AgeStack: Sendable {
  /// The events.
  public let events: [Double]
  /// The persons.
  public let persons: [Double]
  /// One weight an age.
  public let weights: [Double]
  /// Zones times years.
  public let cells: Int

  /// The same numbers every time; the peer makes them by the same rule.
  ///
  /// Persons are 5 … 124, events 0 … 2, from a linear congruence modulo 2³² with Numerical Recipes' constants, of which the
  /// high bits are used.
  public init() {
    let ages = 18
    cells = 14_000 * 25
    var state: UInt32 = 20_261_121
    func next() -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 16
    }
    var events: [Double] = []
    var persons: [Double] = []
    events.reserveCapacity(ages * cells)
    persons.reserveCapacity(ages * cells)
    for _ in 0..<ages * cells {
      let draw = next()
      persons.append(Double(5 + draw % 120))
      events.append(Double(draw % 3))
    }
    (self.events, self.persons) = (events, persons)
    weights = (0..<ages).map { Double(1000 + 300 * $0) }
  }
}
