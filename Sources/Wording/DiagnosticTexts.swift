extension Wording {
  /// Zones, hidden figures and readers.
  static let readingDiagnostics: [String: DiagnosticText] = [
    "unknown-zone": DiagnosticText(
      (nb: "ukjent sone", en: "unknown zone"),
      line: (
        nb: "{count#} soner står ikke i sonelista, den første er «{zone}»",
        en: "{count#} zones are not in the zone list, the first is «{zone}»"
      ),
      (
        nb:
          "Soner som ikke står i sonelista, blir utelatt, med mindre `--keep-unknown-zones` er gitt. Se om koden er eldre enn lista, eller om filen bruker navn der lista har koder.",
        en:
          "Zones that are not in the zone list are left out unless `--keep-unknown-zones` is given. See whether the code is older than the list, or the file uses names where the list has codes."
      )),
    "code-not-in-use": DiagnosticText(
      (nb: "tall for en kode som ikke var i bruk", en: "figures for a code not in use"),
      line: (
        nb: "{count#} tall gjelder perioder da sonens kode ikke var i bruk",
        en: "{count#} figures are for periods when the zone's code was not in use"
      ),
      (
        nb:
          "Koder blir til og forsvinner når kommuner endres. Tallet er beholdt, men se om sonelista har riktige datoer.",
        en:
          "Codes come and go when municipalities change. The figure is kept, but see whether the zone list has the right dates."
      )),
    "part-exceeds-whole": DiagnosticText(
      (nb: "delen er større enn helheten", en: "the part is larger than the whole"),
      line: (
        nb: "i {count#} perioder er delen større enn helheten; de er utelatt",
        en: "in {count#} periods the part is larger than the whole; they are left out"
      ),
      (
        nb:
          "Når delen trekkes fra helheten, blir resten negativ. Tallene har trolig ulik definisjon, ulikt tidspunkt eller ulike grenser.",
        en:
          "Subtracting the part from the whole leaves a negative number. The figures probably differ in definition, date or borders."
      )),
    "primary-suppression": DiagnosticText(
      (nb: "primærprikking", en: "primary suppression"),
      line: (
        nb: "{count#} tall er skjermet fordi de bygger på for få[ ({indicator})]",
        en: "{count#} figures are suppressed because they rest on too few[ ({indicator})]"
      ),
      (
        nb:
          "Tall som bygger på færre enn grensen for indikatoren, vises ikke. Grensen står i `indicators.yml` under `suppress`.",
        en:
          "Figures that rest on fewer than the indicator's limit are not shown. The limit is in `indicators.yml` under `suppress`."
      )),
    "secondary-suppression": DiagnosticText(
      (nb: "naboprikking", en: "secondary suppression"),
      line: (
        nb: "{count#} tall er skjermet for at andre skjulte tall ikke skal kunne regnes ut[ ({indicator})]",
        en: "{count#} figures are suppressed so that other hidden ones cannot be computed[ ({indicator})]"
      ),
      (
        nb:
          "Er ett tall skjult mens summen og de andre delene vises, kan hvem som helst regne det ut. Derfor skjules ett tall til.",
        en:
          "Where one figure is hidden while the sum and the other parts are shown, anybody can compute it. So one more figure is hidden."
      )),
    "series-suppression": DiagnosticText(
      (nb: "serieprikking", en: "series suppression"),
      line: (
        nb: "{count#} tall er skjermet med hele serien[ ({indicator})]",
        en: "{count#} figures are suppressed with their whole series[ ({indicator})]"
      ),
      (
        nb: "Er en stor del av en sones tall skjult eller svake, skjules hele serien.",
        en: "Where a large part of a zone's figures are hidden or weak, the whole series is hidden."
      )),
    "small-numerator": DiagnosticText(
      (nb: "få tilfeller", en: "few cases"),
      (
        nb:
          "Tallet bygger på få tilfeller og kan endre seg mye fra år til år uten at noe har hendt. Se på intervallet og på flere år sammen.",
        en:
          "The figure rests on few cases and may change much from year to year without anything having happened. Look at the interval, and at several years together."
      )),
    "small-complement": DiagnosticText(
      (nb: "nesten alle", en: "nearly everybody"),
      (
        nb:
          "Færre enn ti står utenfor telleren. Andelen er da like usikker som når få er i den. Se på intervallet og på flere år sammen.",
        en:
          "Fewer than ten are outside the numerator. The share is then as uncertain as when few are in it. Look at the interval, and at several years together."
      )),
    "few-observations": DiagnosticText(
      (nb: "få observasjoner", en: "few observations"),
      (
        nb:
          "Gjennomsnittet bygger på færre enn 30 observasjoner. Er fordelingen skjev, som for inntekt, er intervallet for smalt.",
        en:
          "The mean rests on fewer than 30 observations. Where their distribution is skewed, as that of income is, the interval is too narrow."
      )),
    "provisional-figures": DiagnosticText(
      (nb: "foreløpig tall", en: "provisional figure"),
      (
        nb: "Kilden kan fortsatt endre tallet. Tegnet i tabeller er «*».",
        en: "The source may still change the figure. The sign in tables is «*»."
      )),
    "constructed-figures": DiagnosticText(
      (nb: "konstruerte eksempeltall", en: "constructed example figures"),
      (
        nb: "Tallene er laget for å vise hvordan verktøyet virker. De sier ingenting om virkeligheten.",
        en: "The figures were made to show how the tool works. They say nothing about the real world."
      )),
    "dash-is-missing": DiagnosticText(
      (nb: "strek lest som manglende tall", en: "dash read as missing"),
      line: (
        nb: "{count#} celler med «-» er lest som manglende tall",
        en: "{count#} cells with «-» were read as missing"
      ),
      (
        nb:
          "Streken betyr null bare for antall fra Statistisk sentralbyrå. Ellers betyr den at tallet mangler.",
        en:
          "The dash means zero only for counts from Statistics Norway. Elsewhere it means that there is no figure."
      )),
    "unknown-sign": DiagnosticText(
      (nb: "ukjent tegn i stedet for tall", en: "unknown sign in place of a figure"),
      line: (
        nb: "{count#} celler har et tegn som ikke er et tall[: «{sign}»][: «{text}»]",
        en: "{count#} cells hold a sign that is no figure[: «{sign}»][: «{text}»]"
      ),
      (
        nb: "Tegnet er ikke blant standardtegnene, og cellen er lest som manglende tall.",
        en: "The sign is not among the standard signs, and the cell was read as missing."
      )),
    "text-among-figures": DiagnosticText(
      (nb: "tekst blant tallene", en: "text among the figures"),
      line: (
        nb: "{count#} celler har tekst der det skal stå tall[: «{text}»]",
        en: "{count#} cells hold text where figures should be[: «{text}»]"
      ),
      (
        nb:
          "Cellene er lest som manglende tall. Noen kilder setter tegn som «:» som tekst i lista over tall; de er forstått og nevnes ikke her.",
        en:
          "The cells were read as missing. Some sources put signs such as «:» as text into the list of figures; those are understood and not mentioned here."
      )),
    "figure-beside-sign": DiagnosticText(
      (nb: "tall og tegn i samme celle", en: "figure and sign in one cell"),
      (
        nb: "Cellen har både et tall og et tegn for at tallet mangler eller er skjult. Tegnet gjelder.",
        en: "The cell has both a figure and a sign that it is missing or hidden. The sign holds."
      )),
    "unreadable-period": DiagnosticText(
      (nb: "periode som ikke kan leses", en: "unreadable period"),
      line: (
        nb: "{count#} perioder kan ikke leses[, den første er «{text}»][, «{category}» i {dimension}]",
        en: "{count#} periods cannot be read[, the first is «{text}»][, «{category}» in {dimension}]"
      ),
      (
        nb: "Perioder skrives som 2024, 2024K2, 2024M06, 2023/24 eller 2022-2024. Radene er utelatt.",
        en: "Periods are written as 2024, 2024K2, 2024M06, 2023/24 or 2022-2024. The rows are left out."
      )),
    "inferred-role": DiagnosticText(
      (nb: "sone eller tid er gjettet av kodene", en: "zone or time inferred from the codes"),
      line: (
        nb: "filen sier ikke hva som er sone og tid; «{dimension}» er lest som {role}",
        en: "the file does not say what is zone and time; «{dimension}» was read as {role}"
      ),
      (
        nb: "Noen kilder lar rollene stå tomme. De er da lest av dimensjonens navn og koder.",
        en: "Some sources leave the roles empty. They are then read from the dimension's name and codes."
      )),
    "repaired-sizes": DiagnosticText(
      (nb: "feil antall i filens hode er rettet", en: "wrong sizes in the file's head were repaired"),
      (
        nb:
          "Filen oppgir et annet antall kategorier enn den lister. Antallet i lista er brukt, fordi det stemmer med tallene.",
        en:
          "The file states another number of categories than it lists. The number in the list was used, because it fits the figures."
      )),
    "no-dataset": DiagnosticText(
      (nb: "ingen datasett", en: "no dataset"),
      (
        nb: "Filen inneholder ikke noe datasett, bare beskrivelser eller lenker.",
        en: "The file holds no dataset, only descriptions or links."
      )),
    "several-datasets": DiagnosticText(
      (nb: "flere datasett", en: "several datasets"),
      (
        nb: "Filen inneholder flere datasett, og det er ikke sagt hvilket som skal brukes.",
        en: "The file holds several datasets and nothing says which to use."
      )),
  ]
}
