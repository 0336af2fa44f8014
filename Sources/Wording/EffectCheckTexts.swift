extension Wording {
  /// Why a part of `effect --sensitivity` does not exist, by id.
  static let effectCheckReasons: [String: ReasonText] = [
    "same-donors": ReasonText(
      (nb: "gir de samme sonene", en: "leaves the same zones"),
      (
        nb:
          "Regelen tar ikke ut eller inn noen sone, så svaret ville vært det samme. Det vises ikke to ganger.",
        en: "The rule takes no zone out or in, so the answer would be the same. It is not shown twice."
      )),
    "needs-zone-list": ReasonText(
      (nb: "krever en liste over soner", en: "needs a list of zones"),
      (
        nb: "Uten en liste over soner med kommune vet ingen hvilke soner som hører til kommunen.",
        en: "Without a list of zones with their municipality nobody knows which zones belong to it."
      )),
    "needs-neighbours": ReasonText(
      (nb: "krever en liste over naboer", en: "needs a list of neighbours"),
      (
        nb: "Gi en liste over nabosoner med `--exclude-neighbours` eller `--districts`.",
        en: "Give a list of neighbouring zones with `--exclude-neighbours` or `--districts`."
      )),
    "no-neighbours-among-donors": ReasonText(
      (
        nb: "ingen nabo er blant sonene det sammenlignes med",
        en: "no neighbour is among the zones compared with"
      ),
      (
        nb: "Naboene er utelatt av andre grunner, eller de mangler tall. Virkning på dem kan ikke prøves.",
        en:
          "The neighbours are left out for other reasons or lack figures. What happened there cannot be tried."
      )),
    "no-weights": ReasonText(
      (nb: "metoden har ingen vekter", en: "the method has no weights"),
      (
        nb: "Metoden fordeler ikke vekt på soner, så ingen enkelt sone kan pekes ut.",
        en: "The method spreads no weight over zones, so no single one can be pointed out."
      )),
    "no-selection-years": ReasonText(
      (
        nb: "årene sonen ble valgt på, er ikke blant årene før start",
        en: "the years of the choice are not among those before the start"
      ),
      (
        nb: "Oppgi årene med `--selection-years`, for eksempel 2021..2023.",
        en: "Give the years with `--selection-years`, such as 2021..2023."
      )),
  ]
}

/// The figures of one check, written out.
public struct CheckFigures: Sendable {
  /// What was found.
  public var value: String?
  /// The lowest, or the lower end.
  public var low: String?
  /// The highest, or the upper end.
  public var high: String?
  /// The mean, or what else the check has there.
  public var mean: String?
  /// What the value is held against.
  public var reference: String?
  /// The p-value.
  public var pValue: String?
  /// The smallest p-value there could be.
  public var floor: String?
  /// How many cases.
  public var count: String?
  /// How many of them share nothing.
  public var disjoint: String?
  /// What it is about.
  public var concerns: String?
  /// Without which the effect goes away.
  public var breakdown: String?

  /// None yet.
  public init() {}
}

