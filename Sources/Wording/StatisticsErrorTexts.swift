import Indicators

extension Wording {
  /// Words for numbers that a statistic cannot be computed from. Zone and period are added by callers that know them.
  static let statisticsErrors: [String: ErrorEntry] = [
    "empty-denominator": ErrorEntry(
      (
        nb: "nevneren[ for «{zone}[, {period}]»] er tom",
        en: "the denominator[ for «{zone}[, {period}]»] is empty"
      ),
      because: (
        nb: "nevner er {denominator#}; det må være noen å regne andel av",
        en: "the denominator is {denominator#}; there must be somebody to take a share of"
      ),
      hint: (
        nb: "se om nevneren er hentet fra riktig kilde og periode",
        en: "see whether the denominator comes from the right source and period"
      )),
    "negative-count": ErrorEntry(
      (
        nb: "et antall[ for «{zone}[, {period}]»] er negativt",
        en: "a count[ for «{zone}[, {period}]»] is negative"
      ),
      because: (nb: "antallet er {count#}", en: "the count is {count#}"),
      hint: (
        nb: "tall som kan være negative, er ikke antall: sett `kind: mean` eller `index`",
        en: "figures that may be negative are not counts: set `kind: mean` or `index`"
      )),
    "share-above-one": ErrorEntry(
      (
        nb: "andelen[ for «{zone}[, {period}]»] er over 100 %",
        en: "the share[ for «{zone}[, {period}]»] is above 100 %"
      ),
      because: (
        nb: "teller {numerator#} er større enn nevner {denominator#}",
        en: "numerator {numerator#} is larger than denominator {denominator#}"
      ),
      hint: (
        nb: "teller og nevner ser byttet ut[ i {swapped#} av {rows#} rader]; kjør `levekar check[ {file}]`",
        en:
          "numerator and denominator look swapped[ in {swapped#} of {rows#} rows]; run `levekar check[ {file}]`"
      )),
    "too-few-points": ErrorEntry(
      (nb: "for få tall til å beregne dette", en: "too few figures to compute this"),
      because: (
        nb: "metoden trenger {needed#}, her er {found#}", en: "the method needs {needed#}, here are {found#}"
      ),
      hint: (nb: "utvid perioden med `--from` og `--to`", en: "widen the period with `--from` and `--to`")),
    "not-finite": ErrorEntry(
      (nb: "et tall er ikke et tall", en: "a number is not a number"),
      because: (
        nb: "verdien er uendelig eller udefinert[: {what}][: {column}, rad {row}][: observasjon {index}]",
        en: "the value is infinite or undefined[: {what}][: {column}, row {row}][: observation {index}]"
      )),
    "unequal-lengths": ErrorEntry(
      (
        nb: "kolonner som hører sammen, er ikke like lange",
        en: "columns that belong together are of unequal length"
      ),
      because: (
        nb:
          "de må ha like mange verdier[; {what}: {one#} og {other#}][; {what}: {found#}, skal være {expected#}]",
        en:
          "they must have as many values[; {what}: {one#} and {other#}][; {what}: {found#}, should be {expected#}]"
      )),
    "no-variation-in-time": ErrorEntry(
      (nb: "alle tallene er fra samme tidspunkt", en: "all figures are from the same time"),
      because: (
        nb: "en utvikling trenger minst to tidspunkter", en: "a trend needs at least two points in time"
      ),
      hint: (nb: "utvid perioden med `--from` og `--to`", en: "widen the period with `--from` and `--to`")),
    "suppressed": ErrorEntry(
      (nb: "tallene er skjermet", en: "the figures are suppressed"),
      because: (
        nb: "[{count#} tall er skjult, og ]metoden trenger de egentlige tallene",
        en: "[{count#} figures are hidden, and ]the method needs the figures themselves"
      ),
      hint: (
        nb: "bruk en større sone, flere år sammen, eller en periode uten skjermede tall",
        en: "use a larger zone, several years together, or a period without hidden figures"
      )),
    "overlapping-periods": ErrorEntry(
      (nb: "periodene overlapper", en: "the periods overlap"),
      because: (
        nb: "glidende vinduer deler år med hverandre og er ikke uavhengige observasjoner",
        en: "rolling windows share years and are not independent observations"
      ),
      hint: (
        nb: "bruk årstall, eller hvert tredje vindu når vinduene er treårige",
        en: "use yearly figures, or every third window where windows are of three years"
      )),
    "no-events": ErrorEntry(
      (nb: "det er ingen hendelser", en: "there are no events"),
      because: (nb: "alle antall er null", en: "all counts are zero")),
    "all-events": ErrorEntry(
      (nb: "alle er talt i alle år", en: "everybody is counted in all years"),
      because: (nb: "andelen er 100 % i alle år", en: "the share is 100 % in all years")),
    "separation": ErrorEntry(
      (nb: "alle hendelsene ligger i den ene enden", en: "all events are at one end"),
      because: (
        nb: "tallene setter ingen grense for hvor bratt endringen er[; rad {rows}]",
        en: "the figures set no limit to how steep the change is[; row {rows}]"
      )),
    "not-converged": ErrorEntry(
      (nb: "beregningen falt ikke til ro", en: "the computation did not settle"),
      because: (
        nb: "den kom ikke fram[ på {iterations#} steg]", en: "it did not arrive[ within {iterations#} steps]"
      )),
    "zero-on-log-scale": ErrorEntry(
      (nb: "null har ingen logaritme", en: "zero has no logarithm"),
      because: (
        nb: "verdien er {value#}; metoden regner på logaritmen",
        en: "the value is {value#}; the method works on the logarithm"
      )),
    "needs-numerator-and-denominator": ErrorEntry(
      (nb: "trenger teller og nevner", en: "needs numerator and denominator"),
      because: (nb: "metoden regner på antall og personer", en: "the method works on counts and persons")),
    "unequal-spacing": ErrorEntry(
      (nb: "det er hull i serien", en: "there are holes in the series"),
      because: (
        nb: "metoden regner i steg fra ett tidspunkt til det neste",
        en: "the method counts in steps from one time to the next"
      ),
      hint: (
        nb: "bruk en metode som tåler hull, som Theil–Sen",
        en: "use a method that bears holes, such as Theil–Sen"
      )),
    "cannot-reach-level": ErrorEntry(
      (nb: "for få perioder til at en utvikling kan påvises", en: "too few periods for a trend to be shown"),
      because: (
        nb: "det er {found#}, og nivået krever {needed#}",
        en: "there are {found#}, and the level needs {needed#}"
      ),
      hint: (
        nb: "utvid perioden, eller vent til flere år er kommet",
        en: "widen the period, or wait until more years have come"
      )),
    "no-seasons": ErrorEntry(
      (nb: "tallene har ikke årstider", en: "the figures have no seasons"),
      because: (
        nb: "testen sammenligner hver måned eller hvert kvartal med det samme i andre år",
        en: "the test compares each month or quarter with the same one in other years"
      )),
    "share-of-one": ErrorEntry(
      (nb: "en teller er lik nevneren", en: "a numerator equals its denominator"),
      because: (
        nb: "regelen bruker logiten, som da ikke finnes",
        en: "the rule uses the logit, which then does not exist"
      )),
    "random-walk": ErrorEntry(
      (nb: "tallene henger for tett sammen", en: "the figures hang together too closely"),
      because: (
        nb: "hvert tall er så likt det forrige at ingenting er igjen å teste",
        en: "each figure is so like the one before that nothing is left to test"
      )),
    "parameter-out-of-range": ErrorEntry(
      (
        nb: "et valg er utenfor det tillatte[: {parameter} = {value#}][: lag = {lag}]",
        en: "a choice is outside what is allowed[: {parameter} = {value#}][: lag = {lag}]"
      ),
      because: (
        nb: "verdien ligger utenfor det metoden tillater", en: "the value is outside what the method allows"
      ),
      hint: (
        nb: "`levekar explain METODE` sier hva som er tillatt",
        en: "`levekar explain METHOD` says what is allowed"
      )),
  ]
}
