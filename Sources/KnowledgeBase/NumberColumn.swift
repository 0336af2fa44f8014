/// How one column of numbers of a chunk is written. The raw values are stored on disk and never change.
enum NumberCodec: UInt8 {
  /// The panel has no such column.
  case absent = 0
  /// No cell has a number.
  case empty = 1
  /// The 64 bits of every number, shuffled.
  case bits = 2
  /// number · 10^decimals as a zigzag integer of 32 bits, shuffled.
  case integers = 3
  /// The same, each but the first of a zone's series as the difference from the one before.
  case differences = 4
  /// value = multiplier · numerator / denominator, bit for bit.
  case quotient = 5
  /// value = numerator / denominator · multiplier, bit for bit.
  case scaledShare = 6
  /// value = numerator, bit for bit.
  case numerator = 7

  /// Whether the numbers follow from the other columns, so that nothing is stored.
  var isDerived: Bool { self == .quotient || self == .scaledShare || self == .numerator }

  /// The bytes a cell takes before compression.
  var width: Int {
    switch self {
    case .bits: 8
    case .integers, .differences: 4
    default: 0
    }
  }
}

/// One column of numbers of a chunk, encoded but not yet compressed.
struct NumberColumn {
  /// How it is written.
  var codec: NumberCodec
  /// The power of ten of the integer codecs.
  var decimals: UInt8 = 0
  /// The planes; empty where the codec stores nothing.
  var planes: [UInt8] = []

  /// The 32-bit word of a cell without a number.
  static let none = UInt32.max
  /// Integers up to this size are written as such: differences of two then stay clear of ``none``.
  private static let largest = Double(1 << 29)

  /// Encodes a column so that every number comes back bit for bit; what is not a number comes back as NaN.
  ///
  /// - Parameters:
  ///   - numbers: The column of the chunk, [zone][period].
  ///   - periods: Cells a series.
  static func encode(_ numbers: ArraySlice<Double>, periods: Int) -> NumberColumn {
    guard numbers.contains(where: { !$0.isNaN }) else { return NumberColumn(codec: .empty) }
    for decimals in UInt8(0)...3 {
      guard let words = integers(numbers, scale: scale(decimals)) else { continue }
      return smaller(words, periods: periods, decimals: decimals)
    }
    // All NaNs become one NaN, so that equal panels are equal bytes.
    let words = numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    return NumberColumn(codec: .bits, planes: ByteShuffle.shuffle(words))
  }

  /// 10^decimals; exact.
  static func scale(_ decimals: UInt8) -> Double {
    switch decimals {
    case 0: 1
    case 1: 10
    case 2: 100
    default: 1000
    }
  }

  /// number · scale of every number, or `nil` where one does not come back bit for bit.
  private static func integers(_ numbers: ArraySlice<Double>, scale: Double) -> [Int32]? {
    var result: [Int32] = []
    result.reserveCapacity(numbers.count)
    for number in numbers {
      if number.isNaN {
        result.append(.min)
        continue
      }
      let scaled = (number * scale).rounded()
      guard abs(scaled) <= largest else { return nil }
      let integer = Int32(scaled)
      guard (Double(integer) / scale).bitPattern == number.bitPattern else { return nil }
      result.append(integer)
    }
    return result
  }

  /// Plain integers or differences, whichever need fewer bits. The choice rests on the numbers alone, never on what the
  /// compressor makes of them, so that a panel's digest outlives a version of the compressor.
  private static func smaller(_ integers: [Int32], periods: Int, decimals: UInt8) -> NumberColumn {
    var plain: [UInt32] = []
    var differences: [UInt32] = []
    plain.reserveCapacity(integers.count)
    differences.reserveCapacity(integers.count)
    var plainBits = 0
    var differenceBits = 0
    var last: Int32 = 0
    for (cell, integer) in integers.enumerated() {
      if cell % max(1, periods) == 0 { last = 0 }
      guard integer != .min else {
        plain.append(none)
        differences.append(none)
        continue
      }
      let own = zigzag(integer)
      let change = zigzag(integer &- last)
      plain.append(own)
      differences.append(change)
      plainBits += 32 - own.leadingZeroBitCount
      differenceBits += 32 - change.leadingZeroBitCount
      last = integer
    }
    if differenceBits < plainBits {
      return NumberColumn(
        codec: .differences, decimals: decimals, planes: ByteShuffle.shuffle(differences))
    }
    return NumberColumn(codec: .integers, decimals: decimals, planes: ByteShuffle.shuffle(plain))
  }

  @inline(__always) private static func zigzag(_ number: Int32) -> UInt32 {
    UInt32(bitPattern: (number &<< 1) ^ (number >> 31))
  }

  @inline(__always) private static func unzigzag(_ word: UInt32) -> Int32 {
    Int32(bitPattern: word >> 1) ^ (0 &- Int32(bitPattern: word & 1))
  }

  /// Decodes planes into `target`.
  ///
  /// - Precondition: `planes.count == codec.width · target.count`, the bounds proof of every load below.
  static func decode(
    _ planes: UnsafeRawBufferPointer, codec: NumberCodec, decimals: UInt8, periods: Int,
    into target: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(planes.count == codec.width * target.count, "planes of another size")
    let count = target.count
    guard let bytes = planes.assumingMemoryBound(to: UInt8.self).baseAddress, count > 0 else {
      target.update(repeating: .nan)
      return
    }
    let scale = scale(decimals)
    switch codec {
    case .bits:
      for i in 0..<count { target[i] = Double(bitPattern: ByteShuffle.word64(bytes, count, i)) }
    case .integers:
      for i in 0..<count {
        let word = ByteShuffle.word32(bytes, count, i)
        let number = Double(unzigzag(word))
        target[i] = word == none ? .nan : number
      }
    case .differences:
      // Words first, in a loop without carried sums that runs on vectors; then the sums, without branches.
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { words in
        for i in 0..<count { words[i] = ByteShuffle.word32(bytes, count, i) }
        let length = max(1, periods)
        var row = 0
        while row < count {
          var last: Int32 = 0
          for i in row..<min(row + length, count) {
            let word = words[i]
            last = last &+ (word == none ? 0 : unzigzag(word))
            target[i] = word == none ? .nan : Double(last)
          }
          row += length
        }
      }
    default:
      target.update(repeating: .nan)
    }
    if codec == .integers || codec == .differences, decimals > 0 {
      for i in 0..<count { target[i] /= scale }
    }
  }
}
