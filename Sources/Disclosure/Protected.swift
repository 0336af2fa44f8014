/// Something that has been through disclosure control and may be shown.
///
/// Only this target makes one, from panels; whatever is computed from protected panels is protected too, because
/// ``map(_:)`` gives the computation nothing else to work on. Reports and result files accept nothing but this.
public struct Protected<Value: Sendable>: Sendable {
  /// What may be shown.
  public let value: Value

  init(_ value: Value) {
    self.value = value
  }

  /// What a computation makes of it. The computation must not reach for unprotected figures on the side.
  public func map<Result: Sendable, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> Protected<Result> {
    Protected<Result>(try transform(value))
  }
}

extension Protected {
  /// A value that holds no figures about people, such as a list of names or versions.
  public static func holdingNoFigures(_ value: Value) -> Protected { Protected(value) }
}
