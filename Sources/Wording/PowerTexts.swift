import Indicators

extension Wording {
  /// Methods of what could have been seen, by id.
  static let powerMethods: [String: ArticleText] = [
    "effect.detectable-effect": ArticleText(
      (nb: "Minste effekt som kan oppdages", en: "Smallest effect that can be seen"),
      (
        nb:
          "Hvor stor en endring må være for at vi sannsynligvis skal se den. Tallet kommer fra sonene som ikke har fått tiltak: der vet vi hvor mye tallene svinger av seg selv. Vi legger også inn kjente endringer i disse sonene og teller hvor ofte testen finner dem. Det største av de to tallene gjelder. En mindre endring kan være der uten at vi ser den.",
        en:
          "How large a change must be for us to see it with good probability. The figure comes from zones without the programme: there we know how much figures move by themselves. We also plant known changes in these zones and count how often the test finds them. The larger of the two figures holds. A smaller change may be there without being seen."
      )),
    "effect.first-detectable-year": ArticleText(
      (nb: "Første år en effekt kan synes", en: "First year an effect could be seen"),
      (
        nb:
          "Hvor mange år det må gå før en effekt av en gitt størrelse sannsynligvis ville synes. For årene vi har tall for, er det regnet ut direkte. For senere år er det en framskriving: noe av usikkerheten jevner seg ut med årene, resten gjør det ikke. Noen effekter vil aldri synes i tallene, uansett hvor lenge vi venter.",
        en:
          "How many years must pass before an effect of a given size would probably show. For years with figures it is computed directly. For later years it is a projection: some of the uncertainty averages out over the years and the rest does not. Some effects will never show in the figures, however long we wait."
      )),
    "effect.informativeness": ArticleText(
      (nb: "Kan indikatoren si noe?", en: "Can the indicator tell anything?"),
      (
        nb:
          "Sier om indikatoren kunne ha vist en effekt som er verdt å kjenne til. Uten en egen grense brukes en fjerdedel av nivået. Kan den ikke det, betyr et rolig tall verken at tiltaket virker eller at det ikke gjør det. Dommen felles før vi ser på resultatet.",
        en:
          "Says whether the indicator could have shown an effect worth knowing about. Without a limit of its own a quarter of the level is used. If it could not, a quiet figure means neither that the programme works nor that it does not. The verdict is given before the result is looked at."
      )),
    "effect.honest-relative-magnitudes": ArticleText(
      (
        nb: "Effekt når utviklingen ikke var helt parallell (relativt til tidligere avvik)",
        en: "Effect where trends were not quite parallel (relative to earlier gaps)"
      ),
      (
        nb:
          "Sammenligningen bygger på at sonene ville fulgt hverandre uten tiltaket. Her får de lov til å skille lag, men ikke mer enn et visst antall ganger så mye som de noen gang gjorde før start. Intervallet holder for alle slike avvik. Bruddpunktet sier hvor store avvikene må være før vi ikke lenger kan si hvilken vei det gikk. Med få soner er usikkerheten selv bare et anslag.",
        en:
          "The comparison rests on zones following each other without the programme. Here they may part, but by no more than a number of times what they ever did before the start. The interval holds for all such gaps. The breakdown value says how large the gaps must be before we can no longer say which way it went. With few zones the uncertainty is only an estimate itself."
      )),
    "effect.honest-smoothness": ArticleText(
      (
        nb: "Effekt når utviklingen ikke var helt parallell (jevn bøyning)",
        en: "Effect where trends were not quite parallel (smooth bends)"
      ),
      (
        nb:
          "Forskjellen mellom sonene får lov til å fortsette i den retningen den hadde før start, og til å bøye av litt hvert år. Intervallet holder så lenge bøyningen ikke er større enn grensen. Uten bøyning blir den gamle utviklingen forlenget i en rett linje.",
        en:
          "The difference between zones may go on in the direction it had before the start, and bend a little each year. The interval holds as long as the bend is no larger than the bound. Without a bend the old course is prolonged in a straight line."
      )),
  ]

