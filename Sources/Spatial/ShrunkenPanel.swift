import Estimates
import Indicators
import Scheduler

/// All cells of a panel, shrunk period by period towards the other zones of the same kind.
///
///     let shrunken = ShrunkenPanel(panel, zones: [3, 4, 5, 6])
///     shrunken.posterior(zone: 3, period: 0)
///
/// Shares (kind `proportion`) are shrunk by ``BetaBinomial``, rates by ``GammaPoisson``; other kinds have no numerator and
/// denominator to learn from and are refused. A zone whose figure is hidden or missing has no say in the prior and is
/// refused in its own cell; a zone without population is refused as well.
///
/// - Unit: values of ``posterior(zone:period:)`` are shares or events per unit of the denominator; times the panel's
///   multiplier they are in its unit.
/// - Each period is fitted by itself, and the same bytes come out for any number of threads.
public struct ShrunkenPanel: Sendable {
  /// How priors are found.
  public enum Fitting: Sendable, Equatable {
    /// By maximum likelihood.
    case maximumLikelihood
    /// By Marshall's moments over all zones; rates only.
    case moments
    /// By Marshall's moments over each zone and its neighbours; rates only. Zones are matched by code.
    case localMoments(Adjacency)
  }

  /// The prior of one period, as rows show it.
  public struct Prior: Sendable, Equatable {
    /// Its mean.
    public let mean: Double
    /// How many zones it rests on.
    public let zones: Int
    /// Whether no difference between the zones was found.
    public let isPooled: Bool
    /// Whether intervals are widened for the doubt about it.
    public let isWidened: Bool
  }

  /// The most zones for which the prior's own doubt is looked at; with more of them it is too small to see.
  public static let mostZonesForDoubt = 500

  /// Which method the values are by.
  public let method: Method
  private let panel: Panel
  private let fits: [Result<Fit, ShrinkageRefusal>]

  private struct Fit: Sendable {
    /// One prior for all zones, or one a zone of the panel.
    var priors: [Result<FittedPrior, ShrinkageRefusal>]
    var doubt: PriorDoubt?
    var zones: Int

    func prior(_ zone: Int) -> Result<FittedPrior, ShrinkageRefusal> {
      priors.count == 1 ? priors[0] : priors[zone]
    }
  }

  /// Shrinks a panel.
  ///
  /// - Parameters:
  ///   - panel: The figures.
  ///   - zones: Positions of the zones that are of one kind and learn from each other, such as all of one level.
  ///   - fitting: How the prior is found.
  ///   - widens: Whether intervals are widened for the doubt about the prior (``PriorDoubt``): only for maximum likelihood
  ///     and at most ``mostZonesForDoubt`` zones.
  public init(
    _ panel: Panel, zones: [Int], fitting: Fitting = .maximumLikelihood, widens: Bool = true,
    threads: ThreadLimit = .cores
  ) {
    self.panel = panel
    let isShare = panel.kind == .proportion
    switch fitting {
    case .maximumLikelihood: method = isShare ? .betaBinomial : .gammaPoisson
    case .moments: method = .marshall
    case .localMoments: method = .marshallLocal
    }
    var fits = [Result<Fit, ShrinkageRefusal>](
      repeating: .failure(ShrinkageRefusal(.missing)), count: panel.periods.count)
    fits.withUnsafeMutableBufferPointer { fits in
      // Each period writes to its own place.
      nonisolated(unsafe) let fits = fits
      parallelFor(panel.periods.count, threads: threads) { range in
        for period in range {
          fits[period] = Result { () throws(ShrinkageRefusal) in
            try Self.fit(panel, zones, period, fitting, widens: widens)
          }
        }
      }
    }
    self.fits = fits
  }

  /// The prior of a zone in a period, or why there is none.
  public func prior(zone: Int, period: Int) -> Result<Prior, ShrinkageRefusal> {
    fits[period].flatMap { fit in
      fit.prior(zone).map {
        Prior(mean: $0.mean, zones: fit.zones, isPooled: $0.isPooled, isWidened: fit.doubt != nil)
      }
    }
  }

  /// What is known of a zone in a period, or why nothing is.
  public func posterior(zone: Int, period: Int) -> Result<ZonePosterior, ShrinkageRefusal> {
    let cell = panel[zone: zone, period: period]
    if let reason = cell.status.reason { return .failure(ShrinkageRefusal(reason)) }
    guard let count = cell.numerator, let exposure = cell.denominator else {
      return .failure(ShrinkageRefusal(.needsNumeratorAndDenominator))
    }
    return fits[period].flatMap { fit in
      fit.prior(zone).flatMap { prior in
        do throws(StatisticsError) {
          let plain = try prior.posterior(count: count, exposure: exposure)
          return .success(fit.doubt?.widened(plain, count: count, expected: exposure) ?? plain)
        } catch {
          return .failure(ShrinkageRefusal(error.reason))
        }
      }
    }
  }

  private static func fit(
    _ panel: Panel, _ zones: [Int], _ period: Int, _ fitting: Fitting, widens: Bool
  ) throws(ShrinkageRefusal) -> Fit {
    guard panel.kind == .proportion || panel.kind == .rate else {
      throw ShrinkageRefusal(panel.kind == nil ? .unknownKind : .needsNumeratorAndDenominator)
    }
    guard let numerators = panel.numerators, let denominators = panel.denominators else {
      throw ShrinkageRefusal(.needsNumeratorAndDenominator)
    }
    // In order of code, so that the order of the zones does not change the last bits.
    let cells = zones.sorted { panel.zones[$0].code < panel.zones[$1].code }
      .map { (zone: $0, cell: panel.index(zone: $0, period: period)) }
      .filter { panel.statuses[$0.cell].isObserved && denominators[$0.cell] > 0 }
    let counts = cells.map { numerators[$0.cell] }
    let exposures = cells.map { denominators[$0.cell] }
    let isShare = panel.kind == .proportion
    let prior: FittedPrior
    switch fitting {
    case .maximumLikelihood where isShare:
      prior = .shares(try BetaBinomial(numerators: counts, denominators: exposures))
    case .maximumLikelihood: prior = .rates(try GammaPoisson(counts: counts, expected: exposures))
    case .moments, .localMoments:
      guard !isShare else { throw ShrinkageRefusal(.noIntervalForKind) }
      guard case .localMoments(let adjacency) = fitting else {
        prior = .moments(try MarshallSmoothing(counts: counts, expected: exposures))
        break
      }
      let known = Dictionary(
        cells.map { (panel.zones[$0.zone].code, $0.cell) }, uniquingKeysWith: { one, _ in one })
      let local = MarshallSmoothing.local(
        counts: adjacency.zones.map { known[$0].map { numerators[$0] } },
        expected: adjacency.zones.map { known[$0].map { denominators[$0] } }, adjacency: adjacency)
      let byCode = Dictionary(zip(adjacency.zones, local), uniquingKeysWith: { one, _ in one })
      let priors = panel.zones.map { zone in
        (byCode[zone.code] ?? .failure(ShrinkageRefusal(.zoneNotInData))).map { FittedPrior.moments($0) }
      }
      return Fit(priors: priors, doubt: nil, zones: counts.count)
    }
    var doubt: PriorDoubt?
    if widens, fitting == .maximumLikelihood, counts.count <= mostZonesForDoubt {
      doubt =
        isShare
        ? try PriorDoubt(numerators: counts, denominators: exposures)
        : try PriorDoubt(counts: counts, expected: exposures)
    }
    return Fit(priors: [.success(prior)], doubt: doubt, zones: counts.count)
  }
}
