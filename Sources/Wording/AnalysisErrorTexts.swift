extension Wording {
  /// Words for the errors of verbs that cannot answer as asked.
  static let analysisErrors: [String: ErrorEntry] = [
    "unknown-indicator": ErrorEntry(
      (nb: "ingen indikator heter «{name}»", en: "no indicator is called «{name}»"),
      because: (nb: "kjente: {known}", en: "known: {known}"),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list indicators` viser alle",
        en: "[did you mean «{nearest}»? ]`levekar list indicators` shows all"
      )),
    "unknown-zone": ErrorEntry(
      (nb: "ingen sone eller gruppe heter «{name}»", en: "no zone or group is called «{name}»"),
      because: (
        nb: "verken koden eller navnet finnes i dataene", en: "neither the code nor the name is in the data"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list zones` viser alle",
        en: "[did you mean «{nearest}»? ]`levekar list zones` shows all"
      )),
    "ambiguous-zone": ErrorEntry(
      (nb: "flere soner heter «{name}»", en: "several zones are called «{name}»"),
      because: (nb: "navnet kan bety {candidates}", en: "the name may mean {candidates}"),
      hint: (nb: "bruk koden i stedet for navnet", en: "use the code instead of the name")),
    "unknown-dimension": ErrorEntry(
      (nb: "dataene er ikke delt etter «{name}»", en: "the data are not split by «{name}»"),
      because: (nb: "[de er delt etter: {known}]", en: "[they are split by: {known}]"),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar describe FIL` viser inndelingene",
        en: "[did you mean «{nearest}»? ]`levekar describe FILE` shows the dimensions"
      )),
    "no-periods": ErrorEntry(
      (nb: "ingen tall i perioden {range}", en: "no figures in the period {range}"),
      because: (nb: "[dataene dekker {known}]", en: "[the data cover {known}]"),
      hint: (nb: "velg en periode innenfor", en: "choose a period within")),
    "needs-zone-system": ErrorEntry(
      (
        nb: "«{against}» krever at programmet vet hvilke soner som hører sammen",
        en: "«{against}» needs to know which zones belong together"
      ),
      because: (
        nb: "filen sier ikke hvilken kommune en sone ligger i",
        en: "the file does not say which municipality a zone lies in"
      ),
      hint: (
        nb: "gi en soneliste med `--zones FIL` eller `--programme FIL`, eller sett sammen soner med `--group NAVN=A+B`",
        en: "give a zone list with `--zones FILE` or `--programme FILE`, or put zones together with `--group NAME=A+B`"
      )),
    "needs-zone": ErrorEntry(
      (nb: "det mangler en sone", en: "a zone is missing"),
      because: (nb: "kommandoen gjelder én sone om gangen", en: "the command is about one zone at a time"),
      hint: (nb: "nevn den: `--zone KODE`", en: "name it: `--zone CODE`")),
    "needs-window": ErrorEntry(
      (nb: "det mangler et tidsrom for utgangspunktet", en: "the window of the baseline is missing"),
      because: (
        nb: "verken kommandoen eller programmet sier hvilke år som gjelder",
        en: "neither the command nor the programme says which years"
      ),
      hint: (nb: "nevn dem: `--window 2019..2023`", en: "name them: `--window 2019..2023`")),
  ]
}
