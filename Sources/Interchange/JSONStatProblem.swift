/// What keeps a well-formed JSON text from being a JSON-stat dataset that can be read.
public enum JSONStatProblem: Sendable, Hashable {
  /// A member that a dataset must have is not there.
  case missingMember(String)
  /// A member holds something else than it should.
  case wrongType(member: String, expected: String)
  /// `id` and `size` name different numbers of dimensions, and the categories do not settle it.
  case sizesDiffer(dimensions: Int, sizes: Int)
  /// A size that is not a whole number of at least zero.
  case badSize(dimension: String, size: String)
  /// A dimension has another number of categories than its size.
  case categoriesDiffer(dimension: String, size: Int, categories: Int)
  /// A category's position lies outside its dimension, or two categories share one.
  case badPosition(dimension: String, category: String)
  /// A category comes twice.
  case duplicateCategory(dimension: String, category: String)
  /// A dimension comes twice in `id`.
  case duplicateDimension(String)
  /// A dimension of `id` is not described.
  case unknownDimension(String)
  /// There are more cells than the reader takes, or more than a machine can count.
  case tooManyCells(limit: Int)
  /// `value` has another number of cells than the sizes say.
  case valuesDiffer(expected: Int, found: Int)
  /// `status` has another number of cells than the sizes say.
  case statusesDiffer(expected: Int, found: Int)
  /// A position of a sparse `value` or `status` outside the cube, or given twice.
  case badIndex(member: String, index: Int)

  /// The stable id.
  public var code: String {
    switch self {
    case .missingMember: "json-stat-missing-member"
    case .wrongType: "json-stat-wrong-type"
    case .sizesDiffer: "json-stat-sizes-differ"
    case .badSize: "json-stat-bad-size"
    case .categoriesDiffer: "json-stat-categories-differ"
    case .badPosition: "json-stat-bad-position"
    case .duplicateCategory: "json-stat-duplicate-category"
    case .duplicateDimension: "json-stat-duplicate-dimension"
    case .unknownDimension: "json-stat-unknown-dimension"
    case .tooManyCells: "json-stat-too-many-cells"
    case .valuesDiffer: "json-stat-values-differ"
    case .statusesDiffer: "json-stat-statuses-differ"
    case .badIndex: "json-stat-bad-index"
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    switch self {
    case .missingMember(let member): ["member": member]
    case .wrongType(let member, let expected): ["member": member, "expected": expected]
    case .sizesDiffer(let dimensions, let sizes): ["dimensions": "\(dimensions)", "sizes": "\(sizes)"]
    case .badSize(let dimension, let size): ["dimension": dimension, "size": size]
    case .categoriesDiffer(let dimension, let size, let categories):
      ["dimension": dimension, "size": "\(size)", "categories": "\(categories)"]
    case .badPosition(let dimension, let category), .duplicateCategory(let dimension, let category):
      ["dimension": dimension, "category": category]
    case .duplicateDimension(let dimension), .unknownDimension(let dimension): ["dimension": dimension]
    case .tooManyCells(let limit): ["limit": "\(limit)"]
    case .valuesDiffer(let expected, let found), .statusesDiffer(let expected, let found):
      ["expected": "\(expected)", "found": "\(found)"]
    case .badIndex(let member, let index): ["member": member, "index": "\(index)"]
    }
  }
}
