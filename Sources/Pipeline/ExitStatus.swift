import Indicators

/// The exit codes of the command: a contract.
public enum ExitStatus {
  /// All is well.
  public static let ok: Int32 = 0
  /// A check found problems, or a source failed and the others went on.
  public static let problems: Int32 = 1
  /// Every requested row was refused.
  public static let refused: Int32 = 2

  /// The code of an error.
  public static func code(of kind: ErrorKind) -> Int32 {
    switch kind {
    case .refused: refused
    case .usage: 64
    case .badData: 65
    case .noInput: 66
    case .unavailable: 69
    case .defect: 70
    case .cannotWrite: 73
    case .tryLater: 75
    }
  }
}
