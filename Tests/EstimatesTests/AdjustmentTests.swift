import Estimates
import Testing

@Suite struct AdjustmentTests {
  @Test func eachWordIsItsProcedure() {
    let p: [Double?] = [0.04, nil, 0.01, 0.03]
    let families = ["a", "a", "b", "b"]
    for adjustment in Adjustment.allCases {
      let expected =
        switch adjustment {
        case .benjaminiHochberg: MultipleTesting.benjaminiHochberg(p)
        case .benjaminiYekutieli: MultipleTesting.benjaminiYekutieli(p)
        case .holm: MultipleTesting.holm(p)
        case .hochberg: MultipleTesting.hochberg(p)
        case .bonferroni: MultipleTesting.bonferroni(p)
        case .hierarchical: MultipleTesting.selectiveFamilies(p, families: families)
        case .none: [Double?](repeating: nil, count: 4)
        }
      #expect(adjustment.adjusted(p, families: families) == expected)
      #expect((adjustment.method == nil) == (adjustment == .none))
    }
    #expect(
      Adjustment.allCases.map(\.rawValue) == [
        "bh", "by", "holm", "hochberg", "bonferroni", "hierarchical", "none",
      ])
  }
}
