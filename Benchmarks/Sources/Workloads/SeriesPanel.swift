import ExampleData
import Foundation
import Indicators

extension Panel {
  /// 100 000 series of 25 years, every series a zone: those of `series.f64` in the folder, or made anew.
  public static func benchmarkSeries(folder: String? = nil) throws -> Panel {
    var values: [Double] = []
    if let folder {
      let path = folder + "/series.f64"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ExampleError.unreadable(path: path)
      }
      values = data.withUnsafeBytes { bytes in
        [Double](unsafeUninitializedCapacity: bytes.count / 8) { buffer, count in
          count = bytes.copyBytes(to: buffer) / 8
        }
      }
    } else {
      values = BenchmarkInputs.series()
    }
    let plan = NationalPanel(zones: values.count / BenchmarkInputs.seriesLength)
    return try Panel(
      indicator: "constructed", zones: (0..<plan.zones).map { Zone(code: plan.code($0)) },
      periods: (0..<plan.years).compactMap { Period(year: plan.firstYear + $0) }, values: values,
      statuses: [CellStatus](repeating: .observed, count: values.count))
  }
}
