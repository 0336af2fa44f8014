extension Wording {
  /// Methods of staggered starts and pooled districts as the verb answers them, by id.
  static let cohortMethods: [String: ArticleText] = [
    "effect-interval.influence": ArticleText(
      (nb: "Intervall fra spredningen mellom sonene", en: "Interval from the spread between zones"),
      (
        nb:
          "Hver sone bidrar til effekten, og hvor ulike bidragene er, sier hvor mye effekten kan bomme. Det krever mange soner: minst fem med tiltak og to i hver gruppe av startår. Er de færre, brukes ombytting av startårene i stedet.",
        en:
          "Each zone contributes to the effect, and how different the contributions are says how far the effect may miss. It takes many zones: at least five treated and two in every group of starts. Where they are fewer, the starts are permuted instead."
      ))
  ]

  /// Why a number of staggered starts or pooled districts does not exist, by id.
  static let cohortReasons: [String: ReasonText] = [
    "municipality-without-answer": ReasonText(
      (
        nb: "en av kommunene har ikke noe svar, og da er det heller ikke noe samlet",
        en: "one of the municipalities has no answer, and so there is none for all"
      ),
      (
        nb:
          "Et samlet tall som hopper over en kommune, gjelder noe annet enn det ble spurt om. Raden til kommunen sier hvorfor. Velg kommunene som har tall, med `--zone`, eller sammenlign på tvers med `--donors all`.",
        en:
          "A pooled number that skips a municipality is about something else than was asked. The municipality's row says why. Choose those with figures by `--zone`, or compare across them with `--donors all`."
      )),
    "no-placebos-to-pool": ReasonText(
      (
        nb: "metoden kan ikke slås sammen over kommuner",
        en: "the method cannot be pooled over municipalities"
      ),
      (
        nb:
          "En samlet usikkerhet regnes av placebosonene i hver kommune, og denne metoden har ikke slike. Radene for hver kommune gjelder. Bruk en annen metode, eller sammenlign på tvers med `--donors all`.",
        en:
          "A pooled uncertainty is found from the placebo zones of each municipality, and this method has none. The rows of the municipalities stand. Use another method, or compare across them with `--donors all`."
      )),
    "periods-differ": ReasonText(
      (
        nb: "kommunene har tall for ulike perioder",
        en: "the municipalities have figures of different periods"
      ),
      (
        nb:
          "Effekter fra ulike perioder er ikke samme størrelse. Velg perioder alle har, med `--from` og `--to`.",
        en:
          "Effects of different periods are not the same quantity. Choose periods that all have, with `--from` and `--to`."
      )),
  ]

  /// What is worth knowing about pooled districts, by id.
  static let cohortDiagnostics: [String: DiagnosticText] = [
    "districts-differ": DiagnosticText(
      (
        nb: "områdene er mer ulike enn tilfeldigheter skulle tilsi",
        en: "the districts differ by more than chance"
      ),
      (
        nb:
          "Den samlede effekten er et snitt av effekter som ikke ser like ut, og trenger ikke gjelde noen av områdene. Se radene for hver kommune.",
        en:
          "The pooled effect is a mean of effects that do not look alike, and need not hold for any of the districts. See the rows of the municipalities."
      ))
  ]

  /// Errors of columns that say when each zone began, by code.
  static let cohortErrors: [String: ErrorEntry] = [
    "varies-within-zone": ErrorEntry(
      (nb: "en sone har to svar i samme kolonne", en: "a zone has two answers in one column"),
      because: (
        nb:
          "sone {zone} har «{first}» tidligere i filen og «{found}» her; kolonnen skal si én ting om hver sone",
        en:
          "zone {zone} has «{first}» earlier in the file and «{found}» here; the column is to say one thing of each zone"
      ),
      hint: (
        nb: "skriv det samme i alle radene til sonen, også i dem fra før start",
        en: "write the same in all rows of the zone, those from before the start too"
      )),
    "needs-cohort-file": ErrorEntry(
      (
        nb: "det er ingen fil å lese startene fra", en: "there is no file to read the starts from"
      ),
      because: (
        nb: "`--cohort` er en kolonne i filen med tallene, og tallene kommer ikke fra en fil",
        en: "`--cohort` is a column of the file with the figures, and the figures come from no file"
      ),
      hint: (
        nb: "oppgi filen, eller `start` for hver sone under `treated` i `programme.yml`",
        en: "give the file, or a `start` for each zone under `treated` in `programme.yml`"
      )),
    "unreadable-cohort": ErrorEntry(
      (nb: "starten eller slutten for en sone er ingen periode", en: "a zone's start or end is no period"),
      because: (nb: "sone {zone} har «{text}»", en: "zone {zone} has «{text}»"),
      hint: (
        nb:
          "skriv et år, som 2019; la feltet være tomt, eller skriv 0, for soner som aldri har hatt tiltaket",
        en: "write a year, such as 2019; leave it empty, or write 0, for zones that never had the programme"
      )),
    "start-within-period": ErrorEntry(
      (
        nb: "et tiltak starter eller slutter midt i en periode",
        en: "a programme starts or ends within a period"
      ),
      because: (
        nb:
          "sone nummer {unit}, periode nummer {period} (talt fra 0): en del av perioden er med og en del uten",
        en:
          "zone number {unit}, period number {period} (counted from 0): a part of the period is with, a part without"
      ),
      hint: (
        nb: "bruk årlige tall, ikke tall for flere år samlet",
        en: "use yearly figures, not figures of several years"
      )),
  ]
}
