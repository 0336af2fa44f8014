/// What the command says about its own work.
extension Wording {
  /// A stage of a refresh, by its id.
  public static func stage(_ id: String, language: Language) -> String {
    switch id {
    case "fetch": language.pick("henter", "fetching")
    case "read": language.pick("leser", "reading")
    case "harmonise": language.pick("samordner soner", "placing zones")
    case "derive": language.pick("beregner indikatorer", "deriving")
    case "protect": language.pick("skjermer", "protecting")
    case "analyse": language.pick("analyserer", "analysing")
    case "publish": language.pick("skriver", "publishing")
    default: id
    }
  }

  /// How much a finding matters.
  public static func severity(_ id: String, language: Language) -> String {
    switch id {
    case "note": language.pick("merknad", "note")
    case "warning": language.pick("advarsel", "warning")
    case "error": language.pick("feil", "error")
    default: id
    }
  }

  /// That a refresh or an import changed nothing.
  public static func nothingChanged(_ version: Int, language: Language) -> String {
    language.pick(
      "ingenting er endret siden versjon \(version); det er ikke laget noen ny versjon",
      "nothing has changed since version \(version); no new version was made")
  }

  /// What an import did, from its facts: `version`, `changed`, `added`, `revised`, `withdrawn`, `base`, `indicators`.
  public static func imported(_ facts: [String: String], language: Language) -> [String] {
    func fact(_ key: String) -> String { facts[key] ?? "" }
    guard facts["changed"] == "yes" else {
      return [nothingChanged(Int(fact("version")) ?? 0, language: language)]
    }
    return [
      language.pick(
        "versjon \(fact("version")) av \(fact("base")): \(fact("added")) nye tall, \(fact("revised")) reviderte, \(fact("withdrawn")) trukket",
        "version \(fact("version")) of \(fact("base")): \(fact("added")) new figures, \(fact("revised")) revised, \(fact("withdrawn")) withdrawn"
      ),
      language.pick("indikatorer: \(fact("indicators"))", "indicators: \(fact("indicators"))"),
    ]
  }

  /// What `init` wrote, and what to do next.
  public static func programmeWritten(_ files: [String], folder: String, language: Language) -> [String] {
    [
      language.pick(
        "laget \(folder) med \(files.count) filer: \(files.joined(separator: ", "))",
        "made \(folder) with \(files.count) files: \(files.joined(separator: ", "))"),
      language.pick(
        "neste: levekar refresh \(folder)/programme.yml", "next: levekar refresh \(folder)/programme.yml"),
    ]
  }
}
