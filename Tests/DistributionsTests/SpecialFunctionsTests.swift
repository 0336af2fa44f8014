import Distributions
import Testing

@Suite struct SpecialFunctionsTests {
  /// log Γ, ψ, ψ′ at the exact value of the double, mpmath 1.3.0 at 60 digits.
  static let vectors: [(x: Double, logGamma: Double, digamma: Double, trigamma: Double?)] = [
    (1e-300, 690.7755278982137, -9.999999999999999e+299, nil),
    (1e-5, 11.512919692895826, -100000.57719921567, 10000000001.644909),
    (0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679),
    (1.4616321449683622, -0.12148629053584961, -9.241265521729427e-17, 0.9676722454476212),
    (2, 0.0, 0.42278433509846713, 0.6449340668482264),
    (1.0000001, -5.772155829918507e-08, -0.5772155004081381, 1.6449338264368782),
    (10, 12.801827480081469, 2.251752589066721, 0.10516633568168575),
    (171.5, 709.1431630309282, 5.141664981433999, 0.0058479365506103834),
    (1e6, 12815504.569147611, 13.815510057964191, 1.0000005000001667e-06),
    (1e100, 2.2925850929940456e+102, 230.25850929940458, 1e-100),
  ]

  @Test(arguments: vectors.indices)
  func gammaFunctions(index: Int) throws {
    let vector = Self.vectors[index]
    // Eight ulps, relative to the value or, near the root of ψ, to the slope times the argument (about 1).
    let ceiling = 8 * Double.ulpOfOne
    let logGamma = try SpecialFunctions.logGamma(vector.x)
    #expect(abs(logGamma - vector.logGamma) <= ceiling * abs(vector.logGamma))
    let digamma = try SpecialFunctions.digamma(vector.x)
    #expect(abs(digamma - vector.digamma) <= ceiling * max(abs(vector.digamma), 0.1))
    if let expected = vector.trigamma {
      #expect(abs(try SpecialFunctions.trigamma(vector.x) - expected) <= ceiling * expected)
    }
  }

  @Test func incompleteFunctionsAtTheirEnds() throws {
    #expect(try SpecialFunctions.gammaP(2, 0) == 0)
    #expect(try SpecialFunctions.gammaQ(2, .infinity) == 0)
    #expect(try SpecialFunctions.gammaP(2, .infinity) == 1)
    #expect(try SpecialFunctions.betaI(0, 2, 3) == 0)
    #expect(try SpecialFunctions.betaI(1, 2, 3) == 1)
    #expect(try SpecialFunctions.betaIComplement(1, 2, 3) == 0)
    // I(x; 1, b) = 1 − (1 − x)ᵇ.
    #expect(abs(try SpecialFunctions.betaI(0.25, 1, 2) - 0.4375) <= 2 * Double.ulpOfOne)
    #expect(SpecialFunctions.erfc(0) == 1)
  }

  @Test func argumentsOutsideTheDomainAreRefused() {
    #expect(throws: DistributionError.domain(function: "logGamma", argument: 0)) {
      try SpecialFunctions.logGamma(0)
    }
    #expect(throws: DistributionError.domain(function: "digamma", argument: -1)) {
      try SpecialFunctions.digamma(-1)
    }
    #expect(throws: DistributionError.self) { try SpecialFunctions.trigamma(.infinity) }
    #expect(throws: DistributionError.self) { try SpecialFunctions.gammaP(1, -1) }
    #expect(throws: DistributionError.self) { try SpecialFunctions.gammaQ(.nan, 1) }
    #expect(throws: DistributionError.domain(function: "betaI", argument: 1.5)) {
      try SpecialFunctions.betaI(1.5, 1, 1)
    }
    #expect(throws: DistributionError.self) { try SpecialFunctions.betaIComplement(.nan, 1, 1) }
  }
}
