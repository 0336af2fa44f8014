import Scheduler

/// What one pass over a text finds: line ends, quotation marks and how its bytes fit UTF-8, block by block.
///
/// The counts of a block let a parser start in the middle of a file: quotation marks before it say whether a line end
/// is inside a cell, line ends before it say which line it is and how many rows can lie before it.
struct ByteProfile: Sendable {
  /// The counts of one block of ``blockSize`` bytes.
  struct Block: Sendable {
    var lineEnds = 0
    var quotes = 0
    var validSequences = 0
    var invalidSequences = 0
  }

  /// Bytes of a block.
  let blockSize: Int
  /// The blocks, in order.
  let blocks: [Block]
  /// Sequences of several bytes that are valid UTF-8.
  let validSequences: Int
  /// Bytes that begin no valid UTF-8 sequence.
  let invalidSequences: Int

  /// Profiles `bytes`; `lineEnd` is the byte that ends a line.
  init(
    _ bytes: UnsafeRawBufferPointer, lineEnd: UInt8, blockSize: Int = 1 << 20, threads: ThreadLimit = .cores
  ) {
    let count = bytes.count == 0 ? 0 : (bytes.count - 1) / blockSize + 1
    var blocks = [Block](repeating: Block(), count: count)
    blocks.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      let target = SharedPointer(pointer: first)
      nonisolated(unsafe) let bytes = bytes
      parallelFor(count, threads: threads) { range in
        for index in range {
          let lower = index * blockSize
          let upper = min(bytes.count, lower + blockSize)
          target.pointer[index] = Self.profile(bytes, lower..<upper, lineEnd: lineEnd)
        }
      }
    }
    self.blockSize = blockSize
    self.blocks = blocks
    validSequences = blocks.reduce(0) { $0 + $1.validSequences }
    invalidSequences = blocks.reduce(0) { $0 + $1.invalidSequences }
  }

  /// Counts of the bytes in `range`. A sequence belongs to the block of its first byte.
  private static func profile(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, lineEnd: UInt8) -> Block {
    var block = Block()
    // The first byte that no sequence covers yet; a sequence that began in the block before is counted there.
    var uncovered = range.lowerBound
    var back = range.lowerBound
    while back > 0, range.lowerBound - back < 3, bytes[back - 1] & 0xC0 == 0x80 { back -= 1 }
    if back > 0, bytes[back - 1] >= 0xC0 {
      uncovered = max(uncovered, back - 1 + sequenceLength(bytes, at: back - 1))
    }

    func cover(_ index: Int) {
      guard index >= uncovered else { return }
      let length = sequenceLength(bytes, at: index)
      if length > 1 { block.validSequences += 1 } else { block.invalidSequences += 1 }
      uncovered = index + length
    }

    // Line ends and quotation marks are ASCII and never part of a longer sequence, so they are counted in every byte.
    typealias Lanes = SIMD16<UInt8>
    let lineEnds = Lanes(repeating: lineEnd)
    let quotes = Lanes(repeating: 0x22)
    let one = Lanes(repeating: 1)
    var index = range.lowerBound
    while index + 16 <= range.upperBound {
      var lineLanes = Lanes.zero
      var quoteLanes = Lanes.zero
      // A lane gains at most one a round, so 255 rounds cannot overflow it.
      let stop = min(range.upperBound - 15, index + 255 * 16)
      while index < stop {
        // In bounds: index + 16 ≤ upperBound ≤ bytes.count.
        let word = bytes.loadUnaligned(fromByteOffset: index, as: Lanes.self)
        lineLanes &+= one.replacing(with: 0, where: word .!= lineEnds)
        quoteLanes &+= one.replacing(with: 0, where: word .!= quotes)
        let halves = unsafeBitCast(word, to: SIMD2<UInt64>.self)
        if (halves[0] | halves[1]) & 0x8080_8080_8080_8080 != 0 {
          for half in 0..<2 {
            var high = UInt64(littleEndian: halves[half]) & 0x8080_8080_8080_8080
            while high != 0 {
              cover(index + 8 * half + high.trailingZeroBitCount >> 3)
              high &= high - 1
            }
          }
        }
        index += 16
      }
      for lane in 0..<16 {
        block.lineEnds += Int(lineLanes[lane])
        block.quotes += Int(quoteLanes[lane])
      }
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == lineEnd { block.lineEnds += 1 }
      if byte == 0x22 { block.quotes += 1 }
      if byte >= 0x80 { cover(index) }
      index += 1
    }
    return block
  }

  /// Bytes of the valid UTF-8 sequence of several bytes that begins at `index`; 1 where there is none.
  ///
  /// The ranges are those of table 3-7 of the Unicode Standard.
  static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch lead {
    case 0xC2...0xDF: return continues(1) ? 2 : 1
    case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 1
    case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 1
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 1
    case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 1
    case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 1
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 1
    default: return 1
    }
  }
}