/// The words of `effect --sensitivity`.
public struct EffectCheckWords: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  /// Above the picture.
  public func panelTitle(runs: Int) -> String {
    language.pick(
      "Tåler svaret andre valg? Hovedresultatet (●) var bestemt på forhånd; \(runs) andre beregninger endrer det ikke.",
      "Does the answer bear other choices? The headline (●) was fixed beforehand; \(runs) other runs do not change it."
    )
  }

  /// Above a part of the picture: `methods`, `rules` or `windows`.
  public func section(_ id: String) -> String {
    switch id {
    case "methods": language.pick("Andre metoder, samme soner og år", "Other methods, same zones and years")
    case "rules":
      language.pick(
        "Hovedmetoden, andre soner å sammenligne med", "The headline's method, other zones to compare with")
    default:
      language.pick("Hovedmetoden, andre år før start", "The headline's method, other years before the start")
    }
  }

  /// A rule for donors.
  public func rule(_ id: String) -> String {
    switch id {
    case "asked": language.pick("soner som bestemt", "zones as asked")
    case "same-municipality": language.pick("bare samme kommune", "same municipality only")
    case "without-neighbours": language.pick("uten nabosoner", "without neighbours")
    case "with-neighbours": language.pick("med nabosoner", "with neighbours")
    case "size-band": language.pick("bare soner av lik størrelse", "zones of like size only")
    case "any-size": language.pick("soner av alle størrelser", "zones of any size")
    case "without-heaviest-donor": language.pick("uten sonen med mest vekt", "without the heaviest zone")
    default: id
    }
  }

  /// A window.
  public func window(_ id: String) -> String {
    switch id {
    case "all": language.pick("alle år før start", "all years before the start")
    case "last-half": language.pick("siste halvdel av årene", "the last half of the years")
    case "without-selection": language.pick("uten årene valget bygde på", "without the years of the choice")
    default: id
    }
  }

  /// How the others stand to the headline: how many lie within its uncertainty, below it and above it.
  ///
  /// - Parameter sameSign: How many have the headline's sign; `nil` where the headline may be chance, and its sign says nothing.
  public func agreement(
    runs: Int, agree: Int, below: Int, above: Int, sameSign: Int?, failed: Int, lowest: String,
    highest: String
  ) -> String {
    let extra =
      failed > 0
      ? language.pick(" \(failed) kunne ikke beregnes.", " \(failed) could not be computed.") : ""
    let signs =
      sameSign.map {
        language.pick(" \($0) har samme fortegn.", " \($0) have the same sign.")
      } ?? ""
    return language.pick(
      "Av \(runs) andre beregninger ligger \(agree) innenfor usikkerheten i hovedresultatet, \(below) under og \(above) over.\(signs) De går fra \(lowest) til \(highest).\(extra)",
      "Of \(runs) other runs, \(agree) lie within the headline's uncertainty, \(below) below and \(above) above.\(signs) They range from \(lowest) to \(highest).\(extra)"
    )
  }

  /// After it, where the headline is too uncertain to say anything: agreement among answers that say little.
  public var weakAgreement: String {
    language.pick(
      "Hovedresultatet er for usikkert til å si om noe har endret seg. Da sier det lite at andre beregninger er enige med det.",
      "The headline is too uncertain to say whether anything changed. That other runs agree with it then says little."
    )
  }

  /// Above the checks.
  public func checksTitle(doubts: Int, tried: Int, untried: Int) -> String {
    let rest =
      untried > 0
      ? language.pick(
        "; \(untried) kunne ikke prøves med disse tallene",
        "; \(untried) could not be tried with these figures")
      : ""
    return doubts == 0
      ? language.pick(
        "Sjekker: \(tried) er prøvd, og ingen gir grunn til tvil\(rest). Det er ikke et bevis.",
        "Checks: \(tried) were tried and none gives reason for doubt\(rest). That is no proof.")
      : language.pick(
        "Sjekker: \(doubts) av \(tried) gir grunn til tvil\(rest).",
        "Checks: \(doubts) of \(tried) give reason for doubt\(rest).")
  }

  /// A verdict.
  public func verdict(_ id: String) -> String {
    switch id {
    case "ok": language.pick("holder", "holds")
    case "doubt": language.pick("TVIL", "DOUBT")
    case "not-possible": language.pick("ikke prøvd", "not tried")
    default: id
    }
  }

  /// The question a check asks.
  public func question(_ id: String) -> String {
    switch id {
    case "placebo-in-time":
      language.pick("Finner metoden noe før start?", "Does the method find something before the start?")
    case "leave-one-donor-out": language.pick("Henger det på én sone?", "Does it hang on one zone?")
    case "leave-one-period-out": language.pick("Henger det på ett år?", "Does it hang on one year?")
    case "without-selection":
      language.pick("Uten årene sonen ble valgt på?", "Without the years of the choice?")
    case "equally-extreme": language.pick("Bedret like utsatte seg også?", "Did zones as extreme move too?")
    case "expected-return": language.pick("Ville det kommet av seg selv?", "Would it have come by itself?")
    case "levels-or-movements":
      language.pick("Samme svar på nivå og endring?", "Same answer on levels and movements?")
    case "spillover-ring": language.pick("Skjedde noe hos naboene?", "Did something happen next door?")
    case "spillover-net": language.pick("Sone og naboer samlet?", "Zone and neighbours together?")
    case "numerator-or-denominator": language.pick("Er det folketallet?", "Is it the denominator?")
    case "donor-concentration": language.pick("Er det mange nok soner?", "Are there zones enough?")
    case "convex-hull": language.pick("Ligner sonene nok?", "Are the zones alike enough?")
    case "fit-before": language.pick("Traff metoden før start?", "Did the method fit before the start?")
    case "placebo-districts": language.pick("Uvanlig for et slikt område?", "Unusual for such a district?")
    default: id
    }
  }

  /// What a check found.
  public func found(_ id: String, _ all: CheckFigures) -> String {
    let value = all.value ?? "?"
    let reference = all.reference ?? "?"
    let p = all.pValue.map { ", p \($0)" } ?? ""
    let range = all.low.flatMap { low in
      all.high.map { language.pick("\(low) til \($0)", "\(low) to \($0)") }
    }
    let concerns = all.concerns ?? "?"
    switch id {
    case "placebo-in-time":
      return language.pick(
        "start tenkt i \(concerns): \(value)\(p); hovedresultat \(reference)",
        "start put in \(concerns): \(value)\(p); headline \(reference)")
    case "leave-one-donor-out", "leave-one-period-out":
      let turn = all.breakdown.map {
        language.pick("; uten \($0) snur fortegnet", "; without \($0) the sign turns")
      }
      return language.pick(
        "\(range ?? value), mest endret uten \(concerns)\(turn ?? "")",
        "\(range ?? value), moved most without \(concerns)\(turn ?? "")")
    case "without-selection":
      return language.pick(
        "uten \(concerns): \(value) mot \(reference)", "without \(concerns): \(value) against \(reference)")
    case "equally-extreme":
      return language.pick(
        "\(all.count ?? "?") soner så ut slik i \(concerns) og fikk \(value) uten tiltak",
        "\(all.count ?? "?") zones looked so in \(concerns) and got \(value) without the programme")
    case "expected-return":
      return language.pick(
        "tilfeldige svingninger alene ventes å gi \(value)", "chance alone is expected to give \(value)")
    case "levels-or-movements":
      return language.pick(
        "på nivå \(all.low ?? "?"), på endringer \(all.high ?? "?"); ulikhet \(value)\(p)",
        "on levels \(all.low ?? "?"), on movements \(all.high ?? "?"); apart by \(value)\(p)")
    case "spillover-ring":
      return language.pick(
        "naboene (\(concerns)): \(value)\(p); sonen uten dem \(reference)",
        "the neighbours (\(concerns)): \(value)\(p); the zone without them \(reference)")
    case "spillover-net":
      return language.pick("etter størrelse: \(value)\(p)", "by size: \(value)\(p)")
    case "numerator-or-denominator":
      return language.pick(
        "nevneren står for \(value) og telleren for \(all.mean ?? "?") av forskjellen \(reference)",
        "the denominator makes \(value) and the numerator \(all.mean ?? "?") of the difference \(reference)")
    case "donor-concentration":
      return language.pick(
        "tilsvarer \(value) like viktige soner; mest vekt: \(concerns) (\(all.high ?? "?"))",
        "as good as \(value) zones of equal weight; heaviest: \(concerns) (\(all.high ?? "?"))")
    case "convex-hull":
      let what =
        concerns == "level"
        ? language.pick("nivået", "the level") : language.pick("svingningene", "the movements")
      return language.pick(
        "\(what) er \(value) fra en blanding av soner, for andre soner gjerne \(reference); utenfor alle i \(all.count ?? "?") år",
        "\(what) lie \(value) from a mixture of zones, those of other zones \(reference); outside all in \(all.count ?? "?") years"
      )
    case "fit-before":
      return language.pick(
        "avviket er \(value) av sonens egne svingninger; 1 er som en flat linje",
        "the miss is \(value) of the zone's own swings; 1 is as a flat line")
    case "placebo-districts":
      return language.pick(
        "\(value) blant \(all.count ?? "?") andre områder av samme størrelse (\(all.disjoint ?? "?") uten felles soner)\(p), minst mulig \(all.floor ?? "?")",
        "\(value) among \(all.count ?? "?") other districts of its size (\(all.disjoint ?? "?") sharing no zone)\(p), at best \(all.floor ?? "?")"
      )
    default: return value
    }
  }
}
