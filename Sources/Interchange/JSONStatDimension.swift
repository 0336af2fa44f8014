import Indicators

/// One dimension of a JSON-stat dataset as it stands in the text.
struct JSONStatDimension {
  let id: String
  var label: String?
  /// Positions of categories: in the order of an array, or as an object gives them.
  var index: Index?
  /// Labels of categories, in the order of the text.
  var labels: [(code: String, label: String)] = []
  /// Units of categories.
  var units: [String: String] = [:]

  enum Index {
    case array([String])
    case object([(code: String, position: Int)])
  }

  /// Reads the scanner's next value, which is an object.
  init(id: String, _ scanner: inout JSONScanner) throws(JSONError) {
    self.id = id
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch (key, try scanner.peek()) {
      case ("label", .string): label = try scanner.string()
      case ("category", .object): try readCategories(&scanner)
      default: try scanner.skipValue()
      }
    }
  }

  private mutating func readCategories(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      switch (key, try scanner.peek()) {
      case ("index", .array):
        var codes: [String] = []
        try scanner.beginArray()
        while try scanner.nextElement() { codes.append(try scanner.code()) }
        index = .array(codes)
      case ("index", .object):
        var positions: [(code: String, position: Int)] = []
        try scanner.beginObject()
        while let code = try scanner.nextKey() {
          let number = try scanner.number()
          // −1 is outside every dimension and is refused, by name, when the positions are held against the size.
          positions.append((code, Int(exactly: number) ?? -1))
        }
        index = .object(positions)
      case ("label", .object):
        try scanner.beginObject()
        while let code = try scanner.nextKey() {
          if try scanner.peek() == .string {
            labels.append((code, try scanner.string()))
          } else {
            try scanner.skipValue()
          }
        }
      case ("unit", .object):
        for member in try JSONValue(&scanner).members ?? [] {
          units[member.key] = Self.unit(member.value)
        }
      default: try scanner.skipValue()
      }
    }
  }

  /// The unit the figures are in: the label, which counts a multiplier in ("thousands of persons"), else the base.
  private static func unit(_ value: JSONValue) -> String? {
    for key in ["label", "base"] {
      guard let text = value[key]?.text, !text.isEmpty else { continue }
      return text == "%" || text == "prosent" ? "per cent" : text
    }
    return nil
  }

  /// How many categories the dimension describes; `nil` where it describes none.
  var count: Int? {
    switch index {
    case .array(let codes): codes.count
    case .object(let positions): positions.count
    case nil: labels.isEmpty ? nil : labels.count
    }
  }

  /// The codes in the order of their positions.
  func codes(size: Int) throws(JSONStatProblem) -> [String] {
    guard let count else { throw .categoriesDiffer(dimension: id, size: size, categories: 0) }
    guard count == size else { throw .categoriesDiffer(dimension: id, size: size, categories: count) }
    var seen = Set<String>(minimumCapacity: size)
    switch index {
    case .array(let codes):
      for code in codes where !seen.insert(code).inserted {
        throw .duplicateCategory(dimension: id, category: code)
      }
      return codes
    case .object(let positions):
      var codes = [String](repeating: "", count: size)
      var taken = [Bool](repeating: false, count: size)
      for (code, position) in positions {
        guard seen.insert(code).inserted else { throw .duplicateCategory(dimension: id, category: code) }
        guard codes.indices.contains(position), !taken[position] else {
          throw .badPosition(dimension: id, category: code)
        }
        taken[position] = true
        codes[position] = code
      }
      return codes
    case nil:
      for (code, _) in labels where !seen.insert(code).inserted {
        throw .duplicateCategory(dimension: id, category: code)
      }
      return labels.map(\.code)
    }
  }

  /// The categories with their labels and units, in the order of their positions.
  func categories(size: Int) throws(JSONStatProblem) -> [Cube.Category] {
    var categories = try codes(size: size).map { code in
      Cube.Category(code: code, unit: units[code].map { Unit(rawValue: $0) })
    }
    // Labels nearly always come in the order of the positions; only where they do not is a lookup built.
    var positions: [String: Int]?
    for (place, entry) in labels.enumerated() {
      if place < categories.count, categories[place].code == entry.code {
        categories[place].label = entry.label
        continue
      }
      let lookup =
        positions
        ?? Dictionary(categories.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
      positions = lookup
      if let position = lookup[entry.code] { categories[position].label = entry.label }
    }
    return categories
  }
}

extension JSONScanner {
  /// The next value as a code: a string, or a whole number written without quotes.
  mutating func code() throws(JSONError) -> String {
    guard try peek() == .number else { return try string() }
    let start = position
    let value = try number()
    guard let whole = Int(exactly: value) else { throw failure(.expected("a code"), at: start) }
    return String(whole)
  }
}
