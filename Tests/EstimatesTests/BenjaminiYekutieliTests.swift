import Estimates
import TestSupport
import Testing

@Suite struct BenjaminiYekutieliTests {
  /// The p-values of Benjamini and Hochberg (1995), section 4.1; adjusted by statsmodels 0.15.0,
  /// `multipletests(method="fdr_by")`, which follows the algorithm R documents for `p.adjust(method = "BY")`.
  @Test func statsmodelsAgrees() throws {
    let p: [Double?] = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1.0,
    ]
    let expected = [
      0.004977343489843491, 0.009954686979686982, 0.03152317543567544, 0.11821190788378289,
      0.20008920829170831, 0.21189262285333715, 0.21189262285333715, 0.2140257700632701, 0.253844517982018,
      1, 1, 1, 1, 1, 1,
    ]
    let adjusted = MultipleTesting.benjaminiYekutieli(p).compactMap { $0 }
    #expect(adjusted.count == expected.count)
    // A sum of fifteen quotients and three more roundings, in either computation.
    for (one, other) in zip(adjusted, expected) { #expect(isClose(one, other, relative: 20 * 0x1p-52)) }
  }

  /// c(m) times the values of Benjamini–Hochberg, and the same where there is one test.
  @Test func theyAreHarmonicTimesBenjaminiHochberg() throws {
    let p: [Double?] = [0.04, nil, 0.01, .nan, 0.03, 0.02, 0.09]
    let plain = MultipleTesting.benjaminiHochberg(p)
    let harmonic = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4 + 1.0 / 5
    for (one, other) in zip(MultipleTesting.benjaminiYekutieli(p), plain) {
      #expect((one == nil) == (other == nil))
      if let one, let other { #expect(isClose(one, min(1, harmonic * other), relative: 1e-14)) }
    }
    #expect(MultipleTesting.benjaminiYekutieli([0.03]) == [0.03])
    #expect(MultipleTesting.benjaminiYekutieli([nil]) == [nil])
    #expect(MultipleTesting.benjaminiYekutieli([]) == [])
  }
}
