import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Spatial

@Suite struct ShrunkenPanelTests {
  static func panel(_ kind: IndicatorKind = .rate) throws -> Panel {
    try TestPanels.quotients(
      [[9, 4], [39, 30], [11, nil], [9, 1], [15, 22], [2, 0]],
      over: [[40, 41], [87, 88], [30, 30], [65, 60], [43, 43], [90, 90]], kind: kind)
  }

  @Test func cellsAreTheSingleCall() throws {
    let panel = try Self.panel()
    let shrunken = ShrunkenPanel(panel, zones: [0, 1, 2, 3, 4, 5], widens: false)
    let fit = try GammaPoisson(
      counts: [9, 39, 11, 9, 15, 2], expected: [40, 87, 30, 65, 43, 90])
    #expect(shrunken.method == .gammaPoisson)
    let single = try fit.posterior(count: 39, expected: 87)
    #expect(shrunken.posterior(zone: 1, period: 0) == .success(single))
    #expect(try shrunken.prior(zone: 1, period: 0).get().zones == 6)
    #expect(try shrunken.prior(zone: 1, period: 1).get().zones == 5)
    #expect(shrunken.posterior(zone: 2, period: 1) == .failure(ShrinkageRefusal(.missing)))
  }

  @Test func aHiddenFigureHasNoSay() throws {
    let panel = try Self.panel(.proportion)
    let hidden = ShrunkenPanel(try panel.withHidden(panel.index(zone: 3, period: 0)), zones: Array(0..<6))
    let without = ShrunkenPanel(panel, zones: [0, 1, 2, 4, 5])
    #expect(hidden.posterior(zone: 3, period: 0) == .failure(ShrinkageRefusal(.suppressed)))
    for zone in [0, 1, 2, 4, 5] {
      #expect(hidden.posterior(zone: zone, period: 0) == without.posterior(zone: zone, period: 0))
    }
    #expect(hidden.method == .betaBinomial)
  }

  @Test func orderAndThreadsDoNotMatter() throws {
    let panel = try Self.panel()
    let base = ShrunkenPanel(panel, zones: Array(0..<6), threads: .single)
    let order = [5, 3, 1, 0, 2, 4]
    let turned = ShrunkenPanel(
      try panel.cut(zones: order), zones: Array(0..<6), threads: ThreadLimit(3))
    for (place, zone) in order.enumerated() {
      for period in 0..<2 {
        #expect(turned.posterior(zone: place, period: period) == base.posterior(zone: zone, period: period))
      }
    }
    #expect(try base.prior(zone: 0, period: 0).get().isWidened)
  }

  @Test func zonesOfAnotherKindHaveNoSay() throws {
    let panel = try Self.panel()
    let some = ShrunkenPanel(panel, zones: [0, 1, 3, 4], widens: false)
    let fit = try GammaPoisson(counts: [9, 39, 9, 15], expected: [40, 87, 65, 43])
    let single = try fit.posterior(count: 2, expected: 90)
    #expect(some.posterior(zone: 5, period: 0) == .success(single))
  }

  @Test func localMomentsFollowTheNeighbours() throws {
    let panel = try Self.panel()
    let chain = try Adjacency(zones: ["1", "2", "3", "4"], pairs: [("1", "2"), ("2", "3"), ("3", "4")])
    let shrunken = ShrunkenPanel(panel, zones: Array(0..<6), fitting: .localMoments(chain))
    let prior = try MarshallSmoothing(counts: [9, 39, 11], expected: [40, 87, 30])
    let single = try prior.posterior(count: 39, expected: 87)
    #expect(shrunken.posterior(zone: 1, period: 0) == .success(single))
    #expect(shrunken.posterior(zone: 5, period: 0) == .failure(ShrinkageRefusal(.zoneNotInData)))
    #expect(shrunken.method == .marshallLocal)
  }

  @Test func figuresWithoutPartsAreRefused() throws {
    let bare = try TestPanels.values([[1], [2], [3]], kind: .rate)
    #expect(
      ShrunkenPanel(bare, zones: [0, 1, 2]).posterior(zone: 0, period: 0)
        == .failure(ShrinkageRefusal(.needsNumeratorAndDenominator)))
    let unknown = try TestPanels.quotients([[1], [2], [3]], over: [[9], [9], [9]], kind: nil)
    #expect(
      ShrunkenPanel(unknown, zones: [0, 1, 2]).posterior(zone: 0, period: 0)
        == .failure(ShrinkageRefusal(.unknownKind)))
    #expect(
      ShrunkenPanel(try Self.panel(), zones: [0, 1]).posterior(zone: 0, period: 0)
        == .failure(ShrinkageRefusal(.tooFewPoints)))
  }
}
