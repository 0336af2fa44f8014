import Foundation
import Levekar

/// The terminal the command runs on.
enum Terminal {
  /// Its width in columns: what the terminal says, else $COLUMNS, else 100.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
  }

  /// Rewrites one line on standard error for each step of a long job.
  static func progress(isShown: Bool, language: Language) -> RefreshProgress {
    guard isShown else { return RefreshProgress { _ in } }
    return RefreshProgress { step in
      let line =
        step.isFinished ? "" : Rendering.progressLine(step, width: min(width, 100), language: language)
      FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
    }
  }
}
