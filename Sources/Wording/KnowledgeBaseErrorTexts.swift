extension Wording {
  /// Words for what can be wrong with the knowledge base.
  static let knowledgeBaseErrors: [String: ErrorEntry] = [
    "base-not-found": ErrorEntry(
      (
        nb: "kunnskapsbasen finnes ikke",
        en: "there is no knowledge base"
      ),
      because: (
        nb: "det ligger ingenting på denne stien",
        en: "there is nothing at this path"
      ),
      hint: (
        nb: "lag den med `levekar refresh` eller `levekar import`",
        en: "make it with `levekar refresh` or `levekar import`"
      )),
    "base-is-directory": ErrorEntry(
      (
        nb: "stien til kunnskapsbasen er en mappe",
        en: "the path of the knowledge base is a folder"
      ),
      because: (
        nb: "basen er én fil",
        en: "the base is one file"
      ),
      hint: (
        nb: "oppgi filen: `--base MAPPE/kunnskap.levekar`",
        en: "name the file: `--base FOLDER/kunnskap.levekar`"
      )),
    "not-a-knowledge-base": ErrorEntry(
      (
        nb: "filen er ikke en kunnskapsbase",
        en: "the file is not a knowledge base"
      ),
      because: (
        nb: "innholdet er noe annet",
        en: "it holds something else"
      ),
      hint: (
        nb: "oppgi en annen fil med `--base`",
        en: "name another file with `--base`"
      )),
    "newer-schema": ErrorEntry(
      (
        nb: "kunnskapsbasen er laget av en nyere utgave",
        en: "the knowledge base was made by a newer release"
      ),
      because: (
        nb: "den har format {found}, og denne utgaven kjenner {known}",
        en: "its format is {found}, and this release knows {known}"
      ),
      hint: (
        nb: "oppdater levekar",
        en: "update levekar"
      )),
    "base-not-readable": ErrorEntry(
      (
        nb: "kunnskapsbasen kan ikke leses",
        en: "the knowledge base cannot be read"
      ),
      because: (
        nb: "systemet svarte: {detail}",
        en: "the system answered: {detail}"
      ),
      hint: (
        nb: "se på rettighetene med `ls -l`",
        en: "look at its permissions with `ls -l`"
      )),
    "base-not-writable": ErrorEntry(
      (
        nb: "kunnskapsbasen kan ikke skrives",
        en: "the knowledge base cannot be written"
      ),
      because: (
        nb: "systemet svarte: {detail}",
        en: "the system answered: {detail}"
      ),
      hint: (
        nb: "se på rettighetene til filen og mappen; basen er uendret",
        en: "look at the permissions of file and folder; the base is unchanged"
      )),
    "disk-full": ErrorEntry(
      (
        nb: "disken er full",
        en: "the disk is full"
      ),
      because: (
        nb: "det er ikke plass til en ny versjon",
        en: "there is no room for a new version"
      ),
      hint: (
        nb: "frigjør plass og prøv igjen; basen er uendret",
        en: "free some space and try again; the base is unchanged"
      )),
    "base-locked": ErrorEntry(
      (
        nb: "kunnskapsbasen er opptatt",
        en: "the knowledge base is busy"
      ),
      because: (
        nb: "et annet program skriver til den",
        en: "another program is writing to it"
      ),
      hint: (
        nb: "prøv igjen om litt",
        en: "try again in a while"
      )),
    "base-damaged": ErrorEntry(
      (
        nb: "kunnskapsbasen er skadet",
        en: "the knowledge base is damaged"
      ),
      because: (
        nb: "{detail}",
        en: "{detail}"
      ),
      hint: (
        nb: "hent en sikkerhetskopi, eller lag den på nytt med `levekar refresh`",
        en: "restore a copy, or make it anew with `levekar refresh`"
      )),
    "panel-damaged": ErrorEntry(
      (
        nb: "tallene for «{indicator}» er skadet i basen",
        en: "the figures of «{indicator}» are damaged in the base"
      ),
      because: (
        nb: "kontrollsummen for del {chunk} stemmer ikke",
        en: "the checksum of part {chunk} does not match"
      ),
      hint: (
        nb: "hent en sikkerhetskopi, eller kjør `levekar refresh`",
        en: "restore a copy, or run `levekar refresh`"
      )),
    "unknown-version": ErrorEntry(
      (
        nb: "versjonen[ {version}] finnes ikke",
        en: "there is no version[ {version}]"
      ),
      because: (
        nb: "kunnskapsbasen har ingen slik versjon",
        en: "the knowledge base has no such version"
      ),
      hint: (
        nb: "`levekar list versions` viser hva som finnes",
        en: "`levekar list versions` shows what there is"
      )),
    "unknown-panel": ErrorEntry(
      (
        nb: "basen har ikke tall for «{indicator}»[, {stratum}]",
        en: "the base has no figures for «{indicator}»[, {stratum}]"
      ),
      because: (
        nb: "versjonen inneholder dem ikke",
        en: "the version does not hold them"
      ),
      hint: (
        nb: "`levekar list indicators` viser hva som finnes",
        en: "`levekar list indicators` shows what there is"
      )),
    "unknown-zone-in-panel": ErrorEntry(
      (
        nb: "basen har ikke tall for sone {zone}",
        en: "the base has no figures for zone {zone}"
      ),
      because: (
        nb: "«{indicator}» har ikke denne sonen",
        en: "«{indicator}» does not have this zone"
      ),
      hint: (
        nb: "`levekar list zones` viser kodene",
        en: "`levekar list zones` shows the codes"
      )),
    "duplicate-panel": ErrorEntry(
      (
        nb: "«{indicator}»[, {stratum}] er gitt to ganger",
        en: "«{indicator}»[, {stratum}] is given twice"
      ),
      because: (
        nb: "en versjon kan ha én serie av hver",
        en: "a version may hold one series of each"
      )),
    "duplicate-entry": ErrorEntry(
      (
        nb: "«{id}» er gitt to ganger",
        en: "«{id}» is given twice"
      ),
      because: (
        nb: "en versjon kan ha én {kind} med dette navnet",
        en: "a version may hold one {kind} of this name"
      )),
    "unstorable-text": ErrorEntry(
      (
        nb: "en tekst kan ikke lagres",
        en: "a text cannot be stored"
      ),
      because: (
        nb: "{what} inneholder et nulltegn",
        en: "{what} holds a zero character"
      )),
    "panel-too-large": ErrorEntry(
      (
        nb: "«{indicator}» er for stor",
        en: "«{indicator}» is too large"
      ),
      because: (
        nb: "det er flere celler enn basen kan lagre, eller for lite minne",
        en: "there are more cells than the base can store, or too little memory"
      ),
      hint: (
        nb: "del tallene, for eksempel etter år",
        en: "split the figures, by year for example"
      )),
    "abandoned": ErrorEntry(
      (
        nb: "arbeidet ble avbrutt",
        en: "the work was abandoned"
      ),
      because: (
        nb: "{reason}",
        en: "{reason}"
      ),
      hint: (
        nb: "basen er uendret",
        en: "the base is unchanged"
      )),
    "unexpected-base-error": ErrorEntry(
      (
        nb: "databasen svarte noe uventet",
        en: "the database answered something unexpected"
      ),
      because: (
        nb: "feil {code}: {detail}",
        en: "error {code}: {detail}"
      ),
      hint: (
        nb: "meld fra; basen er uendret",
        en: "report it; the base is unchanged"
      )),
  ]
}
