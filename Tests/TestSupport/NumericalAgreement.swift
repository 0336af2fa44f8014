import Foundation

/// How many significant decimal digits of a certified number a computed one has: −log₁₀(|x − c| / |c|), or −log₁₀|x| where
/// c is zero. Between 0 and 16, which stands for the same double.
///
/// This is the log relative error of NIST's Statistical Reference Datasets.
public func digits(of computed: Double, agreeingWith certified: Double) -> Double {
  guard computed.isFinite, certified.isFinite else { return 0 }
  let error = certified == 0 ? abs(computed) : abs(computed - certified) / abs(certified)
  return error == 0 ? 16 : min(16, max(0, -log10(error)))
}

/// Whether two numbers differ by at most a share of the larger, or by an absolute amount where one is given.
public func isClose(_ one: Double, _ other: Double, relative: Double, absolute: Double = 0) -> Bool {
  if one == other { return true }
  guard one.isFinite, other.isFinite else { return false }
  return abs(one - other) <= max(relative * max(abs(one), abs(other)), absolute)
}

/// How many doubles lie between two finite numbers: 0 for the same number, 1 for neighbours. `nil` where one is no number.
public func ulps(between one: Double, and other: Double) -> UInt64? {
  guard one.isFinite, other.isFinite else { return nil }
  // Bit patterns of doubles of one sign are ordered as the doubles are; negative ones are mirrored around zero.
  func rank(_ number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }
  let (left, right) = (rank(one), rank(other))
  return left < right ? UInt64(bitPattern: right &- left) : UInt64(bitPattern: left &- right)
}
