/// The members of one JSON-stat dataset as they stand in the text, before they are held against each other.
///
/// Members may come in any order, so nothing is interpreted before the object has ended. What has the wrong type is
/// remembered in ``problem`` and thrown only if the object turns out to be a dataset: other JSON has members called
/// `value` and `status` too.
struct JSONStatDataset {
  /// Figures, in row-major order or by position.
  enum Figures {
    case none
    case array([Double])
    case sparse([(index: Int, value: Double)])
  }

  /// Status texts: none, one for all cells, or by position.
  enum Statuses {
    case none
    case all(String)
    case array(count: Int, [(index: Int, text: String)])
    case sparse([(index: Int, text: String)])
  }

  var label: String?
  var source: String?
  var updated: String?
  var documentClass: String?
  var ids: [String]?
  var sizes: [JSONValue]?
  /// Dimension ids by role (`time`, `geo`, `metric`).
  var roles: [String: [String]] = [:]
  var dimensions: [JSONStatDimension]?
  var figures = Figures.none
  /// Strings among the figures, by position.
  var texts: [(index: Int, text: String)] = []
  var statuses = Statuses.none
  /// What the file says its signs mean.
  var legend: [String: String] = [:]
  /// The first member of a wrong type.
  var problem: JSONStatProblem?
  /// Datasets inside: the members of a 1.x bundle, or the embedded items of a collection.
  var parts: [JSONStatDataset] = []
  /// The name of a dataset in a bundle.
  var name: String?

  /// Whether the object is a dataset, with or without figures.
  var isDataset: Bool { dimensions != nil && documentClass != "dimension" && documentClass != "collection" }

