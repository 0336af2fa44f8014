import Indicators
import Scheduler

/// The effect of starts that never were: the programme moved back in time, with nothing from after its true start.
///
///     let inTime = try PlacebosInTime(DifferenceInDifferences(), design, years: 3)
///     inTime.starts[0].fit        // one year earlier: what the method finds where nothing began
///
/// For b = 1…k the last b periods before the start play the periods after it, and the estimator sees the others only. An effect
/// like the one reported, found before anything began, says that the method does not fit these zones; it may also be a
/// programme that was felt before it started.
///
/// - Shape: one fit a year of moving back; what is refused carries its error. A start is tried only where at least
///   `leastPrePeriods` are left before it: weights found on fewer fit by chance.
/// - Each start is an estimate of its own: the estimator tunes itself on what lies before it.
/// - With `placebos` each start also gets its distribution in space, and so a p-value.
/// - Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` where no start can be tried.
/// - What is not true: the starts share figures, so k of them that look calm are not k independent proofs.
/// - Reference: Abadie, Diamond and Hainmueller (2015) Am J Pol Sci 59:495.
public struct PlacebosInTime: Sendable {
  /// One start that never was.
  public struct Start: Sendable {
    /// How many periods before the true start.
    public let years: Int
    /// The effect found; `nil` where the estimator refused.
    public let fit: EffectFit?
    /// Why there is none.
    public let error: EffectError?
    /// The same start tried on the donors; `nil` unless asked for.
    public let placebos: PlaceboDistribution?
  }

  /// The fewest periods that must lie before a start unless said otherwise.
  public static let leastPrePeriods = 5

  /// The starts, the latest first.
  public let starts: [Start]
  /// How many starts were left out because too few periods lie before them.
  public let tooEarly: Int

  /// `effect.placebo-in-time`.
  public var method: Method { .placeboInTime }

  /// Moves the start back by 1, 2, … `years` periods.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned at every start.
  ///   - design: The figures.
  ///   - years: The most periods to move back.
  ///   - leastPrePeriods: The fewest periods before a start.
  ///   - placebos: Whether each start is also tried on the donors.
  ///   - threads: The bound on threads.
  /// - Throws: ``EffectError/tooFewPrePeriods(needed:found:)`` where no start can be tried, and
  ///   ``EffectError/parameter(name:value:)`` for numbers below one.
  public init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, years: Int,
    leastPrePeriods: Int = PlacebosInTime.leastPrePeriods, placebos: Bool = false,
    threads: ThreadLimit = .cores
  ) throws(EffectError) {
    guard years > 0 else { throw .parameter(name: "years", value: Double(years)) }
    guard leastPrePeriods > 0 else {
      throw .parameter(name: "least-pre-periods", value: Double(leastPrePeriods))
    }
    guard design.prePeriods > leastPrePeriods else {
      throw .tooFewPrePeriods(
        needed: leastPrePeriods == .max ? .max : leastPrePeriods + 1, found: design.prePeriods)
    }
    let possible = min(years, design.prePeriods - leastPrePeriods)
    var starts: [Start] = []
    for back in 1...possible {
      do throws(EffectError) {
        let earlier = try design.backdated(by: back)
        if placebos, design.donors > design.treated {
          let distribution = try PlaceboDistribution(estimator, earlier, threads: threads)
          starts.append(Start(years: back, fit: distribution.fit, error: nil, placebos: distribution))
        } else {
          let fit = try estimator.tuned(to: earlier).fit(earlier)
          starts.append(Start(years: back, fit: fit, error: nil, placebos: nil))
        }
      } catch {
        starts.append(Start(years: back, fit: nil, error: error, placebos: nil))
      }
    }
    self.starts = starts
    tooEarly = years - possible
  }

  /// The start whose effect is furthest from zero; `nil` where all were refused.
  public var largest: Start? {
    starts.filter { $0.fit != nil }.max { abs($0.fit?.effect ?? 0) < abs($1.fit?.effect ?? 0) }
  }
}
