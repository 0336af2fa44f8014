extension Wording {
  /// Why a number of the first verbs does not exist, by id.
  static let coreReasons: [String: ReasonText] = [
    "missing": ReasonText(
      (nb: "tallet mangler", en: "there is no figure"),
      (
        nb: "Kilden har ikke oppgitt noe tall. Det betyr ikke null: vi vet ikke. Tegnet i tabeller er «..».",
        en:
          "The source gives no figure. That does not mean zero: it is not known. The sign in tables is «..»."
      )),
    "not-applicable": ReasonText(
      (nb: "tall kan ikke forekomme", en: "a figure is not possible"),
      (
        nb:
          "Her kan det ikke finnes noe tall, for eksempel for en sone før den ble opprettet. Tegnet i tabeller er «.».",
        en:
          "No figure can exist here, for a zone before it was created for instance. The sign in tables is «.»."
      )),
    "suppressed": ReasonText(
      (nb: "tallet er skjermet", en: "the figure is suppressed"),
      (
        nb:
          "Tallet bygger på så få personer at det ikke kan vises uten å røpe noe om dem, eller det skjules for at et annet skjult tall ikke skal kunne regnes ut. Det betyr ikke null. Tegnet i tabeller er «:». Slå sammen soner eller år for å få et tall som kan vises.",
        en:
          "The figure rests on so few persons that showing it would say something about them, or it is hidden so that another hidden figure cannot be computed. That does not mean zero. The sign in tables is «:». Put zones or years together to get a figure that may be shown."
      )),
    "needs-numerator-and-denominator": ReasonText(
      (nb: "trenger teller og nevner", en: "needs numerator and denominator"),
      (
        nb:
          "Andeler, medianer og indekser kan ikke legges sammen eller trekkes fra hverandre. «Resten av kommunen» regnes ut fra teller og nevner: kommunens teller minus sonens, delt på kommunens nevner minus sonens. Antall regnes aldri tilbake fra avrundede prosenter. Hent tall med teller og nevner, eller sammenlign med hele kommunen.",
        en:
          "Shares, medians and indices cannot be added or subtracted. The rest of a municipality is computed from numerators and denominators: those of the municipality minus those of the zone. Counts are never computed back from rounded percentages. Get figures with numerator and denominator, or compare with the whole municipality."
      )),
    "needs-count-and-deviation": ReasonText(
      (nb: "trenger antall og standardavvik", en: "needs number of observations and standard deviation"),
      (
        nb:
          "Gjennomsnitt kan bare slås sammen eller få et intervall når antall observasjoner og standardavvik er kjent.",
        en:
          "Means can only be combined or given an interval where the number of observations and the standard deviation are known."
      )),
    "empty-denominator": ReasonText(
      (nb: "nevneren er null", en: "the denominator is zero"),
      (
        nb: "En andel eller rate av ingen finnes ikke. Se om nevneren er hentet fra riktig kilde og periode.",
        en:
          "There is no share or rate of nobody. See whether the denominator comes from the right source and period."
      )),
    "zone-not-in-data": ReasonText(
      (nb: "sonen finnes ikke i dataene", en: "the zone is not in the data"),
      (
        nb:
          "Sonen er kjent, men dataene har ingen rader for den. Se om dataene bruker en annen soneinndeling eller en eldre kode.",
        en:
          "The zone is known but the data have no rows for it. See whether the data use other zones or an older code."
      )),
    "period-not-in-data": ReasonText(
      (nb: "perioden finnes ikke i dataene", en: "the period is not in the data"),
      (
        nb: "Dataene har ingen tall for perioden. `levekar describe` viser hvilke perioder som finnes.",
        en: "The data have no figures for the period. `levekar describe` shows which periods there are."
      )),
    "too-few-points": ReasonText(
      (nb: "for få tall", en: "too few figures"),
      (
        nb:
          "Metoden trenger flere perioder med tall enn det som finnes. Med for få punkter ville enhver retning kunne være tilfeldig. Utvid perioden, eller vent til flere år er kommet.",
        en:
          "The method needs more periods with figures than there are. With too few points any direction could be chance. Widen the period, or wait until more years have come."
      )),
    "overlapping-periods": ReasonText(
      (nb: "periodene overlapper", en: "the periods overlap"),
      (
        nb:
          "Glidende gjennomsnitt over flere år deler år med hverandre. De er derfor ikke uavhengige tall, og en test for utvikling ville se en sikrere endring enn det er grunnlag for. Bruk årstall, eller vinduer som ikke overlapper.",
        en:
          "Rolling windows of several years share years with one another. They are not independent figures, and a trend test would see a clearer change than there is ground for. Use yearly figures, or windows that do not overlap."
      )),
    "unknown-unit": ReasonText(
      (nb: "enheten er ukjent", en: "the unit is unknown"),
      (
        nb:
          "Tall med ukjent eller ulik enhet settes ikke sammen: 0,21 og 21 kan være det samme tallet. Si hva enheten er med `--unit`.",
        en:
          "Figures of unknown or unlike unit are not put together: 0.21 and 21 may be the same figure. Say what the unit is with `--unit`."
      )),
    "unknown-kind": ReasonText(
      (nb: "det er ukjent hva slags tall dette er", en: "the kind of figure is unknown"),
      (
        nb:
          "Et usikkerhetsintervall avhenger av om tallet er en andel, en rate, et antall eller et gjennomsnitt. Si det med `--unit`, slik: `--unit prosent` eller `--unit \"per 1000\"`, eller beskriv indikatoren i `indicators.yml`.",
        en:
          "An interval depends on whether the figure is a share, a rate, a count or a mean. Say it with `--unit`, such as `--unit \"per cent\"` or `--unit \"per 1000\"`, or describe the indicator in `indicators.yml`."
      )),
    "no-interval-for-kind": ReasonText(
      (nb: "denne typen tall har ikke noe intervall", en: "this kind of figure has no interval"),
      (
        nb:
          "For medianer, indekser og tall uten teller og nevner finnes det ikke noe usikkerhetsintervall uten mer informasjon. Tallet vises uten.",
        en:
          "Medians, indices and figures without numerator and denominator have no interval without more information. The figure is shown without one."
      )),
    "no-zone-dimension": ReasonText(
      (nb: "dataene har ingen soner", en: "the data have no zones"),
      (
        nb:
          "Ingen kolonne eller dimensjon er gjenkjent som sone, så det er ingenting å sammenligne. Si hvilken det er med `--columns zone=OVERSKRIFT`.",
        en:
          "No column or dimension was recognised as zones, so there is nothing to compare. Say which it is with `--columns zone=HEADER`."
      )),
    "no-time-dimension": ReasonText(
      (nb: "dataene har ingen perioder", en: "the data have no periods"),
      (
        nb:
          "Ingen kolonne eller dimensjon er gjenkjent som tid. Si hvilken det er med `--columns period=OVERSKRIFT`, eller hvilken periode alt gjelder med `--period`.",
        en:
          "No column or dimension was recognised as time. Say which it is with `--columns period=HEADER`, or what period all of it is about with `--period`."
      )),
    "no-figures": ReasonText(
      (nb: "filen har ingen tall", en: "the file has no figures"),
      (
        nb:
          "Filen beskriver data, for eksempel en tabells variabler, men inneholder ikke tallene. Hent selve datasettet.",
        en:
          "The file describes data, a table's variables for instance, but does not hold the figures. Fetch the dataset itself."
      )),
    "several-datasets": ReasonText(
      (nb: "filen inneholder flere datasett", en: "the file holds several datasets"),
      (
        nb:
          "Det er ikke sagt hvilket datasett som skal brukes. Del filen, eller hent ett datasett om gangen.",
        en: "Nothing says which dataset to use. Split the file, or fetch one dataset at a time."
      )),
    "same-zone": ReasonText(
      (nb: "sonen sammenlignes med seg selv", en: "the zone is compared with itself"),
      (
        nb: "En sone har ingen forskjell fra seg selv. Velg et annet sammenligningsgrunnlag med `--against`.",
        en: "A zone does not differ from itself. Choose another comparator with `--against`."
      )),
    "part-exceeds-whole": ReasonText(
      (nb: "delen er større enn helheten", en: "the part is larger than the whole"),
      (
        nb:
          "Når sonen trekkes fra kommunen, blir resten negativ. Da hører tallene ikke sammen: de kan ha ulik definisjon, ulikt tidspunkt eller ulike grenser.",
        en:
          "Subtracting the zone from the municipality leaves a negative number. So the figures do not belong together: they may differ in definition, date or borders."
      )),
    "share-above-one": ReasonText(
      (nb: "andelen er over 100 %", en: "the share is above 100 %"),
      (
        nb:
          "Telleren er større enn nevneren. I en andel er de som telles, en del av dem som er i nevneren. Kanskje er teller og nevner byttet om, eller tallet er en rate og ikke en andel.",
        en:
          "The numerator is larger than the denominator. In a share those counted are among those in the denominator. Perhaps the two are swapped, or the figure is a rate rather than a share."
      )),
    "negative-count": ReasonText(
      (nb: "antallet er negativt", en: "the count is negative"),
      (
        nb:
          "Et antall kan ikke være under null. Tall som kan være negative, for eksempel nettoflytting, er ikke antall: sett `kind: mean` eller `index`.",
        en:
          "A count cannot be below zero. Figures that may be negative, such as net migration, are not counts: set `kind: mean` or `index`."
      )),
    "complete-count": ReasonText(
      (
        nb: "alle er talt, så tallet har ikke noe intervall",
        en: "everybody is counted, so there is no interval"
      ),
      (
        nb:
          "Tallet teller alle som finnes, for eksempel innbyggere. Det er verken et utvalg eller hendelser som kunne blitt flere eller færre, og har derfor ikke noe usikkerhetsintervall.",
        en:
          "The figure counts everybody there is, residents for instance. It is neither a sample nor events that could have been more or fewer, and so has no interval."
      )),
    "unlike-kinds": ReasonText(
      (nb: "tallene er av ulikt slag", en: "the figures are of unlike kinds"),
      (
        nb:
          "En andel kan ikke sammenlignes med et antall eller et gjennomsnitt. Velg indikatorer av samme slag.",
        en: "A share cannot be compared with a count or a mean. Choose indicators of the same kind."
      )),
    "no-interval-for-tau": ReasonText(
      (nb: "tau har ikke noe intervall", en: "tau has no interval"),
      (
        nb:
          "Kendalls tau sier hvor ensrettet utviklingen er, og gis uten intervall. Endringen per år har et.",
        en:
          "Kendall's tau says how much of one direction the change is, and has no interval. The change per year has one."
      )),
    "not-finite": ReasonText(
      (nb: "tallet er uendelig eller udefinert", en: "the number is infinite or undefined"),
      (
        nb: "Et tall i grunnlaget er ikke et tall, eller svaret er for stort til å skrives.",
        en: "A number of the input is no number, or the answer is too large to be written."
      )),
    "bad-weight": ReasonText(
      (nb: "en vekt er ugyldig", en: "a weight is not valid"),
      (nb: "Vekter må være over null og endelige.", en: "Weights must be above zero and finite.")),
    "no-variation-in-time": ReasonText(
      (nb: "alle tallene er fra samme tidspunkt", en: "all figures are from the same time"),
      (
        nb: "En utvikling trenger minst to tidspunkter.", en: "A trend needs at least two points in time."
      )),
  ]
}
