import Foundation
import Interchange

/// Standard output, written as a whole.
public enum StandardOutput {
  /// Writes all bytes.
  ///
  /// A reader that went away (`| head`) is no error. A full disk is.
  ///
  /// - Throws: ``Interchange/InterchangeError/cannotWrite(path:code:)``.
  public static func write(_ bytes: [UInt8]) throws(InterchangeError) {
    signal(SIGPIPE, SIG_IGN)
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return }
        throw .cannotWrite(path: "-", code: errno)
      }
      start += written
    }
  }
}
