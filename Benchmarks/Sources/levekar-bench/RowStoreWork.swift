import CRowStore
import Foundation
import Workloads

/// The peer of the panel store: one SQLite row a cell, through the C interface.
func rowStore(_ request: Request) throws -> Answer {
  let cells = StoreCells()
  let flags = [UInt8](repeating: 0, count: cells.values.count)
  let path = request.folder + "/rows.sqlite"
  func remove() {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
  defer { remove() }
  let write = try request.time {
    remove()
    let code = row_store_write(
      path, Int64(StoreCells.indicators), Int64(StoreCells.plan.zones), Int64(StoreCells.plan.years),
      cells.values, cells.numerators, cells.denominators, flags)
    guard code == 0 else { throw RequestError.store(code) }
  }
  var values = [Double](repeating: 0, count: cells.values.count)
  var count: Int64 = 0
  let read = try request.time {
    let code = row_store_read(path, &values, Int64(values.count), &count)
    guard code == 0 else { throw RequestError.store(code) }
  }
  return Answer(
    times: [("write", write.seconds), ("read", read.seconds)],
    digest: [("cells", Double(count)), ("sum", values.reduce(0, +))])
}
