import GRDB

extension KnowledgeBaseError {
  /// What an error of SQLite, or of the base's own stores, means for the caller.
  init(_ error: any Error, path: String, isWriting: Bool) {
    if let own = error as? KnowledgeBaseError {
      if case .damaged("", let detail) = own {
        self = .damaged(path: path, detail: detail)
      } else {
        self = own
      }
      return
    }
    guard let error = error as? DatabaseError else {
      self =
        error is StoredValueError
        ? .damaged(path: path, detail: "unreadable value") : .unexpected(code: -1, detail: "\(error)")
      return
    }
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotWrite(path: path, detail: detail)
    case .SQLITE_IOERR:
      self = isWriting ? .cannotWrite(path: path, detail: detail) : .cannotRead(path: path, detail: detail)
    case .SQLITE_CANTOPEN:
      self = isWriting ? .cannotWrite(path: path, detail: detail) : .cannotRead(path: path, detail: detail)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_NOTADB: self = .notAKnowledgeBase(path: path)
    case .SQLITE_ERROR where detail.hasPrefix("no such table") || detail.hasPrefix("no such column"):
      self = .damaged(path: path, detail: detail)
    default: self = .unexpected(code: Int(error.extendedResultCode.rawValue), detail: detail)
    }
  }
}
