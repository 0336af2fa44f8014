import Estimates
import Indicators
import Rates
import Testing

@testable import Comparisons

@Suite("Contrast")
struct ContrastTests {
  @Test("each kind has its methods")
  func kinds() throws {
    let shares = try Contrast(
      .proportion(try Proportion(of: 56, in: 70)), against: .proportion(try Proportion(of: 48, in: 80)))
    #expect(shares.difference().method == .newcombe)
    #expect(try shares.ratio().method == .koopman)
    let rates = try Contrast(.rate(try Rate(of: 5, in: 70)), against: .rate(try Rate(of: 48, in: 800)))
    #expect(rates.difference().method == .rateDifference)
    #expect(try rates.ratio().method == .conditionalRatio)
    let mean = Figure.mean(try SampleMean(of: [1, 2, 4]))
    let means = try Contrast(mean, against: mean)
    #expect(means.difference().method == .welch && means.pValue == 1)
    #expect(throws: FigureRefusal(.noIntervalForKind)) { try means.ratio() }
  }

  @Test("refusals")
  func refusals() throws {
    let share = Figure.proportion(try Proportion(of: 1, in: 2))
    let none = Figure.proportion(try Proportion(of: 0, in: 2))
    let count = Figure.count(try Rate(count: 4))
    #expect(throws: FigureRefusal(.needsNumeratorAndDenominator)) { try Contrast(count, against: count) }
    #expect(throws: FigureRefusal(.unlikeKinds)) { try Contrast(share, against: count) }
    #expect(throws: FigureRefusal(.emptyDenominator)) { try Contrast(share, against: none).ratio() }
  }
}
