import Indicators

extension Wording {
  /// Words for the errors of zones, cubes and panels. Codes shared with a reason say the same.
  static let indicatorsErrors: [String: ErrorEntry] = [
    "empty-zone-code": ErrorEntry(
      (nb: "en sone mangler kode", en: "a zone has no code"),
      because: (
        nb: "sone nummer {position} i lista har tom kode",
        en: "zone number {position} of the list has an empty code"
      ),
      hint: (nb: "fyll ut kolonnen `code` for alle soner", en: "fill in the column `code` for every zone")),
    "duplicate-zone": ErrorEntry(
      (nb: "sone {zone} er gitt to ganger", en: "zone {zone} is given twice"),
      because: (
        nb: "to versjoner av koden gjelder samtidig[ fra {valid-from}]",
        en: "two versions of the code are valid at the same time[ from {valid-from}]"
      ),
      hint: (
        nb: "la den ene versjonen slutte (`valid-to`) før den andre begynner (`valid-from`)",
        en: "let one version end (`valid-to`) before the other begins (`valid-from`)"
      )),
    "unknown-parent": ErrorEntry(
      (
        nb: "sone {zone} hører til en sone som ikke finnes",
        en: "zone {zone} belongs to a zone that does not exist"
      ),
      because: (
        nb: "overordnet sone {parent} står ikke i lista", en: "the parent {parent} is not in the list"
      ),
      hint: (
        nb: "legg {parent} til i sonelista eller rett kolonnen `parent`",
        en: "add {parent} to the zone list or correct the column `parent`"
      )),
    "circular-zones": ErrorEntry(
      (nb: "sone {zone} er en del av seg selv", en: "zone {zone} is a part of itself"),
      because: (nb: "kolonnen `parent` går i ring", en: "the column `parent` goes in a circle"),
      hint: (
        nb: "rett `parent` for en av sonene i ringen",
        en: "correct `parent` of one of the zones in the circle"
      )),
    "unknown-member": ErrorEntry(
      (nb: "gruppen «{group}» har et ukjent medlem", en: "the group «{group}» has an unknown member"),
      because: (
        nb: "«{member}» er verken en sone eller en gruppe", en: "«{member}» is neither a zone nor a group"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list zones` viser kodene",
        en: "[did you mean «{nearest}»? ]`levekar list zones` shows the codes"
      )),
    "circular-group": ErrorEntry(
      (nb: "gruppen «{group}» er en del av seg selv", en: "the group «{group}» is a part of itself"),
      because: (nb: "medlemmene viser tilbake til gruppen", en: "its members lead back to the group"),
      hint: (nb: "fjern ett av medlemmene under `groups`", en: "remove one of the members under `groups`")),
    "overlapping-members": ErrorEntry(
      (nb: "medlemmene i gruppen «{group}» overlapper", en: "the members of the group «{group}» overlap"),
      because: (nb: "sone {zone} ville bli talt to ganger", en: "zone {zone} would be counted twice"),
      hint: (
        nb: "ta ut {zone} eller sonen den er en del av", en: "take out {zone} or the zone it is a part of"
      )),
    "wrong-shape": ErrorEntry(
      (nb: "antallet celler stemmer ikke", en: "the number of cells is wrong"),
      because: (
        nb: "{what} har {found#} celler, men skal ha {expected#}",
        en: "{what} has {found#} cells and should have {expected#}"
      )),
    "duplicate-key": ErrorEntry(
      (nb: "to tall for samme celle", en: "two figures for the same cell"),
      because: (
        nb: "sone {zone}, {period}[, {stratum}] står i rad {rows}",
        en: "zone {zone}, {period}[, {stratum}] is in rows {rows}"
      ),
      hint: (
        nb: "fjern den ene raden, eller si hva som skiller dem: `--columns`, `--measure` eller `--by`",
        en: "remove one row, or say what tells them apart: `--columns`, `--measure` or `--by`"
      )),
    "status-mismatch": ErrorEntry(
      (nb: "tall og status motsier hverandre", en: "figure and status contradict each other"),
      because: (nb: "sone {zone}, {period}", en: "zone {zone}, {period}"),
      hint: (
        nb: "en celle har enten et tall eller en grunn til at det mangler",
        en: "a cell has either a figure or a reason why there is none"
      )),
    "duplicate-axis-value": ErrorEntry(
      (nb: "«{value}» er gitt to ganger", en: "«{value}» is given twice"),
      because: (nb: "hver {axis} kan stå én gang", en: "every {axis} may stand once")),
    "unordered-periods": ErrorEntry(
      (nb: "periodene står ikke i rekkefølge", en: "the periods are out of order"),
      because: (nb: "{later} kommer før {earlier}", en: "{later} comes before {earlier}"),
      hint: (nb: "sorter periodene", en: "sort the periods")),
    "too-sparse": ErrorEntry(
      (
        nb: "dataene spenner over for mye til å regnes på samlet",
        en: "the data span too much to be computed on together"
      ),
      because: (
        nb: "soner, perioder og grupper gir {cells#} celler, men det er bare {records#} rader",
        en: "zones, periods and groups make {cells#} cells, but there are only {records#} rows"
      ),
      hint: (
        nb: "se om en kolonne er lest som noe annet enn den er: `--columns`",
        en: "see whether a column was read as something it is not: `--columns`"
      )),
    "axes-differ": ErrorEntry(
      (nb: "tallene kan ikke settes sammen", en: "the figures cannot be put together"),
      because: (
        nb: "«{indicator}» har andre soner eller perioder enn resten",
        en: "«{indicator}» has other zones or periods than the rest"
      )),
    "bad-neighbour": ErrorEntry(
      (nb: "nabolista har et ugyldig par", en: "the list of neighbours has a bad pair"),
      because: (
        nb: "«{zone}» og «{neighbour}»: en av dem er ukjent, eller de er den samme",
        en: "«{zone}» and «{neighbour}»: one of them is unknown, or they are the same"
      ),
      hint: (nb: "bruk kodene fra sonelista", en: "use the codes of the zone list")),
    "unknown-measure": ErrorEntry(
      (nb: "målet «{measure}» finnes ikke", en: "there is no measure «{measure}»"),
      because: (nb: "dataene har: {known}", en: "the data have: {known}"),
      hint: (
        nb: "[mente du «{nearest}»? ]velg med `--measure NAVN`",
        en: "[did you mean «{nearest}»? ]choose with `--measure NAME`"
      )),
    "ambiguous-measure": ErrorEntry(
      (
        nb: "dataene har flere mål, og ingen er valgt",
        en: "the data have several measures and none is chosen"
      ),
      because: (nb: "velg mellom: {known}", en: "choose among: {known}"),
      hint: (
        nb:
          "velg med `--measure NAVN`, eller si hva som er teller og nevner: `--columns numerator=NAVN,denominator=NAVN`",
        en:
          "choose with `--measure NAME`, or say which are numerator and denominator: `--columns numerator=NAME,denominator=NAME`"
      )),
    "no-zone-dimension": ErrorEntry(
      (nb: "dataene har ingen soner", en: "the data have no zones"),
      because: (
        nb: "ingen kolonne eller dimensjon er gjenkjent som sone",
        en: "no column or dimension was recognised as zones"
      ),
      hint: (
        nb: "si hvilken det er: `--columns zone=OVERSKRIFT`", en: "say which it is: `--columns zone=HEADER`"
      )),
    "no-time-dimension": ErrorEntry(
      (nb: "dataene har ingen perioder", en: "the data have no periods"),
      because: (
        nb: "ingen kolonne eller dimensjon er gjenkjent som tid",
        en: "no column or dimension was recognised as time"
      ),
      hint: (
        nb:
          "si hvilken det er: `--columns period=OVERSKRIFT`, eller hvilken periode alt gjelder: `--period 2022`",
        en: "say which it is: `--columns period=HEADER`, or what period all of it is about: `--period 2022`"
      )),
    "no-figures": ErrorEntry(
      (nb: "filen har ingen tall", en: "the file has no figures"),
      because: (
        nb: "den beskriver data, men inneholder dem ikke", en: "it describes data but does not hold them"
      ),
      hint: (
        nb: "`levekar describe` viser hva den inneholder; hent selve datasettet",
        en: "`levekar describe` shows what it holds; fetch the dataset itself"
      )),
    "several-datasets": ErrorEntry(
      (nb: "filen inneholder flere datasett", en: "the file holds several datasets"),
      because: (nb: "det er ikke sagt hvilket som skal brukes", en: "nothing says which to use"),
      hint: (
        nb: "del filen, eller hent ett datasett om gangen",
        en: "split the file, or fetch one dataset at a time"
      )),
  ]
}
