import Testing

/// Series made by a rule, so that a peer program can make the same ones, with what the peers found.
///
/// S, Var S and Z: pymannkendall 1.4.3 `original_test`. tau-b, p and slopes: scipy 1.17.1 `kendalltau` (p by
/// `method="exact"` for untied series of at most 60 values, else 2·`norm.sf(|Z|)`) and `theilslopes(x, t, 0.95,
/// method="separate")`, each on the values that are not missing with their own times.
struct PeerSeries: Sendable, CustomTestStringConvertible {
  /// How a series is made from a linear congruential sequence u.
  enum Rule: Sendable { case continuous, whole, decimal, missing, irregular }

  let rule: Rule
  let count: Int
  let seed: Int
  let s: Int
  let varS, z, p, tauB, slope, lower, upper, intercept: Double

  init(
    _ rule: Rule, _ count: Int, seed: Int, s: Int, varS: Double, z: Double, p: Double, tauB: Double,
    slope: Double,
    lower: Double, upper: Double, intercept: Double
  ) {
    self.rule = rule
    self.count = count
    self.seed = seed
    self.s = s
    self.varS = varS
    self.z = z
    self.p = p
    self.tauB = tauB
    self.slope = slope
    self.lower = lower
    self.upper = upper
    self.intercept = intercept
  }

  var testDescription: String { "\(rule) \(count)" }

  var times: [Double] {
    let quarters = rule == .irregular ? 0.25 : 0.0
    return (0..<count).map { i in 2000 + Double(i) + quarters * Double(i % 3) }
  }

  var values: [Double] {
    var state = seed
    return (0..<count).map { i in
      state = (state * 1_103_515_245 + 12345) % 2_147_483_648
      let u = Double(state) / 2_147_483_648
      switch rule {
      case .continuous: return u * 10 + 0.25 * Double(i)
      case .whole: return (u * 6).rounded(.down)
      case .decimal: return (u * 100 + 2 * Double(i)).rounded(.down) / 10
      case .missing: return i % 7 == 3 ? .nan : u * 10 - 0.125 * Double(i)
      case .irregular: return u * 4 + 0.0625 * Double(i)
      }
    }
  }