  /// Why an indicator is not informative, by id.
  static let powerReasons: [String: ReasonText] = [
    "p-floor-above-level": ReasonText(
      (
        nb: "for få soner å sammenligne med til at testen kan slå ut",
        en: "too few zones to compare with for the test to react at all"
      ),
      (
        nb:
          "p-verdien kan ikke bli lavere enn én delt på antall soner. Med så få soner kommer den aldri under grensen, uansett hva som skjer. Det sier ingenting om tiltaket.",
        en:
          "The p-value cannot get below one over the number of zones. With so few zones it never gets below the limit, whatever happens. That says nothing about the programme."
      )),
    "effect-of-interest-too-small-to-see": ReasonText(
      (
        nb: "en effekt av interesse ville trolig ikke synes i tallene",
        en: "an effect of interest would probably not show in the figures"
      ),
      (
        nb:
          "Tallene svinger for mye fra før til at en effekt av denne størrelsen ville skille seg ut. At vi ikke ser noe, er derfor ikke et tegn på at tiltaket ikke virker.",
        en:
          "The figures move too much by themselves for an effect of this size to stand out. That nothing is seen is therefore no sign that the programme does not work."
      )),
    "one-look-only": ReasonText(
      (
        nb: "kan ikke framskrives fra ett blikk", en: "cannot be projected from one look"
      ),
      (
        nb:
          "For å si hvor mye sikrere tallene blir med årene, trengs minst to blikk. Her kunne bare ett regnes ut. Når en effekt tidligst kan synes, er derfor ikke kjent.",
        en:
          "To say how much surer figures become with the years takes at least two looks. Only one could be computed here. When an effect could first be seen is therefore not known."
      )),
    "no-effect-of-interest": ReasonText(
      (
        nb: "det er ikke sagt hvor stor en effekt må være for å ha interesse",
        en: "nobody has said how large an effect must be to be of interest"
      ),
      (
        nb:
          "Verken en minste effekt av interesse eller et nivå å regne den av er kjent, så det kan ikke sies om indikatoren er følsom nok.",
        en:
          "Neither a smallest effect of interest nor a level to take a share of is known, so it cannot be said whether the indicator is sensitive enough."
      )),
  ]

  /// What is worth knowing about power, by id.
  static let powerDiagnostics: [String: DiagnosticText] = [
    "start-pretended": DiagnosticText(
      (
        nb: "ingen tall etter start ennå; de siste årene før start er brukt som om de kom etter",
        en: "no figures after the start yet; the last years before it are taken as if they came after"
      ),
      (
        nb:
          "Hva som vil kunne ses, er regnet ut av årene før start: vi later som om tiltaket begynte noen år tidligere, da ingenting var gjort, og ser hvor mye tallene svingte. Det forutsetter at sonene svinger like mye i årene som kommer. Senere blikk er framskrevet.",
        en:
          "What will be possible to see is computed from the years before the start: we take the programme to have begun some years earlier, when nothing was done, and see how far figures moved. That takes zones to move as much in the years to come. Later looks are projected."
      ))
  ]

  /// When a size could be seen first, in a table.
  ///
  /// - Parameters:
  ///   - period: The period, in words; `nil` where there is none.
  ///   - isExtrapolated: Whether it lies beyond the figures.
  ///   - horizon: How many periods were looked at.
  ///   - reason: Why there is none.
  public static func firstDetectable(
    _ period: String?, isExtrapolated: Bool, horizon: Double?, reason: String?, language: Language
  ) -> String {
    if let period {
      return isExtrapolated ? language.pick("\(period) (framskrevet)", "\(period) (projected)") : period
    }
    switch reason {
    case "p-floor-above-level": return language.pick("for få soner", "too few zones")
    case "no-effect-of-interest": return language.pick("størrelse ikke oppgitt", "no size given")
    case "one-look-only": return language.pick("kan ikke framskrives", "cannot be projected")
    default:
      guard let horizon else { return "" }
      let count = language.number(horizon, upTo: 0)
      return language.pick("ikke innen \(count) perioder", "not within \(count) periods")
    }
  }

  /// Whether an indicator can tell anything, in a few words, by the verdict's id; the id where there are no words.
  public static func informativeness(_ verdict: String, language: Language) -> String {
    let words: LocalisedText? =
      switch verdict {
      case "informative":
        LocalisedText(
          nb: "opplysende: en effekt av interesse ville trolig synes",
          en: "informative: an effect of interest would probably show")
      case "uninformative":
        LocalisedText(
          nb: "ikke opplysende: en effekt av interesse ville trolig ikke synes",
          en: "uninformative: an effect of interest would probably not show")
      case "cannot-say":
        LocalisedText(
          nb: "kan ikke si: det mangler en grense å måle mot",
          en: "cannot say: there is no limit to hold it against")
      default: nil
      }
    return words?.callAsFunction(language) ?? verdict
  }

  /// That effects beyond a bound are ruled out, where the bound is text with its unit.
  public static func ruledOut(beyond bound: String, language: Language) -> String {
    language == .nb
      ? "En effekt større enn \(bound), den ene eller andre veien, er utelukket."
      : "An effect larger than \(bound), either way, is ruled out."
  }
}
