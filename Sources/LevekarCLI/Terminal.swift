import Foundation
import Levekar
import Synchronization

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

  /// Rewrites one line on standard error as a calibration comes along, at most once a hundredth.
  static func calibration(isShown: Bool, language: Language) -> CalibrationProgress {
    guard isShown else { return .silent }
    let last = Mutex(-1)
    return CalibrationProgress { share, detail in
      let hundredth = Int(share * 100)
      last.withLock { shown in
        guard hundredth > shown else { return }
        shown = hundredth
        let line =
          share >= 1
          ? "" : Wording.calibrating(hundredth, detail, language: language).prefix(min(width, 100) - 1)
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(line)".utf8))
      }
    }
  }
}
