extension Wording {
  /// Words for what can be wrong with a command or a run.
  static let pipelineErrors: [String: ErrorEntry] = [
    "no-base": ErrorEntry(
      (
        nb: "det er ingen kunnskapsbase her",
        en: "there is no knowledge base here"
      ),
      because: (
        nb: "{path} finnes ikke",
        en: "{path} does not exist"
      ),
      hint: (
        nb: "kjør `levekar refresh`, oppgi `--base FIL`, eller nevn filene som skal leses",
        en: "run `levekar refresh`, give `--base FILE`, or name the files to read"
      )),
    "no-programme": ErrorEntry(
      (
        nb: "det er ingen programfil her",
        en: "there is no programme file here"
      ),
      because: (
        nb: "{path} finnes ikke",
        en: "{path} does not exist"
      ),
      hint: (
        nb: "lag en med `levekar init MAPPE`, eller oppgi stien",
        en: "make one with `levekar init FOLDER`, or give its path"
      )),
    "unreadable-option": ErrorEntry(
      (
        nb: "{option} kan ikke være «{text}»",
        en: "{option} cannot be «{text}»"
      ),
      because: (
        nb: "den skal være: {expected}",
        en: "it should be: {expected}"
      ),
      hint: (
        nb: "`levekar help` har eksempler",
        en: "`levekar help` has examples"
      )),
    "unknown-output-format": ErrorEntry(
      (
        nb: "svaret kan ikke skrives som «{name}»",
        en: "the answer cannot be written as «{name}»"
      ),
      because: (
        nb: "formatene er {known}",
        en: "the formats are {known}"
      ),
      hint: (
        nb: "velg ett av dem med `--format`",
        en: "choose one of them with `--format`"
      )),
    "unreadable-group": ErrorEntry(
      (
        nb: "gruppen «{text}» kan ikke leses",
        en: "the group «{text}» cannot be read"
      ),
      because: (
        nb: "en gruppe skrives NAVN=A+B",
        en: "a group is written NAME=A+B"
      ),
      hint: (
        nb: "for eksempel `--group sentrum=39090301+39090302`",
        en: "for example `--group centre=39090301+39090302`"
      )),
    "unknown-term": ErrorEntry(
      (
        nb: "det er ingen artikkel om «{name}»",
        en: "there is no article on «{name}»"
      ),
      because: (
        nb: "ordet er verken en metode, en feilkode eller et ord i ordlista",
        en: "the word is neither a method, an error code nor a term of the glossary"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list methods` viser metodene",
        en: "[did you mean «{nearest}»? ]`levekar list methods` shows the methods"
      )),
    "folder-not-empty": ErrorEntry(
      (
        nb: "mappen er ikke tom",
        en: "the folder is not empty"
      ),
      because: (
        nb: "{path} finnes og har filer",
        en: "{path} exists and holds files"
      ),
      hint: (
        nb: "velg en ny mappe",
        en: "choose a new folder"
      )),
    "needs-files": ErrorEntry(
      (nb: "det mangler en fil", en: "a file is missing"),
      because: (nb: "`{verb}` arbeider med filer", en: "`{verb}` works on files"),
      hint: (
        nb: "nevn dem: `levekar {verb} tall.csv`; `-` er standard inn",
        en: "name them: `levekar {verb} figures.csv`; `-` is standard input"
      )),
    "base-of-another-programme": ErrorEntry(
      (
        nb: "kunnskapsgrunnlaget hører til et annet program",
        en: "the knowledge base belongs to another programme"
      ),
      because: (
        nb: "{path} er laget av «{found}», og ville miste alle tallene sine til «{wanted}»",
        en: "{path} was made by «{found}» and would lose all its figures to «{wanted}»"
      ),
      hint: (
        nb: "gi programmet sitt eget med `--base STI`", en: "give the programme its own with `--base PATH`"
      )),
    "needs-network": ErrorEntry(
      (
        nb: "kilden «{source}» finnes bare på nettet",
        en: "the source «{source}» is on the network only"
      ),
      because: (
        nb: "kilder av typen {kind} kan ikke hentes av denne utgaven",
        en: "sources of kind {kind} cannot be fetched by this release"
      ),
      hint: (
        nb: "last ned tallene og bruk en kilde av typen `folder`",
        en: "download the figures and use a source of kind `folder`"
      )),
    "no-files": ErrorEntry(
      (
        nb: "kilden «{source}» har ingen filer",
        en: "the source «{source}» has no files"
      ),
      because: (
        nb: "ingen fil passer til {path}",
        en: "no file matches {path}"
      ),
      hint: (
        nb: "rett `path` i `sources.yml`, eller legg filen der",
        en: "correct `path` in `sources.yml`, or put the file there"
      )),
    "too-few-rows": ErrorEntry(
      (
        nb: "kilden «{source}» ga for få rader",
        en: "the source «{source}» gave too few rows"
      ),
      because: (
        nb: "den ga {found#} og skal ha minst {expected#}",
        en: "it gave {found#} and should have at least {expected#}"
      ),
      hint: (
        nb: "se om filen er hel; forrige gode tall er beholdt",
        en: "see whether the file is whole; the last good figures are kept"
      )),
    "no-source-answered": ErrorEntry(
      (
        nb: "ingen kilde svarte",
        en: "no source answered"
      ),
      because: (
        nb: "disse ble prøvd: {sources}",
        en: "these were tried: {sources}"
      ),
      hint: (
        nb: "basen er uendret; rett feilene over og prøv igjen",
        en: "the base is unchanged; mend the errors above and try again"
      )),
    "not-exportable": ErrorEntry(
      (
        nb: "dataene kan ikke skrives som {format}",
        en: "the data cannot be written as {format}"
      ),
      because: (
        nb: "{reason}",
        en: "{reason}"
      ),
      hint: (
        nb: "velg et annet format: `--format csv`",
        en: "choose another format: `--format csv`"
      )),
    "unexpected": ErrorEntry(
      (
        nb: "noe uventet gikk galt",
        en: "something unexpected went wrong"
      ),
      because: (
        nb: "{text}",
        en: "{text}"
      ),
      hint: (
        nb: "meld fra med kommandoen og denne teksten; dataene dine er ikke endret",
        en: "report it with the command and this text; your data are unchanged"
      )),
  ]
}