  static let all: [PeerSeries] = [
    PeerSeries(
      .continuous, 3, seed: 1, s: -1, varS: 3.6666666666666665, z: 0.0, p: 1.0, tauB: -0.33333333333333337,
      slope: -0.77609280962497, lower: -3.131287748925388, upper: 1.579102129675448,
      intercept: 1556.548227221705),
    PeerSeries(
      .continuous, 5, seed: 2, s: 6, varS: 16.666666666666668, z: 1.224744871391589, p: 0.23333333333333334,
      tauB: 0.6,
      slope: 1.5725069735199213, lower: -3.5883984891697764, upper: 6.935941503383219,
      intercept: -3143.467889590189),
    PeerSeries(
      .continuous, 8, seed: 3, s: 6, varS: 65.33333333333333, z: 0.6185895741317419, p: 0.5484126984126985,
      tauB: 0.21428571428571427,
      slope: 0.18268260466200964, lower: -0.7097278153523803, upper: 1.2441008919849992,
      intercept: -361.46497524409955),
    PeerSeries(
      .continuous, 12, seed: 4, s: 14, varS: 212.66666666666666, z: 0.8914431257208641,
      p: 0.38070480349126185, tauB: 0.2121212121212121,
      slope: 0.256597229194912, lower: -0.3598041015987595, upper: 0.9982411531317565,
      intercept: -510.43968468921423),
    PeerSeries(
      .continuous, 25, seed: 5, s: 138, varS: 1833.3333333333333, z: 3.1996306605038596,
      p: 0.0009829823600505953, tauB: 0.4599999999999999,
      slope: 0.30980099737644196, lower: 0.13295641346749934, upper: 0.4385746931657195,
      intercept: -614.1106498567387),
    PeerSeries(
      .continuous, 60, seed: 6, s: 1116, varS: 24583.333333333332, z: 7.111389766197579,
      p: 7.285796807119103e-15, tauB: 0.6305084745762712,
      slope: 0.24698176319682877, lower: 0.20098137834037727, upper: 0.29179099447686563,
      intercept: -488.47749665587594),
    PeerSeries(
      .continuous, 61, seed: 7, s: 1108, varS: 25823.333333333332, z: 6.888766595118002,
      p: 5.627818709042399e-12, tauB: 0.6054644808743169,
      slope: 0.22441429893175763, lower: 0.17571283411234617, upper: 0.27142376155548154,
      intercept: -443.51841604461276),
    PeerSeries(
      .continuous, 200, seed: 8, s: 17384, varS: 895500.0, z: 18.3692715824588, p: 2.314978052939808e-75,
      tauB: 0.8735678391959798,
      slope: 0.251535355458381, lower: 0.2446142441627604, upper: 0.2582399833828528,
      intercept: -498.97286763376803),
    PeerSeries(
      .whole, 6, seed: 9, s: -1, varS: 19.666666666666668, z: 0.0, p: 1.0, tauB: -0.08606629658238703,
      slope: 0.0, lower: -0.5, upper: 0.6666666666666666, intercept: 2.0),
    PeerSeries(
      .whole, 12, seed: 10, s: 10, varS: 200.66666666666666, z: 0.6353380872022658, p: 0.5252079381605697,
      tauB: 0.16448792373994223,
      slope: 0.0625, lower: -0.2857142857142857, upper: 0.5, intercept: -122.84375),
    PeerSeries(
      .whole, 25, seed: 11, s: -19, varS: 1753.0, z: -0.4299139594731886, p: 0.6672582305682231,
      tauB: -0.06896563082085962,
      slope: 0.0, lower: -0.11764705882352941, upper: 0.07142857142857142, intercept: 2.0),
    PeerSeries(
      .whole, 100, seed: 12, s: -197, varS: 108938.33333333333, z: -0.5938348867411386, p: 0.5526225528584174,
      tauB: -0.04359650255697686,
      slope: 0.0, lower: -0.011627906976744186, upper: 0.0, intercept: 2.0),
    PeerSeries(
      .decimal, 18, seed: 13, s: 16, varS: 696.0, z: 0.5685735326841775, p: 0.5696455906988613,
      tauB: 0.1049185967152845,
      slope: 0.07500000000000002, lower: -0.15999999999999998, upper: 0.43125, intercept: -144.88750000000005),
    PeerSeries(
      .decimal, 40, seed: 14, s: 391, varS: 7359.666666666667, z: 4.546063886624438, p: 5.465845175116942e-06,
      tauB: 0.5035466477467875,
      slope: 0.21602564102564104, lower: 0.13636363636363635, upper: 0.3033333333333334,
      intercept: -426.7637820512821),
    PeerSeries(
      .decimal, 200, seed: 15, s: 17027, varS: 895453.0, z: 17.992488391497098, p: 2.2311033219439656e-72,
      tauB: 0.8565540638909912,
      slope: 0.20662451129019388, lower: 0.19999999999999998, upper: 0.21313868613138684,
      intercept: -409.75816145376206),
    PeerSeries(
      .missing, 10, seed: 16, s: -10, varS: 92.0, z: -0.9383148632568366, p: 0.35848765432098767,
      tauB: -0.2777777777777778,
      slope: -0.3764823633911354, lower: -2.2320344637458525, upper: 0.7217113180086017,
      intercept: 759.8302179805136),
    PeerSeries(
      .missing, 25, seed: 17, s: -12, varS: 1096.6666666666667, z: -0.3321661429233257, p: 0.7428741042713249,
      tauB: -0.05714285714285715,
      slope: -0.01711853469411532, lower: -0.18899668717327026, upper: 0.14986407448752567,
      intercept: 37.89295783018072),
    PeerSeries(
      .missing, 80, seed: 18, s: -1164, varS: 37275.333333333336, z: -6.023777844714429,
      p: 1.7039220756835346e-09, tauB: -0.4961636828644501,
      slope: -0.12400901569516795, lower: -0.1526336083188653, upper: -0.09078812133520842,
      intercept: 253.1532369620609),
    PeerSeries(
      .irregular, 9, seed: 19, s: 6, varS: 92.0, z: 0.5212860351426869, p: 0.612202380952381,
      tauB: 0.16666666666666666,
      slope: 0.09191519610191647, lower: -0.5671312347054481, upper: 0.5619473550468683,
      intercept: -181.95279822910302),
    PeerSeries(
      .irregular, 25, seed: 20, s: 50, varS: 1833.3333333333333, z: 1.144393447917439, p: 0.2553720922559076,
      tauB: 0.16666666666666663,
      slope: 0.0422929846084861, lower: -0.02945000533428457, upper: 0.10895186621736694,
      intercept: -82.19442836853733),
    PeerSeries(
      .irregular, 150, seed: 21, s: 8459, varS: 378708.3333333333, z: 13.744066568043957,
      p: 5.528143239776504e-43, tauB: 0.7569574944071588,
      slope: 0.06540236419794575, lower: 0.0611278133732932, upper: 0.07014735932979319,
      intercept: -129.25531995041135),
  ]
}
