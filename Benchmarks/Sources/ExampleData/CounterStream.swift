/// Uniform numbers that depend on nothing but a key and a position.
///
/// The figures of the example are committed, so the same seed must give the same bytes on every machine and for ever.
/// Therefore the stream is fixed here, and everything made from it uses only integer arithmetic, +, −, ×, ÷ and
/// comparisons, which IEEE 754 rounds alike everywhere.
///
/// The mixing step is the finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA).
public struct CounterStream: Sendable {
  private let key: UInt64

  /// The stream of a seed and a list of words that say what it is for.
  public init(seed: UInt64, _ words: Int...) {
    var state = CounterStream.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    for word in words {
      state = CounterStream.mix(state ^ UInt64(bitPattern: Int64(word)) &* 0xD1B5_4A32_D192_ED03)
    }
    key = state
  }

  /// A number in [0, 1) with 53 random bits.
  @inline(__always)
  public func uniform(_ position: Int) -> Double {
    Double(CounterStream.mix(key &+ UInt64(bitPattern: Int64(position)) &* 0x9E37_79B9_7F4A_7C15) >> 11)
      * 0x1p-53
  }

  /// A number with mean 0, variance 1 and bell shape in [−3.5, 3.5]: four uniforms, centred and scaled.
  ///
  /// Uses positions `4 · position` to `4 · position + 3`.
  public func bell(_ position: Int) -> Double {
    var sum = 0.0
    for part in 0..<4 { sum += uniform(4 * position + part) }
    return (sum - 2) * 1.7320508075688772  // √(12/4)
  }

  /// How many of `trials` independent draws succeed with probability `probability`.
  public func successes(of trials: Int, probability: Double) -> Int {
    var count = 0
    for trial in 0..<max(trials, 0) where uniform(trial) < probability { count += 1 }
    return count
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
