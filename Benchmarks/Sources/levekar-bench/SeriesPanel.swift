import ExampleData
import Foundation
import Indicators

/// The panel of `series.f64`: every series a zone.
func seriesPanel(_ folder: String) throws -> Panel {
  let path = folder + "/series.f64"
  guard let data = FileManager.default.contents(atPath: path) else { throw RequestError.unreadable(path) }
  let values = data.withUnsafeBytes { bytes in
    [Double](unsafeUninitializedCapacity: bytes.count / 8) { buffer, count in
      count = bytes.copyBytes(to: buffer) / 8
    }
  }
  let plan = NationalPanel(zones: values.count / BenchmarkInputs.seriesLength)
  return try Panel(
    indicator: "constructed", zones: (0..<plan.zones).map { Zone(code: plan.code($0)) },
    periods: (0..<plan.years).compactMap { Period(year: plan.firstYear + $0) }, values: values,
    statuses: [CellStatus](repeating: .observed, count: values.count))
}
