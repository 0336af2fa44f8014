import Indicators

/// Some zones of a panel: the unit that is written, checked and read as one.
///
/// A stored chunk is a header of four entries (statuses, values, numerators, denominators; each codec, decimals, two
/// zero bytes and the compressed length) and the four compressed sections in that order, little-endian throughout.
struct PanelChunk {
  /// Zones a chunk: a chunk of 25 years is 26 kB a column, so that it is decoded and checked within the fastest caches,
  /// and one zone costs one chunk to read.
  static let zones = 128
  /// The first byte of every stored chunk.
  static let format: UInt8 = 1
  /// Format byte and four entries of eight bytes.
  static let headerLength = 1 + 4 * 8

  /// The status bytes; a single one where all cells share it.
  var statuses: [UInt8]
  /// Whether ``statuses`` is a single byte for all cells.
  var hasOneStatus: Bool
  /// The three columns of numbers.
  var values: NumberColumn
  /// See ``values``.
  var numerators: NumberColumn
  /// See ``values``.
  var denominators: NumberColumn

  /// Encodes the zones of a chunk.
  init(_ panel: Panel, zones: Range<Int>) {
    let periods = panel.periods.count
    let cells = zones.lowerBound * periods..<zones.upperBound * periods
    let bytes = panel.statuses[cells].map(\.rawValue)
    if let first = bytes.first, bytes.allSatisfy({ $0 == first }) {
      self.statuses = [first]
      self.hasOneStatus = true
    } else {
      self.statuses = bytes
      self.hasOneStatus = false
    }
    func column(_ numbers: [Double]?) -> NumberColumn {
      numbers.map { NumberColumn.encode($0[cells], periods: periods) } ?? NumberColumn(codec: .absent)
    }
    self.numerators = column(panel.numerators)
    self.denominators = column(panel.denominators)
    if let codec = PanelChunk.derivation(of: panel, cells) {
      self.values = NumberColumn(codec: codec)
    } else {
      self.values = NumberColumn.encode(panel.values[cells], periods: periods)
    }
  }

  /// The rule by which all values of the cells follow from their numerators and denominators, bit for bit.
  private static func derivation(of panel: Panel, _ cells: Range<Int>) -> NumberCodec? {
    guard let numerators = panel.numerators else { return nil }
    let multiplier = panel.multiplier + 0  // SQLite keeps no negative zero.
    func holds(_ codec: NumberCodec, _ denominators: [Double]) -> Bool {
      cells.allSatisfy { cell in
        !panel.statuses[cell].isObserved
          || derived(codec, multiplier, numerators[cell], denominators[cell]).bitPattern
            == panel.values[cell].bitPattern
      }
    }
    if holds(.numerator, numerators) { return .numerator }
    guard let denominators = panel.denominators else { return nil }
    return [.quotient, .scaledShare].first { holds($0, denominators) }
  }

  @inline(__always)
  private static func derived(
    _ codec: NumberCodec, _ multiplier: Double, _ numerator: Double, _ denominator: Double
  ) -> Double {
    switch codec {
    case .quotient: multiplier * numerator / denominator
    case .scaledShare: numerator / denominator * multiplier
    default: numerator
    }
  }

  /// The digest of the encoded, uncompressed chunk.
  var digest: String {
    var hash = SHA256()
    hash.update([PanelChunk.format, hasOneStatus ? 1 : 2])
    hash.update(statuses)
    for column in [values, numerators, denominators] {
      hash.update([column.codec.rawValue, column.decimals])
      hash.update(column.planes)
    }
    return hash.finish()
  }

  /// The chunk as it is stored; `nil` where there is no memory, or a section is larger than the format can say.
  func compressed(with compressor: borrowing ZstandardCompressor) -> [UInt8]? {
    var header: [UInt8] = [PanelChunk.format]
    var body: [UInt8] = []
    func entry(_ codec: UInt8, _ decimals: UInt8, _ section: [UInt8]) -> Bool {
      guard let length = UInt32(exactly: section.count) else { return false }
      header += [codec, decimals, 0, 0]
      withUnsafeBytes(of: length.littleEndian) { header.append(contentsOf: $0) }
      body += section
      return true
    }
    let marks = hasOneStatus ? statuses : compressor.compress(statuses)
    guard let marks, entry(hasOneStatus ? 1 : 2, 0, marks) else { return nil }
    for column in [values, numerators, denominators] {
      guard let section = column.planes.isEmpty ? [] : compressor.compress(column.planes),
        entry(column.codec.rawValue, column.decimals, section)
      else { return nil }
    }
    return header + body
  }

  /// Where a chunk's numbers go: the chunk's part of the panel's columns.
  struct Target: @unchecked Sendable {
    // Unchecked: each chunk is given its own disjoint part of the columns.
    var values: UnsafeMutableBufferPointer<Double>
    var numerators: UnsafeMutableBufferPointer<Double>?
    var denominators: UnsafeMutableBufferPointer<Double>?
    var statuses: UnsafeMutableRawBufferPointer

    /// The part of some cells.
    func part(_ cells: Range<Int>) -> Target {
      func part(_ column: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
        UnsafeMutableBufferPointer(rebasing: column[cells])
      }
      return Target(
        values: part(values), numerators: numerators.map(part), denominators: denominators.map(part),
        statuses: UnsafeMutableRawBufferPointer(rebasing: statuses[cells]))
    }
  }

