import Analyses

/// What the texts of `inequality`'s own options mean.
public struct InequalityRequest: Sendable {
  private let measure: String?
  private let index: String?
  private let groups: String?
  private let order: String?
  private let rankBy: String?
  private let link: String
  private let equalGroups: Bool
  private let replicates: Int

  /// The options as written.
  public init(
    measure: String?, index: String?, groups: String?, order: String?, rankBy: String?, link: String,
    equalGroups: Bool, replicates: Int
  ) {
    self.measure = measure
    self.index = index
    self.groups = groups
    self.order = order
    self.rankBy = rankBy
    self.link = link
    self.equalGroups = equalGroups
    self.replicates = replicates
  }

  /// The measure of the file: what `--measure` says where it names no measure of inequality.
  public var fileMeasure: String? {
    index == nil && measure.flatMap(InequalityMeasure.list) != nil ? nil : measure
  }

  /// The options, understood.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)``.
  public func options() throws(PipelineError) -> InequalityOptions {
    var asked = InequalityOptions()
    let names = InequalityMeasure.allCases.map(\.rawValue)
    if let index {
      guard let found = InequalityMeasure.list(index) else {
        throw .unreadableOption(option: "--index", text: index, expected: names.joined(separator: ", "))
      }
      asked.measures = found
    } else if let measure, let found = InequalityMeasure.list(measure) {
      asked.measures = found
    }
    guard asked.setLink(link) else {
      throw .unreadableOption(option: "--link", text: link, expected: "identity, log, logit")
    }
    guard (99...100_000).contains(replicates) else {
      throw .unreadableOption(option: "--replicates", text: "\(replicates)", expected: "99–100000")
    }
    asked.groups = groups
    asked.rankBy = rankBy
    asked.countAlike = equalGroups
    asked.replicates = replicates
    // Names of groups may have commas in them; then semicolons part them.
    let separator: Character = order?.contains(";") == true ? ";" : ","
    asked.order =
      order?.split(separator: separator).map { word in
        String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      } ?? []
    return asked
  }
}
