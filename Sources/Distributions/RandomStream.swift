/// A stream of random numbers that belongs to a (seed, series, replicate) and to nothing else.
///
///     var stream = RandomStream(seed: 2026, series: 17, replicate: 3)
///     stream.uniform()        // the same on every machine and any number of threads
///
/// The numbers are a function of the key and a counter (Philox4x64-10), so streams need no order among themselves:
/// whichever thread draws for series 17 gets the same numbers. Different keys give independent streams of 2⁶⁶ words.
/// Everything here is our own arithmetic on those words; the standard library's `random(in:using:)` may change
/// between releases, and results must not.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: (UInt64, UInt64)
  private let replicate: UInt64
  private var block: UInt64 = 0
  private var words: Philox.Block = (0, 0, 0, 0)
  private var used = 4

  /// The stream of one replicate of one series under a seed.
  public init(seed: UInt64, series: Int = 0, replicate: Int = 0) {
    key = (seed, UInt64(bitPattern: Int64(series)))
    self.replicate = UInt64(bitPattern: Int64(replicate))
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    if used == 4 {
      words = Philox.block(counter: (block, replicate, 0, 0), key: key)
      block &+= 1
      used = 0
    }
    used += 1
    switch used {
    case 1: return words.0
    case 2: return words.1
    case 3: return words.2
    default: return words.3
    }
  }

  /// A uniform number in [0, 1): a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A uniform number in (0, 1), symmetric about ½ and never at an end: an odd multiple of 2⁻⁵³.
  public mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A whole number in 0..<bound, each with the same probability (Lemire 2019, arXiv:1805.10941).
  ///
  /// - Throws: ``DistributionError/domain(function:argument:)`` unless `bound` is positive.
  public mutating func integer(below bound: Int) throws(DistributionError) -> Int {
    guard bound > 0 else { throw .domain(function: "integer(below:)", argument: Double(bound)) }
    return uncheckedInteger(below: UInt64(bound))
  }

  /// Puts the elements in random order, every order with the same probability (Fisher and Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, uncheckedInteger(below: UInt64(last + 1)))
    }
  }

  private mutating func uncheckedInteger(below bound: UInt64) -> Int {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }
}
