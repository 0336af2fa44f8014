import Levekar

/// What the engine says of one pair of outcomes.
struct Judgement: Sendable {
  let difference: ConfidenceInterval?
  /// `nil` where no ratio is given.
  let ratio: ConfidenceInterval?
  let pValue: Double
  let isFlagged: Bool
  let isHigher: Bool

  /// Of a contrast that can be made; nothing of one that cannot.
  init(_ contrast: Contrast?) {
    let found = contrast?.difference()
    difference = found?.interval
    ratio = (try? contrast?.ratio())?.interval
    pValue = contrast?.pValue ?? 1
    isFlagged = found?.diagnostics.isEmpty == false
    isHigher = (found?.value ?? 0) > 0
  }

  /// Lanes: difference covered, ratio given, ratio covered, p ≤ 5 %, flagged, p ≤ 5 % with the zone higher.
  func lanes(difference truth: Double, ratio quotient: Double) -> SIMD8<Double> {
    let rejects = pValue <= Settings.alpha
    return SIMD8(
      indicator(difference?.contains(truth) == true), indicator(ratio != nil),
      indicator(ratio?.contains(quotient) == true), indicator(rejects), indicator(isFlagged),
      indicator(rejects && isHigher), 0, 0)
  }
}

/// Judgements of all pairs of outcomes up to a largest of each.
///
/// They do not depend on the truth, so a fine grid of truths costs little more than one point.
struct JudgementTable: Sendable {
  private let columns: Int
  private let cells: [Judgement]

  init(
    _ first: Int, _ second: Int, threads: ThreadLimit, _ judge: @Sendable (Int, Int) -> Judgement
  ) {
    let columns = second + 1
    self.columns = columns
    cells = [Judgement](unsafeUninitializedCapacity: (first + 1) * columns) { buffer, count in
      // Ranges are disjoint; row x owns the places x·columns ..< (x + 1)·columns, and every place is written once.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(first + 1, threads: threads) { range in
        for x in range {
          for y in 0...second { buffer.initializeElement(at: x * columns + y, to: judge(x, y)) }
        }
      }
      count = (first + 1) * columns
    }
  }

  subscript(x: Int, y: Int) -> Judgement { cells[x * columns + y] }
}
