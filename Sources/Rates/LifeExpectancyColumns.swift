import Estimates
import Scheduler

/// The columns that a batch of life tables fills, one life table a cell, with one workspace a run of cells.
final class LifeExpectancyColumns {
  let ages: [Int]
  private let counts: MortalityCounts
  private let schedule: LifeTableSchedule
  private let places: [Int]
  private(set) var values: [Double]
  private(set) var errors: [Double]
  private(set) var deaths: [Double]
  private(set) var outcomes: [LifeExpectancies.Outcome]
  private(set) var personYears: [Double]
  private(set) var hasEmptyBands: [Bool]

  init(_ counts: MortalityCounts, _ schedule: LifeTableSchedule, ages: [Int]) throws(LifeTableRefusal) {
    guard counts.bands == schedule.bands.count else { throw LifeTableRefusal(.needsAges) }
    var places: [Int] = []
    for age in ages {
      guard let place = schedule.position(ofAge: age) else { throw LifeTableRefusal(.noSuchAge) }
      places.append(place)
    }
    self.ages = ages
    self.counts = counts
    self.schedule = schedule
    self.places = places
    let size = counts.cells * ages.count
    values = [Double](repeating: .nan, count: size)
    errors = values
    deaths = values
    outcomes = [LifeExpectancies.Outcome](repeating: .missing, count: size)
    personYears = [Double](repeating: 0, count: counts.cells)
    hasEmptyBands = [Bool](repeating: false, count: counts.cells)
  }

  /// What a cell's answer needs beside its life table.
  struct Reader {
    var workspace: LifeTableWorkspace
    /// Healthy years and their variance, by band, where they are asked for.
    var healthy: [Double]
    var healthyVariance: [Double]
    var shares: [Double]
    var sizes: [Double]
  }

  /// Fills all cells with the expectancy and variance that `read` finds at a band of the life table.
  func fill(
    threads: ThreadLimit,
    _ read: @Sendable (LifeTableWorkspace, Int, Int) -> (value: Double, variance: Double)
  ) {
    fill(threads: threads, prepare: { _, _ in .estimated }) { reader, place, cell in
      read(reader.workspace, place, cell)
    }
  }

  /// Fills all cells; `prepare` may refuse a cell or compute what `read` then takes at each age.
  func fill(
    threads: ThreadLimit, prepare: @Sendable (inout Reader, Int) -> LifeExpectancies.Outcome,
    _ read: @Sendable (Reader, Int, Int) -> (value: Double, variance: Double)
  ) {
    let (counts, schedule, places) = (counts, schedule, places)
    let width = places.count
    let limit = LifeExpectancies.widestInterval / (2 * ConfidenceInterval.Level.p95.normalQuantile)
    values.withUnsafeMutableBufferPointer { values in
      errors.withUnsafeMutableBufferPointer { errors in
        deaths.withUnsafeMutableBufferPointer { deaths in
          outcomes.withUnsafeMutableBufferPointer { outcomes in
            personYears.withUnsafeMutableBufferPointer { personYears in
              hasEmptyBands.withUnsafeMutableBufferPointer { hasEmptyBands in
                // Ranges of cells are disjoint and within 0..<cells; a cell writes its own `width` places of the first four
                // columns and its own place of the last two.
                nonisolated(unsafe) let (values, errors, deaths, outcomes, personYears, hasEmptyBands) = (
                  values, errors, deaths, outcomes, personYears, hasEmptyBands
                )
                parallelFor(counts.cells, grain: 256, threads: threads) { range in
                  let none = [Double](repeating: 0, count: counts.bands)
                  var reader = Reader(
                    workspace: LifeTableWorkspace(schedule), healthy: none, healthyVariance: none,
                    shares: none,
                    sizes: none)
                  for cell in range {
                    var outcome = counts.status(ofCell: cell)
                    if outcome == .estimated {
                      outcome = reader.workspace.fill(
                        counts.deaths, counts.population, offset: cell, stride: counts.cells)
                    }
                    if outcome == .estimated { outcome = prepare(&reader, cell) }
                    guard outcome == .estimated else {
                      for age in 0..<width { outcomes[cell * width + age] = outcome }
                      continue
                    }
                    for band in 0..<counts.bands {
                      personYears[cell] += counts.population[band * counts.cells + cell]
                      if counts.deaths[band * counts.cells + cell] == 0 { hasEmptyBands[cell] = true }
                    }
                    for (age, place) in places.enumerated() {
                      let target = cell * width + age
                      guard reader.workspace.survivors[place] > 0 else {
                        outcomes[target] = .nobodySurvives
                        continue
                      }
                      let found = read(reader, place, cell)
                      values[target] = found.value
                      errors[target] = found.variance.squareRoot()
                      deaths[target] = 0
                      for band in place..<counts.bands {
                        deaths[target] += counts.deaths[band * counts.cells + cell]
                      }
                      outcomes[target] = errors[target] > limit ? .intervalTooWide : .estimated
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
