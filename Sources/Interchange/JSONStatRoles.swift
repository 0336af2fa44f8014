import Indicators

/// What the dimensions of a JSON-stat dataset are, by `role` and, where that is silent, by id.
///
/// A role that the file states is never overruled. `role.geo` may name several dimensions (place of birth beside place
/// of residence): the first is the zone. Statistics Norway's answers often lack `role.geo`, and FHI's may have `null`
/// for every role, so the ids these publishers use are known here.
struct JSONStatRoles {
  /// The role of each dimension.
  private(set) var roles: [Cube.Role]
  /// The dimensions whose role was inferred from their id.
  private(set) var inferred: [Int] = []

  init(ids: [String], stated: [String: [String]]) {
    roles = ids.map { Self.stratum($0) }
    for (role, key, isOne) in [
      (Cube.Role.zone, "geo", Self.isZone), (.time, "time", Self.isTime),
      (.measure, "metric", Self.isMeasure),
    ] {
      let named = (stated[key] ?? []).compactMap { ids.firstIndex(of: $0) }
      if let first = named.first {
        roles[first] = role
        // Several metric dimensions all say what is measured; a second zone or time splits the figures.
        for other in named.dropFirst() { roles[other] = role == .measure ? .measure : .other }
      } else if let found = ids.firstIndex(where: isOne), roles[found] == .other {
        roles[found] = role
        inferred.append(found)
      }
    }
  }

  private static func stratum(_ id: String) -> Cube.Role {
    switch id.lowercased() {
    case "kjonn", "kjønn", "kon", "kön", "sex", "gender": .sex
    case "alder", "ålder", "age": .age
    default: .other
    }
  }

  private static func isZone(_ id: String) -> Bool {
    let name = id.lowercased()
    return [
      "geo", "area", "sone", "zone", "kommune", "kommuner", "fylke", "bydel", "grunnkrets", "grunnkretser",
      "delomrade",
      "delområde", "country", "omrade", "område",
    ].contains(name) || name.hasPrefix("region") || name.hasPrefix("kokkommuneregion")
  }

  private static func isTime(_ id: String) -> Bool {
    ["tid", "aar", "år", "time", "year", "period", "periode", "time_period", "skoleår", "skoleaar"]
      .contains(id.lowercased())
  }

  private static func isMeasure(_ id: String) -> Bool {
    ["contentscode", "measure_type", "metric", "measure", "concept", "indicator"].contains(id.lowercased())
  }
}
