import CLAPACKE

/// A dimension as the 32-bit integer that BLAS and LAPACK take.
func lapackInteger(_ dimension: Int) throws(LinearAlgebraError) -> Int32 {
  guard let exact = Int32(exactly: dimension) else { throw .tooLarge(dimension: dimension) }
  return exact
}

/// Turns the `info` of a LAPACK routine into a named error.
///
/// - Parameter positive: What a positive value means for this routine.
func checkLAPACK(
  _ info: Int32, _ routine: String, positive: (Int) -> LinearAlgebraError
) throws(LinearAlgebraError) {
  if info == 0 { return }
  if info == LAPACK_WORK_MEMORY_ERROR || info == LAPACK_TRANSPOSE_MEMORY_ERROR {
    throw .outOfMemory(routine: routine)
  }
  if info < 0 { throw .invalidArgument(routine: routine, position: -Int(info)) }
  throw positive(Int(info))
}
