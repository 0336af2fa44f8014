import COpenBLAS
import LinearAlgebra
import Testing

// The count belongs to the process, so these run one after the other.
@Suite(.serialized) struct BLASThreadsTests {
  @Test func oneThreadUnlessAsked() throws {
    _ = try Matrix.identity(2).gram()
    #expect(BLASThreads.count == 1)
    #expect(openblas_get_num_threads() == 1)
  }

  @Test func aScopeRestoresTheCountEvenWhenItThrows() {
    #expect(BLASThreads.use(2) { openblas_get_num_threads() } == 2)
    #expect(BLASThreads.use(3) { BLASThreads.use(2) { BLASThreads.count } + BLASThreads.count } == 5)
    #expect(BLASThreads.use(-4) { BLASThreads.count } == 1)
    #expect(throws: LinearAlgebraError.self) { try BLASThreads.use(2) { try Matrix(rows: -1, columns: 0) } }
    #expect(BLASThreads.count == 1)
  }
}
