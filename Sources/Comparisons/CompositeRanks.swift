import Distributions
import Estimates
import Indicators
import Scheduler

/// How sure the ranks of a composite index are: over chance in the figures, and over choices that others could make.
///
///     let ranks = CompositeRanks(components, recipe: .meanZ, draws: 2000, seed: 1)
///     ranks.zones[3]?.interval          // 2 … 9
///     ranks.zones[3]?.worstDecileShare  // 0.83: in the worst tenth under 83 % of the choices
///
/// *Choices* are all of: z, rank, min–max, rank-normal and exponential scores; the recipe's own weights, equal weights and
/// first-principal-component weights; the arithmetic mean, and for scores above zero the geometric one; and the recipe itself.
/// A choice that is not possible for the figures is left out; ``choices`` is how many remain.
///
/// - Each draw redraws every figure from its counts (``CompositeComponent``) and takes one choice, the choices in turn, so that
///   each gets the same number of draws. The interval leaves (1 − level)/2 of the draws outside at either end. It contains the
///   recipe's own rank.
/// - *Worst tenth* are the ⌈N/10⌉ zones with the highest values of N, *worst fifth* the ⌈N/5⌉.
/// - `worstDecileShare` is over the choices with the figures as they are: how robust. `worstDecileProbability` is over the
///   draws: how robust and how certain.
/// - `choiceShare` is the first-order share of the choices in the variance of the rank over the draws (corrected for the finite
///   number of draws); the rest is chance in the figures and the interplay of both.
/// - Draws are keyed by (seed, zone's place in order of code, draw): the same bytes for any number of threads and any order of
///   zones given with the same keys.
/// - References: Saisana, Saltelli and Tarantola (2005) J R Stat Soc A 168:307; Goldstein and Spiegelhalter (1996) J R Stat Soc
///   A 159:385.
public struct CompositeRanks: Sendable {
  /// What is known of one zone's rank.
  public struct ZoneRank: Sendable, Equatable {
    /// The interval of the rank, 1 being the worst.
    public let interval: ConfidenceInterval
    /// The share of the choices under which the zone is in the worst tenth.
    public let worstDecileShare: Double
    /// The share of the choices under which the zone is in the worst fifth.
    public let worstFifthShare: Double
    /// The share of the draws in which the zone is in the worst tenth.
    public let worstDecileProbability: Double
    /// The share of the rank's variance that choices alone explain; 0 where the rank never varies.
    public let choiceShare: Double
  }

  /// One entry a zone; `nil` where it has no index.
  public let zones: [ZoneRank?]
  /// How many choices were possible.
  public let choices: Int

  /// The alternatives of a recipe, itself first.
  public static func alternatives(to recipe: CompositeRecipe) -> [CompositeRecipe] {
    var result = [recipe]
    let weightings: [CompositeWeighting] =
      recipe.weighting == .equal
      ? [.equal, .principalComponent]
      : recipe.weighting == .principalComponent
        ? [.principalComponent, .equal] : [recipe.weighting, .equal, .principalComponent]
    for normalisation in DirectionAlignedScores.Normalisation.allCases where normalisation != .decile {
      for weighting in weightings {
        for aggregation in [CompositeRecipe.Aggregation.arithmetic, .geometric]
        where aggregation == .arithmetic || normalisation.isPositive {
          let one = CompositeRecipe(
            normalisation: normalisation, weighting: weighting, aggregation: aggregation)
          if one != recipe { result.append(one) }
        }
      }
    }
    return result
  }

