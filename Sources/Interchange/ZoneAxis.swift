import Indicators

/// The labels of a zone column as zones: one for each code, in the order of the file.
struct ZoneAxis {
  /// The id of the dimension.
  var id = ""
  /// The zones.
  private(set) var categories: [Cube.Category] = []
  /// For every label of the column the position of its zone; −1 for an empty label.
  private(set) var position: [Int32] = []
  /// Whether codes were found.
  private(set) var hasCodes = false

  /// Zones of a column of codes, names or both, with names from another column where there is one.
  ///
  /// Labels with the same code are one zone. Its name is the first that is not empty and has no destroyed letter.
  init(_ zones: LabelColumn, name: LabelColumn?) {
    var known: [String: Int32] = [:]
    var names: [String] = []
    for label in zones.labels {
      guard !label.isEmpty else {
        position.append(-1)
        continue
      }
      let zone = ZoneText(label)
      hasCodes = hasCodes || zone.hasCode
      let candidate = zone.name == zone.code && zone.hasCode ? "" : zone.name
      if let place = known[zone.code] {
        position.append(place)
        if Self.isBetter(candidate, than: names[Int(place)]) { names[Int(place)] = candidate }
      } else {
        let place = Int32(truncatingIfNeeded: names.count)
        known[zone.code] = place
        position.append(place)
        names.append(candidate)
        categories.append(Cube.Category(code: zone.code))
      }
    }
    if let name {
      // One look at each pair of labels is enough.
      var seen = [Bool](repeating: false, count: names.count)
      var settled = 0
      for (row, code) in zones.codes.enumerated() {
        let place = Int(position[Int(code)])
        guard place >= 0, !seen[place] else { continue }
        let text = name[row]
        guard !text.isEmpty else { continue }
        let candidate = ZoneText.name(text, beside: categories[place].code)
        if Self.isBetter(candidate, than: names[place]) || !candidate.unicodeScalars.contains("\u{FFFD}") {
          names[place] = candidate
        }
        if !candidate.unicodeScalars.contains("\u{FFFD}") {
          seen[place] = true
          settled += 1
          if settled == names.count { break }
        }
      }
    }
    for index in categories.indices where !names[index].isEmpty { categories[index].label = names[index] }
  }

  private static func isBetter(_ one: String, than other: String) -> Bool {
    if one.isEmpty { return false }
    if other.isEmpty { return true }
    return other.unicodeScalars.contains("\u{FFFD}") && !one.unicodeScalars.contains("\u{FFFD}")
  }
}
