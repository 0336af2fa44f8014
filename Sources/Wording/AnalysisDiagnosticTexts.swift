extension Wording {
  /// Tables, checks, analyses and runs.
  static let analysisDiagnostics: [String: DiagnosticText] = [
    "estimated-figures": DiagnosticText(
      (nb: "anslåtte tall", en: "estimated figures"),
      (
        nb: "Noen tall er anslag og ikke talt.",
        en: "Some figures are estimates rather than counts."
      )),
    "part-of-comparator": DiagnosticText(
      (nb: "sonen er en del av det den sammenlignes med", en: "the zone is part of its comparator"),
      (
        nb:
          "Når sonen er med i sammenligningsgrunnlaget, er usikkerheten regnet mot resten av det. Bruk `--against rest` for en ren sammenligning.",
        en:
          "Where the zone is within its comparator, the uncertainty is that against the remainder. Use `--against rest` for a clean comparison."
      )),
    "incomplete-window": DiagnosticText(
      (nb: "ikke tall for alle årene", en: "not all years have figures"),
      (
        nb: "Noen perioder i vinduet mangler tall. De er utelatt av både teller og nevner.",
        en: "Some periods of the window have no figure. They are left out of numerator and denominator alike."
      )),
    "interval-unbounded": DiagnosticText(
      (nb: "for få år til et intervall på dette nivået", en: "too few years for an interval of this level"),
      (
        nb:
          "Serien er så kort at grensene som vises, er de ytterste endringene mellom to år. Det sanne intervallet er bredere.",
        en:
          "The series is so short that the bounds shown are the most extreme changes between two years. The true interval is wider."
      )),
    "no-variation": DiagnosticText(
      (nb: "alle tallene er like", en: "all figures are equal"),
      (
        nb: "Når alle tallene er like, finnes det ingen utvikling å teste.",
        en: "Where all figures are equal there is no trend to test."
      )),
    "exact-fit": DiagnosticText(
      (nb: "alle tallene ligger på linjen", en: "all figures lie on the line"),
      (
        nb:
          "Linjen går gjennom alle tallene, slik den gjør når de er like. Intervallet har da ingen bredde, men det betyr ikke at endringen er sikker.",
        en:
          "The line goes through all figures, as it does where they are equal. The interval then has no width, which does not mean that the change is certain."
      )),
    "baseline-revised": DiagnosticText(
      (nb: "tallene bak utgangspunktet er revidert", en: "the figures of the baseline have been revised"),
      line: (
        nb: "tallene bak utgangspunktet[ for {indicator}][, {zone}] er revidert; de fryste tallene gjelder",
        en:
          "the figures of the baseline[ of {indicator}][, {zone}] have been revised; the frozen numbers stand"
      ),
      (
        nb:
          "Kilden har endret tall etter at utgangspunktet ble fryst. De fryste tallene gjelder, så målestokken ikke flytter seg.",
        en:
          "The source changed figures after the baseline was frozen. The frozen numbers stand, so that the yardstick does not move."
      )),
    "source-failed": DiagnosticText(
      (nb: "en kilde svarte ikke", en: "a source failed"),
      line: (
        nb: "kilden «{source}» svarte ikke; siste gode tall er brukt",
        en: "the source «{source}» failed; its last good figures are used"
      ),
      (
        nb:
          "De siste gode tallene fra kilden er brukt, og de andre kildene gikk videre. Feilen står i meldingene.",
        en:
          "The last good figures of the source are used, and the other sources went on. The error is among the messages."
      )),
    "indicator-failed": DiagnosticText(
      (nb: "en indikator kunne ikke lages", en: "an indicator could not be made"),
      line: (
        nb: "«{indicator}» kunne ikke lages; siste gode tall er brukt",
        en: "«{indicator}» could not be made; its last good figures are used"
      ),
      (
        nb: "De siste gode tallene for indikatoren er brukt. Feilen står i meldingene.",
        en: "The last good figures of the indicator are used. The error is among the messages."
      )),
    "format-not-available": DiagnosticText(
      (nb: "formatet kan ikke skrives", en: "the format cannot be written"),
      line: (
        nb: "formatet «{format}» kan ikke skrives av denne utgaven",
        en: "the format «{format}» cannot be written by this release"
      ),
      (
        nb: "Programmet ber om et format som denne utgaven ikke skriver. De andre er skrevet.",
        en: "The programme asks for a format that this release does not write. The others are written."
      )),
    "indicator-without-figures": DiagnosticText(
      (nb: "en indikator har ingen tall", en: "an indicator has no figures"),
      line: (
        nb: "«{indicator}» har ingen tall",
        en: "«{indicator}» has no figures"
      ),
      (
        nb: "Ingen kilde ga tall for indikatoren. Se på `numerator` i `indicators.yml`.",
        en: "No source gave figures for the indicator. See `numerator` in `indicators.yml`."
      )),
    "repeated-stratum": DiagnosticText(
      (nb: "samme tall i flere filer", en: "the same figures in several files"),
      line: (
        nb: "«{indicator}» finnes i flere filer; den første gjelder",
        en: "«{indicator}» is in several files; the first counts"
      ),
      (
        nb: "Flere filer har tall for samme gruppe. Den første er brukt.",
        en: "Several files have figures for the same group. The first is used."
      )),
    "negative-count": DiagnosticText(
      (nb: "negativt antall", en: "negative count"),
      line: (
        nb: "{count#} antall er under null[: {zone}][, {period}]",
        en: "{count#} counts are below zero[: {zone}][, {period}]"
      ),
      (
        nb:
          "Et antall kan ikke være under null. Tall som kan være negative, for eksempel nettoflytting, er ikke antall.",
        en:
          "A count cannot be below zero. Figures that may be negative, such as net migration, are not counts."
      )),
    "share-above-one": DiagnosticText(
      (nb: "andel over 100 %", en: "share above 100 %"),
      line: (
        nb: "{count#} andeler er over 100 %[: {zone}][, {period}]",
        en: "{count#} shares are above 100 %[: {zone}][, {period}]"
      ),
      (
        nb: "Telleren er større enn nevneren. Kanskje er de byttet om.",
        en: "The numerator is larger than the denominator. Perhaps they are swapped."
      )),
    "outside-valid-range": DiagnosticText(
      (nb: "tall utenfor det mulige", en: "figures outside what is possible"),
      line: (
        nb: "{count#} tall ligger utenfor det som er mulig[: {zone}][, {period}]",
        en: "{count#} figures lie outside what is possible[: {zone}][, {period}]"
      ),
      (
        nb: "Indikatoren har grenser i `valid-range`, og tallet ligger utenfor.",
        en: "The indicator has limits in `valid-range`, and the figure lies outside."
      )),
    "unusual-change": DiagnosticText(
      (nb: "uvanlig stor endring", en: "unusually large change"),
      line: (
        nb: "{count#} tall endret seg mye mer enn andre[: {zone}][, {period}]",
        en: "{count#} figures changed far more than others[: {zone}][, {period}]"
      ),
      (
        nb:
          "Tallet endret seg langt mer enn andre soner og år. Det kan være riktig, men se om grenser, definisjon eller kilde er endret.",
        en:
          "The figure changed far more than other zones and years. It may be right, but see whether borders, definition or source changed."
      )),
    "parts-exceed-whole": DiagnosticText(
      (nb: "delene er større enn helheten", en: "the parts exceed the whole"),
      line: (
        nb: "i {count#} tilfeller er summen av delene større enn helheten[: {zone}][, {period}]",
        en: "in {count#} cases the sum of the parts is larger than the whole[: {zone}][, {period}]"
      ),
      (
        nb:
          "Summen av sonene er større enn området de er del av. Tallene har trolig ulik definisjon eller ulikt tidspunkt.",
        en:
          "The zones sum to more than the area they are part of. The figures probably differ in definition or date."
      )),
    "missing-period": DiagnosticText(
      (nb: "rad uten periode", en: "row without a period"),
      line: (
        nb: "{count#} rader er utelatt fordi perioden mangler eller ikke kan leses[: «{text}»]",
        en: "{count#} rows are left out because their period is missing or unreadable[: «{text}»]"
      ),
      (
        nb: "Perioder skrives som 2024, 2024K2, 2024M06, 2023/24 eller 2022-2024.",
        en: "Periods are written as 2024, 2024K2, 2024M06, 2023/24 or 2022-2024."
      )),
    "missing-zone": DiagnosticText(
      (nb: "rad uten sone", en: "row without a zone"),
      line: (
        nb: "{count#} rader er utelatt fordi sonen mangler",
        en: "{count#} rows are left out because they have no zone"
      ),
      (
        nb: "Rader uten sone kan ikke plasseres.",
        en: "Rows without a zone cannot be placed."
      )),
    "unreadable-cell": DiagnosticText(
      (nb: "celle som ikke kan leses", en: "unreadable cell"),
      line: (
        nb: "celler med tekst i stedet for tall, lest som manglende: {count#}[; den første er «{text}»]",
        en: "{count#} cells hold text in place of figures[, the first is «{text}»]; they were read as missing"
      ),
      (
        nb: "Cellene er lest som manglende tall. Er desimaltegnet feil, si hvilket det er med `--decimal`.",
        en:
          "The cells were read as missing. Where the decimal sign is wrong, say which it is with `--decimal`."
      )),
    "star-is-hidden": DiagnosticText(
      (nb: "stjerne lest som skjult tall", en: "star read as hidden"),
      line: (
        nb: "{count#} celler med «*» i stedet for tall er lest som skjult",
        en: "{count#} cells with «*» in place of a figure were read as hidden"
      ),
      (
        nb: "En stjerne ved siden av et tall betyr foreløpig. Alene betyr den at tallet er skjult.",
        en: "A star beside a figure means provisional. Alone it means that the figure is hidden."
      )),
    "duplicate-key": DiagnosticText(
      (nb: "to rader for samme celle", en: "two rows for the same cell"),
      line: (
        nb: "{count#} rader gjelder samme sone, periode og gruppe som en annen[: {key}][, rad {rows}]",
        en: "{count#} rows are about the same zone, period and group as another[: {key}][, rows {rows}]"
      ),
      (
        nb:
          "Det er ikke mulig å vite hvilken som gjelder. Fjern den ene, eller si hva som skiller dem med `--columns` eller `--measure`.",
        en:
          "There is no telling which holds. Remove one, or say what tells them apart with `--columns` or `--measure`."
      )),
    "destroyed-name": DiagnosticText(
      (nb: "ødelagte navn", en: "destroyed names"),
      line: (
        nb: "{count#} navn har ødelagte bokstaver[, det første er «{name}»]; sonene kjennes på kodene",
        en: "{count#} names have destroyed letters[, the first is «{name}»]; zones are matched by their codes"
      ),
      (
        nb: "Bokstaver som æ, ø og å ble borte da filen ble laget. Kodene er hele.",
        en: "Letters such as æ, ø and å were lost when the file was made. The codes are whole."
      )),
    "ragged-row": DiagnosticText(
      (nb: "rad med feil antall celler", en: "row with the wrong number of cells"),
      line: (
        nb: "{count#} rader har et annet antall celler enn overskriften[ (rad {rows})] og er utelatt",
        en: "{count#} rows have another number of cells than the header[ (rows {rows})] and are left out"
      ),
      (
        nb: "Ofte står det et skilletegn inne i en tekst uten anførselstegn rundt.",
        en: "Often a delimiter stands inside a text without quotation marks around it."
      )),
    "damaged-text": DiagnosticText(
      (nb: "ugyldige tegn", en: "damaged text"),
      (
        nb:
          "Noen bytes er ikke gyldige i filens tegnkoding og er lest som �. Si hvilken koding det er med `--encoding`.",
        en:
          "Some bytes are not valid in the file's encoding and were read as �. Say which encoding it is with `--encoding`."
      )),
    "control-character": DiagnosticText(
      (nb: "styretegn i tekst", en: "control character in a text"),
      (
        nb: "En tekst har et tegn som ikke kan vises. Det er beholdt i data og byttet ut på skjermen.",
        en:
          "A text holds a character that cannot be shown. It is kept in the data and replaced on the screen."
      )),
    "ambiguous-decimal": DiagnosticText(
      (nb: "desimaltegnet er ikke sikkert", en: "the decimal sign is not certain"),
      line: (
        nb: "desimaltegnet kan leses på to måter; «{decimal}» er brukt",
        en: "the decimal sign can be read in two ways; «{decimal}» was used"
      ),
      (
        nb: "Tall som 1.234 kan være tusen eller desimal. Si hvilket det er med `--decimal`.",
        en: "Figures such as 1.234 may be thousands or decimals. Say which it is with `--decimal`."
      )),
  ]
}
