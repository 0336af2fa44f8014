/// What stops a calibration.
enum CalibrationError: Error, CustomStringConvertible {
  case argument(String)
  case rows(expected: Int, found: Int)

  var description: String {
    switch self {
    case .argument(let word): "'\(word)' is not understood; \(Command.usage)"
    case .rows(let expected, let found): "\(expected) rows were asked for, \(found) came"
    }
  }
}
