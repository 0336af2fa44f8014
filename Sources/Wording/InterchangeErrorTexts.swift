import Indicators

extension Wording {
  /// Words for files that cannot be read or written.
  static let interchangeErrors: [String: ErrorEntry] = [
    "no-such-file": ErrorEntry(
      (nb: "filen finnes ikke", en: "the file does not exist"),
      because: (nb: "det ligger ingenting på denne stien", en: "there is nothing at this path"),
      hint: (
        nb: "se etter skrivefeil, og at kommandoen kjøres i riktig mappe",
        en: "look for a misspelling, and that the command runs in the right folder"
      )),
    "is-directory": ErrorEntry(
      (nb: "dette er en mappe, ikke en fil", en: "this is a folder, not a file"),
      because: (nb: "kommandoen leser filer", en: "the command reads files"),
      hint: (nb: "nevn filene, for eksempel `mappe/*.csv`", en: "name the files, for example `folder/*.csv`")),
    "not-permitted": ErrorEntry(
      (nb: "filen kan ikke åpnes", en: "the file cannot be opened"),
      because: (nb: "du har ikke tilgang til den", en: "you do not have access to it"),
      hint: (nb: "se på rettighetene med `ls -l`", en: "look at its permissions with `ls -l`")),
    "cannot-read": ErrorEntry(
      (nb: "filen kan ikke leses", en: "the file cannot be read"),
      because: (
        nb: "systemet svarte med feil {system-error}", en: "the system answered with error {system-error}"
      )),
    "too-large": ErrorEntry(
      (nb: "filen er for stor", en: "the file is too large"),
      because: (
        nb: "den er på {bytes#} byte, og {available#} er ledig",
        en: "it has {bytes#} bytes and {available#} are free"
      ),
      hint: (nb: "del filen, for eksempel etter år", en: "split the file, by year for example")),
    "changed-while-reading": ErrorEntry(
      (nb: "filen ble endret mens den ble lest", en: "the file changed while it was read"),
      because: (nb: "et annet program skriver til den", en: "another program is writing to it"),
      hint: (nb: "prøv igjen når skrivingen er ferdig", en: "try again when the writing is done")),
    "cannot-write": ErrorEntry(
      (nb: "filen kan ikke skrives", en: "the file cannot be written"),
      because: (
        nb: "systemet svarte med feil {system-error}", en: "the system answered with error {system-error}"
      ),
      hint: (
        nb: "se etter ledig plass og skrivetilgang; ingenting er endret",
        en: "look for free space and write access; nothing has changed"
      )),
    "empty-input": ErrorEntry(
      (nb: "filen er tom", en: "the file is empty"),
      because: (nb: "den har ingen tegn, eller bare mellomrom", en: "it has no characters, or only spaces"),
      hint: (nb: "last den ned på nytt", en: "download it again")),
    "unknown-format": ErrorEntry(
      (nb: "filformatet[ «{name}»] er ukjent", en: "the file format[ «{name}»] is unknown"),
      because: (
        nb:
          "[velg mellom: {known}; ][innholdet er {found}, og ]det som kan leses, er CSV, JSON-stat og JSON med en liste av poster",
        en:
          "[choose among: {known}; ][the content is {found}, and ]what can be read is CSV, JSON-stat and JSON with a list of records"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]bruk CSV om du er i tvil",
        en: "[did you mean «{nearest}»? ]use CSV when in doubt"
      )),
    "unterminated-quote": ErrorEntry(
      (nb: "et anførselstegn lukkes aldri", en: "a quotation mark is never closed"),
      because: (
        nb: "teksten som begynner her, går ut filen",
        en: "the text that begins here runs to the end of the file"
      ),
      hint: (
        nb: "skriv anførselstegn inne i tekst dobbelt: \"\"",
        en: "write quotation marks inside text twice: \"\""
      )),
    "cell-too-long": ErrorEntry(
      (nb: "en celle er for lang", en: "a cell is too long"),
      because: (nb: "grensen er {limit#} byte", en: "the limit is {limit#} bytes"),
      hint: (
        nb: "se om skilletegn eller linjeskift er feil: `--delimiter`",
        en: "see whether delimiter or line breaks are wrong: `--delimiter`"
      )),
    "no-table": ErrorEntry(
      (nb: "filen har ingen tabell", en: "the file has no table"),
      because: (
        nb: "ingen linje ser ut som overskrifter fulgt av rader",
        en: "no line looks like headers followed by rows"
      ),
      hint: (
        nb: "si hva som skiller kolonnene: `--delimiter`", en: "say what separates the columns: `--delimiter`"
      )),
    "no-rows": ErrorEntry(
      (nb: "tabellen har ingen rader", en: "the table has no rows"),
      because: (
        nb: "det står overskrifter, men ingenting under", en: "there are headers and nothing below them"
      ),
      hint: (
        nb: "last den ned på nytt, eller velg flere verdier i kilden",
        en: "download it again, or choose more values at the source"
      )),
    "duplicate-column": ErrorEntry(
      (
        nb: "to kolonner heter det samme[: «{name}»][: «{column}»]",
        en: "two columns have the same name[: «{name}»][: «{column}»]"
      ),
      because: (
        nb: "[kolonne {first} og {second} har samme overskrift; ]hvert navn kan stå én gang",
        en: "[columns {first} and {second} have the same header; ]every name may stand once"
      ),
      hint: (nb: "gi den ene et annet navn", en: "give one of them another name")),
    "no-such-column": ErrorEntry(
      (nb: "kolonnen «{name}» finnes ikke", en: "there is no column «{name}»"),
      because: (nb: "filen har: {candidates}", en: "the file has: {candidates}"),
      hint: (
        nb: "[mente du «{nearest}»? ]rett `--columns`", en: "[did you mean «{nearest}»? ]correct `--columns`"
      )),
    "ambiguous-column": ErrorEntry(
      (nb: "flere kolonner kan være {role}", en: "several columns could be the {role}"),
      because: (nb: "velg mellom: {candidates}", en: "choose among: {candidates}"),
      hint: (
        nb: "si hvilken det er: `--columns {role}=OVERSKRIFT`",
        en: "say which it is: `--columns {role}=HEADER`"
      )),
    "no-measure": ErrorEntry(
      (nb: "ingen kolonne har tall", en: "no column has figures"),
      because: (nb: "kolonnene er: {candidates}", en: "the columns are: {candidates}"),
      hint: (
        nb: "si hvilken det er: `--columns value=OVERSKRIFT`, eller hvilket desimaltegn: `--decimal`",
        en: "say which it is: `--columns value=HEADER`, or the decimal sign: `--decimal`"
      )),
    "invalid-option": ErrorEntry(
      (nb: "valget `--{option}` kan ikke være «{value}»", en: "the option `--{option}` cannot be «{value}»"),
      because: (
        nb: "det passer ikke til denne filen eller de andre valgene",
        en: "it does not fit this file or the other options"
      ),
      hint: (nb: "se `levekar help`", en: "see `levekar help`")),
    "malformed": ErrorEntry(
      (nb: "filen er ødelagt eller ufullstendig", en: "the file is damaged or incomplete"),
      because: (
        nb: "innholdet følger ikke formatet det begynner som[ ({reason})]",
        en: "the content does not follow the format it begins as[ ({reason})]"
      ),
      hint: (nb: "last den ned på nytt", en: "download it again")),
    "inconsistent": ErrorEntry(
      (nb: "delene i filen passer ikke sammen", en: "the parts of the file do not fit together"),
      because: (
        nb:
          "noe er gitt to ganger eller mangler[; {what} har {found#} celler, men skal ha {expected#}][; sone {zone}][, {period}][, rad {rows}][; «{value}» er gitt to ganger]",
        en:
          "something is given twice or missing[; {what} has {found#} cells and should have {expected#}][; zone {zone}][, {period}][, rows {rows}][; «{value}» is given twice]"
      ),
      hint: (
        nb: "last den ned på nytt, eller se etter rader som står to ganger",
        en: "download it again, or look for rows given twice"
      )),
  ]
}
