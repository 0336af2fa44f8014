/// The version of the engine, as results and bases record it.
public enum EngineVersion {
  /// Semantic version.
  public static let text = "0.1.0"
}