  /// Reads a stored chunk into its target; false where it is damaged, or a number contradicts its status. The target's contents are then undefined numbers,
  /// never uninitialised memory used by a caller: callers drop them.
  ///
  /// - Parameters:
  ///   - valuesOnly: Whether numerators and denominators are wanted only where the values follow from them; their part of
  ///     the target is then undefined numbers.
  ///   - scratch: Memory reused between chunks.
  static func read(
    _ stored: UnsafeRawBufferPointer, multiplier: Double, periods: Int, valuesOnly: Bool, into target: Target,
    with decompressor: borrowing ZstandardDecompressor, scratch: inout [UInt8]
  ) -> Bool {
    guard stored.count >= headerLength, stored[0] == format else { return false }
    var offset = headerLength
    var sections: [(codec: UInt8, decimals: UInt8, bytes: UnsafeRawBufferPointer)] = []
    for entry in 0..<4 {
      let at = 1 + entry * 8
      let length = Int(
        UInt32(littleEndian: stored.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)))
      guard length <= stored.count - offset else { return false }
      sections.append(
        (stored[at], stored[at + 1], UnsafeRawBufferPointer(rebasing: stored[offset..<offset + length])))
      offset += length
    }
    guard offset == stored.count,
      let isAllObserved = readStatuses(sections[0], into: target.statuses, decompressor),
      let codec = NumberCodec(rawValue: sections[1].codec)
    else { return false }
    func column(
      _ section: (codec: UInt8, decimals: UInt8, bytes: UnsafeRawBufferPointer),
      _ column: UnsafeMutableBufferPointer<Double>?, scratch: inout [UInt8]
    ) -> Bool {
      guard let codec = NumberCodec(rawValue: section.codec), section.decimals <= 3 else { return false }
      guard let column else { return codec == .absent && section.bytes.isEmpty }
      guard codec != .absent, !codec.isDerived else { return false }
      let needed = codec.width * column.count
      if scratch.count < needed { scratch = [UInt8](repeating: 0, count: needed) }
      return scratch.withUnsafeMutableBytes { memory in
        let planes = UnsafeMutableRawBufferPointer(rebasing: memory[..<needed])
        guard needed == 0 ? section.bytes.isEmpty : decompressor.decompress(section.bytes, into: planes)
        else { return false }
        NumberColumn.decode(
          UnsafeRawBufferPointer(planes), codec: codec, decimals: section.decimals, periods: periods,
          into: column)
        return true
      }
    }
    func agrees(_ column: UnsafeMutableBufferPointer<Double>?, mayBeKnown: Bool = false) -> Bool {
      // Asked while the column is in the cache. What no reader ever gets need not agree.
      column.map {
        PanelCells.agree(
          UnsafeBufferPointer($0), UnsafeRawBufferPointer(target.statuses), mayBeKnown: mayBeKnown)
      } ?? true
    }
    if !valuesOnly || codec.isDerived {
      guard column(sections[2], target.numerators, scratch: &scratch),
        valuesOnly || agrees(target.numerators)
      else { return false }
    }
    if !valuesOnly || (codec.isDerived && codec != .numerator) {
      guard column(sections[3], target.denominators, scratch: &scratch),
        valuesOnly || agrees(target.denominators, mayBeKnown: true)
      else { return false }
    }
    if codec.isDerived {
      guard sections[1].bytes.isEmpty, derive(codec, multiplier, target, isAllObserved: isAllObserved) else {
        return false
      }
    } else {
      guard column(sections[1], target.values, scratch: &scratch) else { return false }
    }
    return agrees(target.values)
  }

  /// Reads the statuses and says whether all cells are observed; `nil` where they are damaged.
  private static func readStatuses(
    _ section: (codec: UInt8, decimals: UInt8, bytes: UnsafeRawBufferPointer),
    into target: UnsafeMutableRawBufferPointer, _ decompressor: borrowing ZstandardDecompressor
  ) -> Bool? {
    if section.codec == 1 {
      guard section.bytes.count == 1, let status = CellStatus(rawValue: section.bytes[0]) else { return nil }
      for i in target.indices { target[i] = status.rawValue }
      return status.isObserved
    }
    guard section.codec == 2, decompressor.decompress(section.bytes, into: target) else { return nil }
    var highest: UInt8 = 0
    for i in target.indices { highest = max(highest, target[i] & 0x0F) }
    return CellStatus(rawValue: highest).map(\.isObserved)
  }

  /// Computes values from numerators and denominators. All columns of a target have the same count.
  private static func derive(
    _ codec: NumberCodec, _ multiplier: Double, _ target: Target, isAllObserved: Bool
  )
    -> Bool
  {
    guard let numerators = target.numerators else { return false }
    let count = target.values.count
    switch (codec, target.denominators) {
    case (.numerator, _):
      for i in 0..<count { target.values[i] = numerators[i] }
    case (.quotient, let denominators?):
      for i in 0..<count { target.values[i] = multiplier * numerators[i] / denominators[i] }
    case (.scaledShare, let denominators?):
      for i in 0..<count { target.values[i] = numerators[i] / denominators[i] * multiplier }
    default: return false
    }
    guard !isAllObserved else { return true }
    // Kind 0 of the low four bits is `observed`; everything else has no value, whatever stands behind it.
    for i in 0..<count where target.statuses[i] & 0x0F != 0 { target.values[i] = .nan }
    return true
  }
}
