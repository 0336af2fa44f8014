import Estimates

/// What became of a gap, in one word.
///
/// A gap has a sign, so that a larger number is not always a wider gap: from −3 to −1 it narrowed, and from −1 to +4 it
/// passed through zero and widened.
public enum GapVerdict: String, Sendable, CaseIterable {
  /// The gap is surely nearer zero than it was.
  case narrowed
  /// The gap is surely further from zero than it was.
  case widened
  /// The gap surely changed and now points the other way, but is not surely larger or smaller than it was.
  case reversed
  /// The interval of the change holds zero. That is not to say that the gap is the same.
  case noClearChange = "no-clear-change"
  /// There is no interval to say it by.
  case cannotSay = "cannot-say"

  /// The verdict of a gap that went from `first` to `last`.
  ///
  /// - Parameters:
  ///   - change: The interval of last − first.
  ///   - sum: The interval of first + last: where the signs differ, |last| − |first| is ± the sum.
  public init(first: Double, last: Double, change: ConfidenceInterval?, sum: ConfidenceInterval?) {
    guard let change, let sum else {
      self = .cannotSay
      return
    }
    if change.contains(0) {
      self = .noClearChange
    } else if !GapVerdict.crosses(first, last) {
      self = abs(last) < abs(first) ? .narrowed : .widened
    } else if sum.contains(0) {
      self = .reversed
    } else {
      self = abs(last) < abs(first) ? .narrowed : .widened
    }
  }

  /// Whether the two lie on either side of zero.
  public static func crosses(_ first: Double, _ last: Double) -> Bool {
    (first < 0 && last > 0) || (first > 0 && last < 0)
  }
}