  /// Reads the scanner's next value, which is an object.
  ///
  /// - Parameter nesting: How many levels of bundles and collections may still be inside.
  init(_ scanner: inout JSONScanner, nesting: Int) throws(JSONError) {
    var seen: Set<String> = []
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard seen.insert(key).inserted else { throw scanner.failure(.duplicateKey(key)) }
      switch key {
      case "label": label = try text(&scanner)
      case "source": source = try text(&scanner)
      case "updated": updated = try text(&scanner)
      case "class": documentClass = try text(&scanner)
      case "id": ids = try strings(&scanner)
      case "size": sizes = try JSONValue(&scanner).elements
      case "role": readRoles(try JSONValue(&scanner))
      case "extension": readLegend(try JSONValue(&scanner))
      case "dimension": try readDimensions(&scanner)
      case "value": try readFigures(&scanner)
      case "status": try readStatuses(&scanner)
      case "link" where nesting > 0: try readItems(&scanner, nesting: nesting - 1)
      case "version", "href", "note", "error", "link": try scanner.skipValue()
      default:
        if nesting > 0, try scanner.peek() == .object {
          var part = try JSONStatDataset(&scanner, nesting: 0)
          part.name = key
          parts.append(part)
        } else {
          try scanner.skipValue()
        }
      }
    }
    parts.removeAll { !$0.isDataset }
  }

  private mutating func text(_ scanner: inout JSONScanner) throws(JSONError) -> String? {
    if try scanner.peek() == .string { return try scanner.string() }
    try scanner.skipValue()
    return nil
  }

  private mutating func strings(_ scanner: inout JSONScanner) throws(JSONError) -> [String]? {
    guard case .array(let elements) = try JSONValue(&scanner) else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }

  mutating func readRoles(_ value: JSONValue) {
    for member in value.members ?? [] {
      roles[member.key] = (member.value.elements ?? []).compactMap(\.text)
    }
  }

  /// Legends of signs: `flags` as FHI writes them, `status` as json-stat.org's samples do.
  private mutating func readLegend(_ value: JSONValue) {
    for key in ["flags", "status"] {
      for entry in value[key]?["label"]?.members ?? [] { legend[entry.key] = entry.value.text }
    }
  }

  private mutating func readItems(_ scanner: inout JSONScanner, nesting: Int) throws(JSONError) {
    guard try scanner.peek() == .object else { return try scanner.skipValue() }
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard key == "item", try scanner.peek() == .array else {
        try scanner.skipValue()
        continue
      }
      try scanner.beginArray()
      while try scanner.nextElement() {
        guard try scanner.peek() == .object else {
          try scanner.skipValue()
          continue
        }
        let item = try JSONStatDataset(&scanner, nesting: nesting)
        parts.append(item)
      }
    }
  }

  /// The dimensions by id; in JSON-stat 1.x also `id`, `size` and `role`, which then stand here.
  private mutating func readDimensions(_ scanner: inout JSONScanner) throws(JSONError) {
    guard try scanner.peek() == .object else {
      problem = problem ?? .wrongType(member: "dimension", expected: "an object")
      return try scanner.skipValue()
    }
    var found: [JSONStatDimension] = []
    var seen: Set<String> = []
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard seen.insert(key).inserted else { throw scanner.failure(.duplicateKey(key)) }
      switch (key, try scanner.peek()) {
      case ("id", .array): ids = try strings(&scanner) ?? ids
      case ("size", .array): sizes = try JSONValue(&scanner).elements
      case ("role", .object):
        let saved = scanner
        let value = try JSONValue(&scanner)
        if value["category"] != nil {
          scanner = saved
          found.append(try JSONStatDimension(id: key, &scanner))
        } else {
          readRoles(value)
        }
      case (_, .object): found.append(try JSONStatDimension(id: key, &scanner))
      default: try scanner.skipValue()
      }
    }
    dimensions = found
  }

  // MARK: Figures

  private mutating func readFigures(_ scanner: inout JSONScanner) throws(JSONError) {
    let saved = scanner
    do {
      switch try scanner.peek() {
      case .array:
        var values: [Double] = []
        var found: [(index: Int, text: String)] = []
        try scanner.numbers(into: &values) { found.append(($0, $1)) }
        figures = .array(values)
        texts = found
      case .object: try readSparseFigures(&scanner)
      case .null: try scanner.null()
      default:
        problem = problem ?? .wrongType(member: "value", expected: "an array or an object")
        try scanner.skipValue()
      }
    } catch {
      // Elements of another kind than figures are an error only if this is a dataset; broken JSON always is.
      scanner = saved
      try scanner.skipValue()
      problem = problem ?? .wrongType(member: "value", expected: "numbers, signs and nulls")
    }
  }

  private mutating func readSparseFigures(_ scanner: inout JSONScanner) throws(JSONError) {
    var values: [(index: Int, value: Double)] = []
    try scanner.beginObject()
    while let index = try scanner.nextIndexKey() {
      switch try scanner.peek() {
      case .null:
        try scanner.null()
        values.append((index, .nan))
      case .string:
        texts.append((index, try scanner.string()))
        values.append((index, .nan))
      default: values.append((index, try scanner.number()))
      }
    }
    figures = .sparse(values)
  }

  private mutating func readStatuses(_ scanner: inout JSONScanner) throws(JSONError) {
    let saved = scanner
    do {
      var found: [(index: Int, text: String)] = []
      switch try scanner.peek() {
      case .string: statuses = .all(try scanner.string())
      case .array:
        var count = 0
        try scanner.beginArray()
        while try scanner.nextElement() {
          if try !scanner.nullIfPresent() { found.append((count, try scanner.string())) }
          count += 1
        }
        statuses = .array(count: count, found)
      case .object:
        try scanner.beginObject()
        while let index = try scanner.nextIndexKey() {
          if try !scanner.nullIfPresent() { found.append((index, try scanner.string())) }
        }
        statuses = .sparse(found)
      case .null: try scanner.null()
      default:
        problem = problem ?? .wrongType(member: "status", expected: "an array, an object or a string")
        try scanner.skipValue()
      }
    } catch {
      scanner = saved
      try scanner.skipValue()
      problem = problem ?? .wrongType(member: "status", expected: "texts and nulls")
    }
  }
}
