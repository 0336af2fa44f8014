import Foundation

/// A hash table from the bytes of a cell to a code, in the order of first appearance.
///
/// The labels are not copied: each is a pointer into the source (or into memory this table owns, for cells with
/// doubled quotation marks), so adding one costs no allocation. Keys of at most 16 bytes are compared in two words.
///
/// Memory safety: every pointer handed to ``code(for:count:)`` must stay valid as long as the table, and at least
/// 16 bytes from it must be loadable. The parser guarantees both: its source is padded
/// (``ByteSource/padding`` ≥ 16) and outlives the tables. `slots` has `mask + 1` entries, a power of two, and
/// every index is taken with `& mask`; `labels` has `capacity` entries and grows before `count` reaches it.
struct LabelTable {
  /// Where a label begins and how many bytes it has.
  struct Label {
    var start: UnsafePointer<UInt8>
    var count: Int
  }

  private struct Slot {
    var first: UInt64
    var second: UInt64
    var length: Int
    var code: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var labels: UnsafeMutablePointer<Label>
  private(set) var count = 0
  private var capacity: Int
  private var owned: [UnsafeMutablePointer<UInt8>] = []

  init() {
    mask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: Slot(first: 0, second: 0, length: -1, code: 0), count: 256)
    capacity = 128
    labels = .allocate(capacity: 128)
  }

  /// Frees everything; the table must not be used afterwards.
  func deallocate() {
    slots.deallocate()
    labels.deallocate()
    for memory in owned { memory.deallocate() }
  }

  /// The first `count` bytes (at most 8) at `start` as a word whose other bytes are zero.
  @inline(__always)
  private static func word(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    return count >= 8 ? word : word & ~(UInt64.max << (8 &* UInt64(truncatingIfNeeded: count)))
  }

  @inline(__always)
  private static func key(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
    let raw = UnsafeRawPointer(start)
    if count <= 8 { return (word(raw, count), 0) }
    if count <= 16 { return (word(raw, 8), word(raw + 8, count - 8)) }
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= count {
      hash = (hash ^ word(raw + offset, 8)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    return (hash, word(raw + (count - 8), 8))
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ second: UInt64, _ count: Int) -> Int {
    var hash = (first ^ (second &* 0xC4CE_B9FE_1A85_EC53)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = (hash &+ UInt64(truncatingIfNeeded: count)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: hash >> 20)
  }

  /// The code of the label of `count` bytes at `start`, new or known.
  @inline(__always)
  mutating func code(for start: UnsafePointer<UInt8>, count length: Int) -> UInt32 {
    let (first, second) = Self.key(start, length)
    var index = Self.slot(first, second, length) & mask
    while true {
      let slot = slots[index]
      if slot.length == length, slot.first == first, slot.second == second {
        if length <= 16 || memcmp(labels[Int(slot.code)].start, start, length) == 0 { return slot.code }
      } else if slot.length < 0 {
        return insert(start, length, first, second, at: index)
      }
      index = (index &+ 1) & mask
    }
  }

  /// As ``code(for:count:)`` for bytes that do not outlive the call; a new label is copied.
  mutating func code(copying bytes: [UInt8]) -> UInt32 {
    let known = count
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 16)
    memory.initialize(repeating: 0, count: bytes.count + 16)
    for (offset, byte) in bytes.enumerated() { memory[offset] = byte }
    let code = code(for: memory, count: bytes.count)
    if count > known { owned.append(memory) } else { memory.deallocate() }
    return code
  }

  @inline(never)
  private mutating func insert(
    _ start: UnsafePointer<UInt8>, _ length: Int, _ first: UInt64, _ second: UInt64, at index: Int
  ) -> UInt32 {
    if count == capacity {
      let larger = UnsafeMutablePointer<Label>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: labels, count: count)
      labels.deallocate()
      labels = larger
      capacity *= 2
    }
    let code = UInt32(truncatingIfNeeded: count)
    (labels + count).initialize(to: Label(start: start, count: length))
    slots[index] = Slot(first: first, second: second, length: length, code: code)
    count += 1
    if count * 2 > mask { grow() }
    return code
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(first: 0, second: 0, length: -1, code: 0), count: mask + 1)
    for position in 0..<oldCount where old[position].length >= 0 {
      let slot = old[position]
      var index = Self.slot(slot.first, slot.second, slot.length) & mask
      while slots[index].length >= 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
    old.deallocate()
  }
}
