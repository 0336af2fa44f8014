extension Wording {
  /// Words for effects that cannot be estimated: what is lacking, and what would be needed.
  static let effectErrors: [String: ErrorEntry] = [
    "no-donors": ErrorEntry(
      (nb: "ingen soner å sammenligne med", en: "no zones to compare with"),
      because: (
        nb: "[{excluded} soner er utelatt; ]uten andre soner vet ingen hva som ville skjedd uansett",
        en:
          "[{excluded} zones are left out; ]without other zones nobody knows what would have happened anyway"
      ),
      hint: (
        nb:
          "det trengs minst to soner uten tiltak med tall for alle periodene; se hvorfor soner er utelatt med `--format json` (tabellen `excluded`), eller velg dem med `--donors`",
        en:
          "at least two zones without the programme are needed, with figures in every period; see why zones are left out with `--format json` (the table `excluded`), or choose them with `--donors`"
      )),
    "no-treated": ErrorEntry(
      (nb: "ingen sone har tiltaket", en: "no zone is treated"),
      because: (nb: "det er ingen å måle en effekt for", en: "there is nobody to measure an effect of"),
      hint: (nb: "oppgi `--zone KODE`", en: "give `--zone CODE`")),
    "no-pre-periods": ErrorEntry(
      (nb: "ingen tall fra før start", en: "no figures from before the start"),
      because: (
        nb:
          "[første periode med tall er ikke før {start}; ]uten tall fra før tiltaket er det ingenting å måle endringen fra",
        en:
          "[the first period with figures is not before {start}; ]without figures from before there is nothing to measure the change from"
      ),
      hint: (
        nb: "det trengs minst to perioder før start, helst fem eller flere",
        en: "at least two periods before the start are needed, better five or more"
      )),
    "no-post-periods": ErrorEntry(
      (nb: "ingen tall fra etter start", en: "no figures from after the start"),
      because: (
        nb: "[ingen periode ligger helt etter {start}; ]tiltaket kan ikke ha virket i tallene ennå",
        en: "[no period lies wholly after {start}; ]the programme cannot show in the figures yet"
      ),
      hint: (
        nb: "vent til tall for en hel periode etter start er kommet",
        en: "wait until figures of a whole period after the start have come"
      )),
    "too-few-donors": ErrorEntry(
      (nb: "for få soner å sammenligne med", en: "too few zones to compare with"),
      because: (
        nb: "metoden trenger minst {needed#}, her er {found#}",
        en: "the method needs at least {needed#}, here are {found#}"
      ),
      hint: (
        nb: "ta med flere soner uten tiltak: `--donors all`, eller soner fra flere kommuner",
        en: "take in more zones without the programme: `--donors all`, or zones of more municipalities"
      )),
    "too-few-pre-periods": ErrorEntry(
      (nb: "for få perioder før start", en: "too few periods before the start"),
      because: (
        nb:
          "metoden trenger minst {needed#}, her er {found#}; med én periode vet ingen hvor mye sonene svinger av seg selv",
        en:
          "the method needs at least {needed#}, here are {found#}; with one nobody knows how much zones swing by themselves"
      ),
      hint: (
        nb: "hent lengre serier, eller vinduer som ikke overlapper",
        en: "get longer series, or windows that do not overlap"
      )),
    "too-few-post-periods": ErrorEntry(
      (nb: "for få perioder etter start", en: "too few periods after the start"),
      because: (
        nb: "metoden trenger minst {needed#}, her er {found#}",
        en: "the method needs at least {needed#}, here are {found#}"
      ),
      hint: (nb: "vent på flere år", en: "wait for more years")),
    "too-few-treated": ErrorEntry(
      (nb: "for få soner med tiltaket for denne feilberegningen", en: "too few treated zones for this error"),
      because: (
        nb: "den trenger minst {needed#}, her er {found#}; med så få blir usikkerheten altfor liten",
        en: "it needs at least {needed#}, here are {found#}; with so few the error comes out far too small"
      ),
      hint: (
        nb: "bruk placeboberegning, som er det vanlige her",
        en: "use placebos, which is the default here"
      )),
    "bad-size": ErrorEntry(
      (nb: "en sones størrelse er ikke over null", en: "the size of a zone is not above zero"),
      because: (nb: "størrelsen er {value#}", en: "the size is {value#}")),
    "unknown-donor": ErrorEntry(
      (
        nb: "en sone å sammenligne med finnes ikke, eller er nevnt to ganger",
        en: "a donor is unknown or named twice"
      ),
      because: (nb: "det gjelder nummer {donor}", en: "it is number {donor}")),
    "constant-outcomes": ErrorEntry(
      (nb: "serien er konstant", en: "the series is constant"),
      because: (
        nb: "alle tallene[ for {zone}] er like, og da er det ingenting å måle en endring mot",
        en: "all figures[ of {zone}] are equal, and there is nothing to tell a change from"
      ),
      hint: (
        nb: "se om tallene er avrundet, kopiert eller fylt inn; det trengs tall som varierer mellom perioder",
        en:
          "see whether figures are rounded, copied or filled in; figures that vary between periods are needed"
      )),
    "needs-sizes": ErrorEntry(
      (nb: "metoden må vite hvor store sonene er", en: "the method must know how large zones are"),
      because: (
        nb: "små soner svinger mer enn store, og her er verken nevner eller folketall kjent",
        en: "small zones swing more than large ones, and neither denominators nor populations are known here"
      ),
      hint: (nb: "hent tall med teller og nevner", en: "get figures with numerator and denominator")),
    "needs-counts": ErrorEntry(
      (nb: "metoden må ha hele antall", en: "the method must have whole counts"),
      because: (
        nb: "den regner med tilfeldigheter i antall hendelser, og disse tallene er ikke hele antall",
        en: "it reckons with chance in numbers of events, and these figures are no whole numbers of them"
      ),
      hint: (
        nb: "bruk en annen metode, slik som `--estimator did`",
        en: "use another estimator, such as `--estimator did`"
      )),
    "needs-start": ErrorEntry(
      (nb: "det er ikke sagt når tiltaket begynte", en: "it is not said when the programme began"),
      because: (
        nb: "en effekt er en endring fra før til etter start",
        en: "an effect is a change from before to after a start"
      ),
      hint: (
        nb: "oppgi `--start 2024`, eller `start` under `treated` i `programme.yml`",
        en: "give `--start 2024`, or `start` under `treated` in `programme.yml`"
      )),
    "several-starts": ErrorEntry(
      (nb: "tiltaket begynte ikke samtidig i sonene", en: "the programme did not begin everywhere at once"),
      because: (nb: "startene er {starts}", en: "the starts are {starts}"),
      hint: (
        nb: "velg soner med samme start med `--zone`, oppgi `--start`, eller bruk `--estimator staggered`",
        en: "choose zones of one start with `--zone`, give `--start`, or use `--estimator staggered`"
      )),
    "stop-precedes-start": ErrorEntry(
      (nb: "tiltaket slutter før det begynner", en: "the programme ends before it begins"),
      because: (nb: "start er {start} og slutt er {stop}", en: "the start is {start} and the stop {stop}"),
      hint: (nb: "rett `--start` eller `--stop`", en: "correct `--start` or `--stop`")),
    "start-outside-data": ErrorEntry(
      (nb: "starten ligger utenfor tallene", en: "the start lies outside the figures"),
      because: (
        nb: "start er {start}, og tallene gjelder {range}; det trengs tall både fra før og etter",
        en:
          "the start is {start} and the figures are of {range}; figures from both before and after are needed"
      ),
      hint: (
        nb: "rett `--start`, eller hent tall for flere år",
        en: "correct `--start`, or get figures of more years"
      )),
    "zone-named-twice": ErrorEntry(
      (nb: "sonen «{zone}» er med to ganger", en: "the zone «{zone}» is there twice"),
      because: (
        nb: "[den overlapper «{other}»; ]hver sone kan bare telle én gang",
        en: "[it overlaps «{other}»; ]each zone may count only once"
      ),
      hint: (nb: "nevn hver sone én gang", en: "name each zone once")),
    "treated-donor": ErrorEntry(
      (nb: "sonen «{zone}» har selv tiltaket", en: "the zone «{zone}» is treated itself"),
      because: (
        nb: "en sone med tiltaket, eller som overlapper en slik, viser ikke hva som ville skjedd uten",
        en: "a zone that is treated, or overlaps one that is, does not show what would have happened without"
      ),
      hint: (nb: "ta den ut av `--donors`", en: "take it out of `--donors`")),
  ]
}
