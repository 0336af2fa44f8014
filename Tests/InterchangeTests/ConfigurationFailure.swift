@testable import Interchange

/// What a configuration reader threw.
func configurationFailure<Value>(_ read: () throws -> Value) -> (
  problem: ConfigurationProblem, at: TextPosition
)? {
  do {
    _ = try read()
  } catch InterchangeError.document(.configuration(let problem, let position), _) {
    return (problem, position)
  } catch {}
  return nil
}
