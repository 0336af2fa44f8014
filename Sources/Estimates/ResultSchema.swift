import Synchronization

/// The type of a result column.
public enum ResultType: String, Sendable, CaseIterable {
  /// Text.
  case text
  /// A whole number.
  case integer
  /// A number.
  case number
  /// True or false.
  case boolean
  /// A list of texts.
  case texts
}

/// One column of a result: key, type, unit and what it means.
public struct ResultColumn: Sendable, Hashable {
  /// The key: English snake_case, never translated.
  public let key: String
  /// The type.
  public let type: ResultType
  /// The unit; `nil` where the column has none or the row's `unit` holds.
  public let unit: String?
  /// What it means, one sentence.
  public let about: String

  /// A column.
  public init(_ key: String, _ type: ResultType, unit: String? = nil, _ about: String) {
    self.key = key
    self.type = type
    self.unit = unit
    self.about = about
  }
}

/// The columns of a result table; every verb declares one.
public struct ResultSchema: Sendable, Hashable {
  /// The verb, such as `trend`.
  public let verb: String
  /// The table: `rows`, or an extra one such as `donors`.
  public let table: String
  /// The columns, in order.
  public let columns: [ResultColumn]
  private let index: KeyIndex

  /// A schema; of two columns with the same key the first counts.
  public init(verb: String, table: String = "rows", columns: [ResultColumn]) {
    self.verb = verb
    self.table = table
    var seen: Set<String> = []
    self.columns = columns.filter { seen.insert($0.key).inserted }
    self.index = KeyIndex(self.columns.map(\.key))
  }

  /// The key of the column that ``split(by:)`` adds for a dimension: the dimension itself, or with `_category` after it
  /// where the schema has such a key already, since a foreign file may call a dimension `period` or `n`.
  public func key(ofDimension dimension: String) -> String {
    var key = dimension
    while position(of: key) != nil { key += "_category" }
    return key
  }

  /// The schema with a text column for each dimension the rows are split by, after `zone`. The keys are those of
  /// ``key(ofDimension:)``, asked of this schema.
  public func split(by dimensions: [String]) -> ResultSchema {
    guard !dimensions.isEmpty else { return self }
    // Every row of a verb asks for the same split.
    if let known = knownSplits.withLock({ $0.first { $0.from == self && $0.dimensions == dimensions } }) {
      return known.result
    }
    let added = dimensions.map(key(ofDimension:)).map {
      ResultColumn($0, .text, "The category of the dimension the row is about.")
    }
    let place =
      (columns.firstIndex { $0.key == "zone_name" } ?? columns.firstIndex { $0.key == "zone" }) ?? -1
    var all = columns
    all.insert(contentsOf: added, at: place + 1)
    let result = ResultSchema(verb: verb, table: table, columns: all)
    knownSplits.withLock { known in
      if known.count >= 16 { known.removeFirst() }
      known.append((from: self, dimensions: dimensions, result: result))
    }
    return result
  }

  /// The position of a key; `nil` where the schema has none.
  public func position(of key: String) -> Int? {
    index.candidates(for: key) { columns[$0].key == key }
  }
}

/// Where keys are in a list: a small open hash table, since rows of millions are filled by key.
private struct KeyIndex: Sendable, Hashable {
  private let slots: [Int16]
  private let mask: Int

  init(_ keys: [String]) {
    // At most half full, so that a search for a key that is not there soon meets a free slot.
    var size = 16
    while size < 2 * keys.count { size *= 2 }
    var slots = [Int16](repeating: -1, count: size)
    for (position, key) in keys.enumerated() {
      var slot = KeyIndex.hash(key) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int16(clamping: position)
    }
    self.slots = slots
    self.mask = size - 1
  }

  /// The first position in the key's chain that is the key's.
  func candidates(for key: String, isKey: (Int) -> Bool) -> Int? {
    var slot = KeyIndex.hash(key) & mask
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if isKey(position) { return position }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// FNV-1a: keys are short, and nobody chooses them to collide.
  private static func hash(_ key: String) -> Int {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: state ^ (state >> 32))
  }
}

/// The splits asked for last. A function of its key alone, so it changes no answer.
private let knownSplits = Mutex<[(from: ResultSchema, dimensions: [String], result: ResultSchema)]>([])
