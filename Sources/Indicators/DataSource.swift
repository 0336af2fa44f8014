/// Where figures come from: one entry of `sources.yml`.
public struct DataSource: Sendable, Hashable {
  /// The way a source is asked.
  public enum Kind: String, Sendable, CaseIterable {
    /// Statistics Norway's PxWebApi version 2.
    case pxweb2
    /// PxWebApi version 0 or 1.
    case pxweb0
    /// The open API of the institute of public health.
    case fhi
    /// Statistics Norway's classifications.
    case klass
    /// A file at a secure address.
    case httpsFile = "https-file"
    /// Files in a folder.
    case folder

    /// Whether the source is asked over the network.
    public var isRemote: Bool { self != .folder }
  }

  /// What should have arrived by when; late is loud.
  public struct Expectation: Sendable, Hashable {
    /// How often: `yearly`, `monthly`, …
    public var frequency: String?
    /// The day of the year by which new figures are due, `mm-dd`.
    public var newBy: String?
    /// The fewest rows a good answer has.
    public var minimumRows: Int?

    /// An expectation.
    public init(frequency: String? = nil, newBy: String? = nil, minimumRows: Int? = nil) {
      self.frequency = frequency
      self.newBy = newBy
      self.minimumRows = minimumRows
    }
  }

  /// The id.
  public let id: String
  /// How it is asked.
  public let kind: Kind
  /// The host of a remote source.
  public var host: String?
  /// The path of a file or a pattern of files, relative to the file that names it.
  public var path: String?
  /// The table of a statistics bank.
  public var table: String?
  /// What is selected of each dimension, as written.
  public var select: [String: String]
  /// Headers by role where the reader cannot know them: `zone`, `period`, `value`, `numerator`, `denominator`, `indicator`.
  public var columns: [String: String]
  /// The licence of the figures.
  public var licence: String?
  /// How the source wants to be named.
  public var attribution: String?
  /// What should have arrived by when.
  public var expect: Expectation
  /// Whether its figures are constructed for an example.
  public var isConstructed: Bool

  /// A source.
  public init(
    id: String, kind: Kind, host: String? = nil, path: String? = nil, table: String? = nil,
    select: [String: String] = [:], columns: [String: String] = [:], licence: String? = nil,
    attribution: String? = nil, expect: Expectation = Expectation(), isConstructed: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.host = host
    self.path = path
    self.table = table
    self.select = select
    self.columns = columns
    self.licence = licence
    self.attribution = attribution
    self.expect = expect
    self.isConstructed = isConstructed
  }
}
