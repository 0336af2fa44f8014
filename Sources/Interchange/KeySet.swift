/// Finds records with the same coordinates. Keys are mixed-radix numbers of the coordinates; a table of them is a bit
/// for every combination where that is small, a hash table otherwise.
struct KeySet {
  private let sizes: [UInt64]
  private var first: [UInt32]
  private var known: [UInt64: Int] = [:]
  private let isDense: Bool
  private let overflows: Bool

  init(sizes: [Int], count: Int) {
    self.sizes = sizes.map { UInt64(clamping: max(1, $0)) }
    var product: UInt64 = 1
    var overflow = false
    for size in self.sizes {
      let step = product.multipliedReportingOverflow(by: size)
      product = step.partialValue
      overflow = overflow || step.overflow
    }
    overflows = overflow
    // A place for each combination costs four bytes, a hashed record about forty.
    isDense = !overflow && product <= UInt64(clamping: max(count, 1 << 16)) * 8 && count < Int(UInt32.max)
    first = isDense ? [UInt32](repeating: 0, count: Int(product)) : []
    if !isDense { known.reserveCapacity(count) }
  }

  /// `key` extended by the coordinate of one axis. Where the sizes multiply beyond 64 bits, keys are hashes, and the
  /// caller compares the coordinates of two records with one key.
  func key(_ key: UInt64, _ axis: Int, _ coordinate: Int32) -> UInt64 {
    let next = UInt64(UInt32(bitPattern: coordinate))
    guard overflows else { return key &* sizes[axis] &+ next }
    let mixed = (key ^ next) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// The earlier record with this key, if there is one; otherwise remembers `record`.
  mutating func insert(_ key: UInt64, _ record: Int) -> Int? {
    if isDense {
      let place = Int(truncatingIfNeeded: key)
      if first[place] != 0 { return Int(first[place]) - 1 }
      first[place] = UInt32(truncatingIfNeeded: record + 1)
      return nil
    }
    if let earlier = known[key] { return earlier }
    known[key] = record
    return nil
  }
}
