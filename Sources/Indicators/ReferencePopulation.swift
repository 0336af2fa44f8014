/// Events and persons by age of a reference, such as a country: what indirect standardisation compares with.
public struct ReferencePopulation: Sendable, Equatable {
  /// The id: a file's name.
  public let id: String
  /// The bands, youngest first.
  public let bands: [AgeBand]
  /// The events of each band.
  public let events: [Double]
  /// The persons of each band.
  public let persons: [Double]

  /// A reference; `nil` unless the bands are disjoint, every number is finite and not negative, no band has events and
  /// nobody, and there is somebody.
  public init?(id: String, _ strata: [(band: AgeBand, events: Double, persons: Double)]) {
    let ordered = strata.sorted { $0.band < $1.band }
    for one in ordered {
      guard one.events.isFinite, one.persons.isFinite, one.events >= 0, one.persons >= 0 else { return nil }
      guard one.persons > 0 || one.events == 0 else { return nil }
    }
    for (one, next) in zip(ordered, ordered.dropFirst()) where one.band.overlaps(next.band) { return nil }
    guard ordered.contains(where: { $0.persons > 0 }) else { return nil }
    self.id = id
    bands = ordered.map(\.band)
    events = ordered.map(\.events)
    persons = ordered.map(\.persons)
  }
}