  /// The ranks.
  ///
  /// - Parameters:
  ///   - keys: A number a zone that says which random stream is its; by default its place. Give the places in order of code
  ///     where the order of the zones may vary.
  ///   - draws: How many draws; rounded up to a multiple of the number of choices.
  public init(
    _ components: [CompositeComponent], recipe: CompositeRecipe, allowsMissing: Bool = false,
    keys: [Int]? = nil, draws: Int = 2000, seed: UInt64 = 1, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) throws(CompositeRefusal) {
    let own = try CompositeIndex(components, recipe: recipe, allowsMissing: allowsMissing)
    let count = own.values.count
    let better = components.map(\.better)
    let columns = components.map(\.values)
    var recipes: [CompositeRecipe] = []
    var fixed: [[Double?]] = []
    for one in Self.alternatives(to: recipe) {
      guard
        let index = try? CompositeIndex(
          columns: columns, better: better, recipe: one, allowsMissing: allowsMissing)
      else { continue }
      recipes.append(one)
      fixed.append(index.ranks)
    }
    choices = recipes.count
    let perChoice = max(1, (max(1, draws) + recipes.count - 1) / recipes.count)
    let total = perChoice * recipes.count
    let streams = keys ?? Array(0..<count)
    // Rank 0 stands for none: a draw whose weights could not be found, or a zone without an index.
    var drawn = [Double](repeating: 0, count: total * count)
    let alternatives = recipes
    drawn.withUnsafeMutableBufferPointer { drawn in
      // Each draw writes to its own row.
      nonisolated(unsafe) let drawn = drawn
      parallelFor(total, grain: 8, threads: threads) { range in
        for draw in range {
          var figures: [[Double?]] = columns
          for zone in 0..<count {
            var stream = RandomStream(seed: seed, series: streams[zone], replicate: draw)
            for (place, component) in components.enumerated() {
              figures[place][zone] = component.redrawn(zone, &stream)
            }
          }
          guard
            let index = try? CompositeIndex(
              columns: figures, better: better, recipe: alternatives[draw % alternatives.count],
              allowsMissing: allowsMissing)
          else { continue }
          for zone in 0..<count { drawn[draw * count + zone] = index.ranks[zone] ?? 0 }
        }
      }
    }
    let ranked = own.ranks.count { $0 != nil }
    let tenth = Double((ranked + 9) / 10)
    let fifth = Double((ranked + 4) / 5)
    zones = (0..<count).map { zone in
      guard let rank = own.ranks[zone] else { return nil }
      let all = (0..<total).map { drawn[$0 * count + zone] }
      let known = all.filter { $0 > 0 }.sorted()
      guard !known.isEmpty else { return nil }
      let outside = Int(Double(known.count) * level.tail)
      guard
        let interval = ConfidenceInterval(
          lower: min(rank, known[outside]), upper: max(rank, known[known.count - 1 - outside]), level: level)
      else { return nil }
      func share(_ ranks: [Double?], _ limit: Double) -> Double {
        Double(ranks.count { ($0 ?? .infinity) <= limit }) / Double(ranks.count)
      }
      let fixedRanks = fixed.map { $0[zone] }
      return ZoneRank(
        interval: interval, worstDecileShare: share(fixedRanks, tenth),
        worstFifthShare: share(fixedRanks, fifth),
        worstDecileProbability: share(known, tenth),
        choiceShare: Self.choiceShare(all, choices: alternatives.count))
    }
  }

  /// (MSB − MSW)/n over the total variance: how much of the variance lies between the choices, n being draws a choice.
  static func choiceShare(_ ranks: [Double], choices: Int) -> Double {
    var groups = [[Double]](repeating: [], count: choices)
    for (draw, rank) in ranks.enumerated() where rank > 0 { groups[draw % choices].append(rank) }
    groups.removeAll(where: \.isEmpty)
    let all = groups.flatMap { $0 }
    guard groups.count > 1, all.count > groups.count else { return 0 }
    let mean = all.reduce(0, +) / Double(all.count)
    var between = 0.0
    var within = 0.0
    for group in groups {
      let own = group.reduce(0, +) / Double(group.count)
      between += Double(group.count) * (own - mean) * (own - mean)
      within += group.reduce(0) { $0 + ($1 - own) * ($1 - own) }
    }
    guard between + within > 0 else { return 0 }
    let noise = within / Double(all.count - groups.count)
    let component = (between / Double(groups.count - 1) - noise) / (Double(all.count) / Double(groups.count))
    return min(1, max(0, component) / (max(0, component) + noise))
  }
}
