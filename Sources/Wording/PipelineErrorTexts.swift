extension Wording {
  /// Words for the errors of requests and runs.
  static let pipelineErrors: [String: ErrorEntry] = [
    "no-base": ErrorEntry(
      (nb: "det finnes ikke noe kunnskapsgrunnlag her", en: "there is no knowledge base here"),
      because: (nb: "{path} finnes ikke", en: "{path} does not exist"),
      hint: (
        nb: "lag det med `levekar refresh programme.yml`, pek på et annet med `--base`, eller nevn filene som skal leses",
        en: "make it with `levekar refresh programme.yml`, point to another with `--base`, or name the files to read"
      )),
    "no-programme": ErrorEntry(
      (nb: "programfilen finnes ikke", en: "the programme file does not exist"),
      because: (nb: "det ligger ingenting på {path}", en: "there is nothing at {path}"),
      hint: (nb: "lag en med `levekar init MAPPE`", en: "make one with `levekar init FOLDER`")),
    "unreadable-option": ErrorEntry(
      (nb: "kan ikke tolke {option} {text}", en: "cannot understand {option} {text}"),
      because: (nb: "ventet noe som {expected}", en: "expected something like {expected}"),
      hint: (nb: "se `levekar help`", en: "see `levekar help`")),
    "unreadable-group": ErrorEntry(
      (nb: "kan ikke tolke gruppen «{text}»", en: "cannot understand the group «{text}»"),
      because: (nb: "en gruppe skrives NAVN=A+B", en: "a group is written NAME=A+B"),
      hint: (
        nb: "for eksempel `--group sentrum=3909000014+3909000015`",
        en: "for example `--group centre=3909000014+3909000015`"
      )),
    "unknown-format": ErrorEntry(
      (nb: "ukjent format «{name}»", en: "unknown format «{name}»"),
      because: (nb: "kjente: {known}", en: "known: {known}"),
      hint: (nb: "[mente du «{nearest}»?]", en: "[did you mean «{nearest}»?]")),
    "unknown-term": ErrorEntry(
      (nb: "ingen artikkel om «{name}»", en: "no article about «{name}»"),
      because: (
        nb: "det er verken en metode, en kode eller et ord i ordlista",
        en: "it is neither a method, a code nor a word of the glossary"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list methods` viser metodene",
        en: "[did you mean «{nearest}»? ]`levekar list methods` shows the methods"
      )),
    "unknown-version": ErrorEntry(
      (nb: "versjon {version} finnes ikke", en: "there is no version {version}"),
      because: (nb: "kunnskapsgrunnlaget har den ikke", en: "the knowledge base does not have it"),
      hint: (nb: "`levekar list versions` viser dem som finnes", en: "`levekar list versions` shows those there are")),
    "folder-not-empty": ErrorEntry(
      (nb: "mappen er ikke tom", en: "the folder is not empty"),
      because: (nb: "{path} har filer som ville blitt overskrevet", en: "{path} has files that would be overwritten"),
      hint: (nb: "velg en ny mappe", en: "choose a new folder")),
    "needs-network": ErrorEntry(
      (nb: "kilden «{source}» kan ikke hentes", en: "the source «{source}» cannot be fetched"),
      because: (
        nb: "den hentes over nettet ({kind}), og det kan ikke denne versjonen",
        en: "it is fetched over the network ({kind}), which this version cannot do"
      ),
      hint: (
        nb: "last ned filen og pek på den med `kind: folder`; til da brukes de siste gode tallene",
        en: "download the file and point to it with `kind: folder`; until then the last good figures are used"
      )),
    "no-files": ErrorEntry(
      (nb: "fant ingen filer for «{source}»", en: "found no files for «{source}»"),
      because: (nb: "«{path}» treffer ingen fil", en: "«{path}» matches no file"),
      hint: (
        nb: "stien er relativ til sources.yml; `*` står for hva som helst i et filnavn",
        en: "the path is relative to sources.yml; `*` stands for anything in a file's name"
      )),
    "too-few-rows": ErrorEntry(
      (nb: "kilden «{source}» har for få rader", en: "the source «{source}» has too few rows"),
      because: (nb: "{found} rader, ventet minst {expected}", en: "{found} rows, expected at least {expected}"),
      hint: (
        nb: "se om filen er hel; de siste gode tallene brukes så lenge",
        en: "see whether the file is whole; the last good figures are used meanwhile"
      )),
    "no-source-answered": ErrorEntry(
      (nb: "ingen av kildene svarte", en: "no source answered"),
      because: (nb: "dette gjelder {sources}", en: "this is about {sources}"),
      hint: (nb: "ingenting er endret; prøv igjen når kildene er der", en: "nothing was changed; try again when the sources are there")),
    "not-exportable": ErrorEntry(
      (nb: "kan ikke eksporteres som {format}", en: "cannot be exported as {format}"),
      because: (nb: "{reason}", en: "{reason}"), hint: (nb: "velg et annet format", en: "choose another format")),
    "unexpected": ErrorEntry(
      (nb: "noe gikk galt i programmet", en: "something went wrong in the program"),
      because: (nb: "{text}", en: "{text}"),
      hint: (
        nb: "dette er vår feil; meld fra med teksten over", en: "this is our mistake; report it with the text above"
      )),
  ]
}
