import Foundation

/// A copy of `Data/larvik` that a refresh may write beside.
public enum ExampleCopy {
  /// Copies the example into a folder that is not there yet, or anew; gives the path of its programme file.
  public static func make(at folder: String) throws -> String {
    let files = FileManager.default
    // This file lies in Benchmarks/Sources/Workloads, and Data/ beside Benchmarks/.
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
    try files.copyItem(atPath: root.appendingPathComponent("Data/larvik").path, toPath: folder)
    return folder + "/programme.yml"
  }
}
