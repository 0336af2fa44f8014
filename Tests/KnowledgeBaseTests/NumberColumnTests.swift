import Testing

@testable import KnowledgeBase

@Suite struct NumberColumnTests {
  /// What comes back, by way of the compressor.
  private func roundTrip(_ numbers: [Double], periods: Int) -> (NumberColumn, [UInt64]) {
    let column = NumberColumn.encode(numbers[...], periods: periods)
    var result = [Double](repeating: 0, count: numbers.count)
    column.planes.withUnsafeBytes { planes in
      result.withUnsafeMutableBufferPointer {
        NumberColumn.decode(
          planes, codec: column.codec, decimals: column.decimals, periods: periods, into: $0)
      }
    }
    return (column, result.map(\.bitPattern))
  }

  @Test(
    arguments: [
      ([1, 2, .nan, 3, -4, 0], NumberCodec.integers, 0),
      ([100_001, 100_002, 100_003, .nan, 100_004, 100_010], .differences, 0),
      ([12.3, 0.1, -7.7, 4, .nan, 5.5], .integers, 1),
      ([12.34, 0.01, -7.7, 4, .nan, 5.5], .integers, 2),
      ([0.001, 2, 3, 4, 5, 6], .differences, 3),
      ([1.0 / 3, 2, 3, 4, 5, 6], .bits, 0),
      ([-0.0, 2, 3, 4, 5, 6], .bits, 0),
      ([.infinity, 2, 3, 4, 5, 6], .bits, 0),
      ([1e300, .leastNonzeroMagnitude, 3, 4, 5, -1e-300], .bits, 0),
      ([Double(1 << 29), -Double(1 << 29), 0, 1, 2, Double(1 << 29)], .integers, 0),
      ([Double(1 << 29) + 1, 2, 3, 4, 5, 6], .bits, 0),
      ([.nan, .nan, .nan, .nan, .nan, .nan], .empty, 0),
    ] as [([Double], NumberCodec, UInt8)])
  func theSmallestCodecThatKeepsEveryBit(numbers: [Double], codec: NumberCodec, decimals: UInt8) {
    let (column, bits) = roundTrip(numbers, periods: 3)
    #expect(column.codec == codec)
    #expect(column.decimals == decimals)
    #expect(bits == numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern })
  }

  /// One third of all bit patterns of a random word are reached with equal odds, so exponents of every size come by.
  @Test func anyBitsComeBack() {
    var generator = SplitMix(seed: 11)
    for length in [1, 2, 7, 8, 9, 63, 64, 65, 500] {
      let numbers = (0..<length).map { _ in Double(bitPattern: generator.next()) }
      let (_, bits) = roundTrip(numbers, periods: 4)
      #expect(bits == numbers.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern })
    }
  }
}
