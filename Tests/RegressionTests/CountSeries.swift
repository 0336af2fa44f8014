import Foundation
import Testing

/// Series of counts with what statsmodels 0.15.0 (numpy 2.4.6, scipy 1.17.1) found for them: `GLM` with an intercept, time
/// less its mean and, for Poisson and negative binomial, the offset log(n); `tol=1e-14`, `tol_criterion="params"`. Negative
/// binomial: α at the zero of the profile's derivative by `scipy.optimize.brentq`, which agrees with
/// `discrete.NegativeBinomial` to 1e-14.
struct CountSeries: Sendable, CustomTestStringConvertible {
  let name: String
  let counts: [Double]
  let denominators: [Double]
  let poisson: Expected
  /// Standard error and dispersion of the quasi-Poisson fit.
  let quasi: (error: Double, dispersion: Double)
  let binomial: Expected

  /// A fit: level at the mean of time, slope, their standard errors, deviance, X², and 2 log of the likelihood ratio.
  struct Expected: Sendable {
    let level, slope, levelError, slopeError, deviance, pearson, logLikelihood, ratio: Double
  }

  var testDescription: String { name }
  var times: [Double] { (2010...2021).map(Double.init) }
  var offset: [Double] { denominators.map { log($0) } }

  private static let persons: [Double] = [
    8100, 8120, 8200, 8150, 8300, 8350, 8400, 8420, 8500, 8510, 8600, 8620,
  ]

  static let few = CountSeries(
    name: "falling", counts: [12, 9, 14, 7, 6, 11, 8, 5, 9, 4, 6, 3], denominators: persons,
    poisson: Expected(
      level: -7.017074236525654, slope: -0.09328012149502879, levelError: 0.10780201271381717,
      slopeError: 0.030699273205778064, deviance: 7.289671465341858, pearson: 7.463536828276431,
      logLikelihood: -26.636012262176656, ratio: 9.497311178840398),
    quasi: (0.026521643553257698, 0.7463536828276407),
    binomial: Expected(
      level: -7.016131813524387, slope: -0.09336974035773635, levelError: 0.10784857377989387,
      slopeError: 0.030714644027588573, deviance: 7.296265465760413, pearson: 7.470046526588833,
      logLikelihood: -26.633647691767955, ratio: 9.506334618423221))
  static let restless = CountSeries(
    name: "overdispersed", counts: [120, 99, 140, 75, 161, 110, 84, 152, 190, 240, 161, 305],
    denominators: persons.map { $0 * 3 },
    poisson: Expected(
      level: -5.144669098734887, slope: 0.08278954096220101, levelError: 0.024423077793284315,
      slopeError: 0.006952654134969953, deviance: 130.47984484036354, pearson: 124.73694771669278,
      logLikelihood: -105.97867112408417, ratio: 145.6474701321075),
    quasi: (0.024555466093411412, 12.473694771669274),
    binomial: Expected(
      level: -5.138586797428449, slope: 0.08330431541678285, levelError: 0.024491810041758225,
      slopeError: 0.006974826113016881, deviance: 131.38858392452624, pearson: 125.6471210523727,
      logLikelihood: -106.39648447312702, ratio: 146.54712022405164))
  static let sparse = CountSeries(
    name: "with zeros", counts: [0, 1, 0, 2, 0, 0, 3, 1, 0, 2, 4, 3],
    denominators: [250, 255, 260, 240, 230, 251, 262, 249, 255, 260, 270, 266],
    poisson: Expected(
      level: -5.475689089179779, slope: 0.1917375072835718, levelError: 0.3081472204159147,
      slopeError: 0.08235515730087682, deviance: 13.638169493438863, pearson: 11.485049638933111,
      logLikelihood: -16.057511977915375, ratio: 6.188444882233195),
    quasi: (0.08825864169150562, 1.148504963893309),
    binomial: Expected(
      level: -5.470683661710307, slope: 0.19282073049910312, levelError: 0.308754367181265,
      slopeError: 0.08262070026043239, deviance: 13.688424494459918, pearson: 11.53380568929904,
      logLikelihood: -16.051745369338924, ratio: 6.222138161513778))

  static let all = [few, restless, sparse]
}
