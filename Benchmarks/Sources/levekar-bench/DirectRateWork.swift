import Indicators
import Rates
import Workloads

/// Directly standardised rates with variance and Dobson's limits of 14 000 zones × 25 years × 18 ages.
func directRates(_ request: Request) throws -> Answer {
  let stack = AgeStack()
  let (seconds, rates) = try request.time {
    try DirectRates(
      events: stack.events, populations: stack.persons, weights: stack.weights, cells: stack.cells,
      threads: request.threads
    ) { _ in .observed }
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("value", rates.values.reduce(0, +)), ("variance", rates.variances.reduce(0, +)),
      ("lower", rates.lower.reduce(0, +)), ("upper", rates.upper.reduce(0, +)),
    ])
}
