import Foundation

/// The number of cores this process may use; at least one.
func activeCores() -> Int {
  max(1, ProcessInfo.processInfo.activeProcessorCount)
}
