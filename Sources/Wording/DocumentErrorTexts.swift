extension Wording {
  /// Words for JSON, YAML and lists that are not what they should be.
  static let documentErrors: [String: ErrorEntry] = [
    "json-unexpected-end": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den slutter midt i en verdi",
        en: "it ends inside a value"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-unexpected": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den venter {expected} her",
        en: "it expects {expected} here"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-malformed-number": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har et tall som ikke er skrevet riktig",
        en: "it has a number that is not written rightly"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-number-too-large": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har et tall som er for stort: {number}",
        en: "it has a number that is too large: {number}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-control-character": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har et styretegn (byte {byte}) i en tekst",
        en: "it has a control character (byte {byte}) inside a text"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-invalid-escape": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har et ugyldig skråstrektegn",
        en: "it has an invalid escape"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-invalid-utf8": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har bytes som ikke er UTF-8",
        en: "it has bytes that are not UTF-8"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-duplicate-key": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har nøkkelen «{key}» to ganger",
        en: "it has the key «{key}» twice"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-too-deep": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den er nøstet dypere enn {limit#} nivåer",
        en: "it is nested deeper than {limit#} levels"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-trailing-content": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON",
        en: "the file is not valid JSON"
      ),
      because: (
        nb: "den har noe etter slutten",
        en: "it has something after its end"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-missing-member": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den mangler «{member}»",
        en: "it lacks «{member}»"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-wrong-type": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den skal ha {expected} i «{member}»",
        en: "it should have {expected} in «{member}»"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-sizes-differ": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har {dimensions#} dimensjoner og {sizes#} størrelser",
        en: "it has {dimensions#} dimensions and {sizes#} sizes"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-bad-size": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har størrelsen «{size}» for {dimension}",
        en: "it has the size «{size}» for {dimension}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-categories-differ": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har {categories#} kategorier i {dimension}, men sier {size#}",
        en: "it has {categories#} categories in {dimension} but says {size#}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-bad-position": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har en ugyldig plass for «{category}» i {dimension}",
        en: "it has a bad position for «{category}» in {dimension}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-duplicate-category": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har «{category}» to ganger i {dimension}",
        en: "it has «{category}» twice in {dimension}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-duplicate-dimension": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har dimensjonen {dimension} to ganger",
        en: "it has the dimension {dimension} twice"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-unknown-dimension": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den beskriver ikke dimensjonen {dimension}",
        en: "it does not describe the dimension {dimension}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-too-many-cells": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har flere enn {limit#} celler",
        en: "it has more than {limit#} cells"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-values-differ": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har {found#} tall, men skal ha {expected#}",
        en: "it has {found#} figures and should have {expected#}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-statuses-differ": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har {found#} statuser, men skal ha {expected#}",
        en: "it has {found#} statuses and should have {expected#}"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "json-stat-bad-index": ErrorEntry(
      (
        nb: "filen er ikke gyldig JSON-stat",
        en: "the file is not valid JSON-stat"
      ),
      because: (
        nb: "den har en ugyldig plass {index#} i «{member}»",
        en: "it has a bad position {index#} in «{member}»"
      ),
      hint: (
        nb: "last den ned på nytt",
        en: "download it again"
      )),
    "not-yaml": ErrorEntry(
      (
        nb: "filen er ikke gyldig YAML",
        en: "the file is not valid YAML"
      ),
      because: (
        nb: "{parser}",
        en: "{parser}"
      ),
      hint: (
        nb: "se på innrykk og kolon i linjen",
        en: "look at the indentation and colons of the line"
      )),
    "wrong-schema": ErrorEntry(
      (
        nb: "filen er ikke av riktig slag",
        en: "the file is of the wrong kind"
      ),
      because: (
        nb: "første linje skal være `schema: {expected}`[, men er «{found}»]",
        en: "the first line should be `schema: {expected}`[ but is «{found}»]"
      ),
      hint: (
        nb: "rett første linje",
        en: "correct the first line"
      )),
    "unknown-key": ErrorEntry(
      (
        nb: "nøkkelen «{key}» er ukjent",
        en: "the key «{key}» is unknown"
      ),
      because: (
        nb: "filformatet har ingen slik nøkkel",
        en: "the file format has no such key"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett eller fjern den",
        en: "[did you mean «{nearest}»? ]correct or remove it"
      )),
    "missing-key": ErrorEntry(
      (
        nb: "nøkkelen «{key}» mangler",
        en: "the key «{key}» is missing"
      ),
      because: (
        nb: "filformatet krever den",
        en: "the file format demands it"
      ),
      hint: (
        nb: "legg den til",
        en: "add it"
      )),
    "duplicate-yaml-key": ErrorEntry(
      (
        nb: "nøkkelen «{key}» er gitt to ganger",
        en: "the key «{key}» is given twice"
      ),
      because: (
        nb: "bare den ene kan gjelde",
        en: "only one of them can hold"
      ),
      hint: (
        nb: "fjern den ene",
        en: "remove one of them"
      )),
    "wrong-type": ErrorEntry(
      (
        nb: "verdien av «{key}» er av feil slag",
        en: "the value of «{key}» is of the wrong kind"
      ),
      because: (
        nb: "den skal være {expected}, men er {found}",
        en: "it should be {expected} but is {found}"
      )),
    "unknown-word": ErrorEntry(
      (
        nb: "«{word}» er ikke en verdi for «{key}»",
        en: "«{word}» is no value of «{key}»"
      ),
      because: (
        nb: "den kan være: {known}",
        en: "it may be: {known}"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett verdien",
        en: "[did you mean «{nearest}»? ]correct the value"
      )),
    "duplicate-id": ErrorEntry(
      (
        nb: "id-en «{id}» er gitt to ganger",
        en: "the id «{id}» is given twice"
      ),
      because: (
        nb: "hver id kan stå én gang",
        en: "every id may stand once"
      ),
      hint: (
        nb: "gi den ene et annet navn",
        en: "give one of them another name"
      )),
    "broken-seal": ErrorEntry(
      (nb: "planen er endret etter at den ble låst", en: "the plan was changed after it was locked"),
      because: (
        nb: "seglet i filen er {expected}, teksten har {found}",
        en: "the seal in the file is {expected}, that of the text is {found}"
      ),
      hint: (
        nb: "hent tilbake planen slik den ble låst; en ny plan låses i en ny fil",
        en: "bring back the plan as it was locked; a new plan is locked in a new file"
      )),
    "unknown-name": ErrorEntry(
      (
        nb: "«{name}» er ikke definert",
        en: "«{name}» is not defined"
      ),
      because: (
        nb: "«{key}» viser til noe som ikke finnes i filene",
        en: "«{key}» names something that the files do not have"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett navnet",
        en: "[did you mean «{nearest}»? ]correct the name"
      )),
    "missing-column": ErrorEntry(
      (
        nb: "lista mangler kolonnen «{name}»",
        en: "the list lacks the column «{name}»"
      ),
      because: (
        nb: "den har: {known}",
        en: "it has: {known}"
      ),
      hint: (
        nb: "legg til kolonnen",
        en: "add the column"
      )),
    "ragged-row": ErrorEntry(
      (
        nb: "en rad har feil antall celler",
        en: "a row has the wrong number of cells"
      ),
      because: (
        nb: "den har {found#}, og overskriften har {expected#}",
        en: "it has {found#} and the header has {expected#}"
      ),
      hint: (
        nb: "se etter skilletegn inne i en tekst",
        en: "look for a delimiter inside a text"
      )),
    "empty-cell": ErrorEntry(
      (
        nb: "en celle er tom",
        en: "a cell is empty"
      ),
      because: (
        nb: "kolonnen «{column}» må fylles ut",
        en: "the column «{column}» must be filled in"
      ),
      hint: (
        nb: "fyll ut cellen",
        en: "fill in the cell"
      )),
    "not-a-weight": ErrorEntry(
      (nb: "«{text}» er ikke en vekt", en: "«{text}» is not a weight"),
      because: (nb: "vekter er tall fra 0 og oppover", en: "weights are numbers from 0 up"),
      hint: (nb: "rett vekten", en: "correct the weight")),
    "not-a-day": ErrorEntry(
      (
        nb: "«{text}» er ikke en dato",
        en: "«{text}» is not a date"
      ),
      because: (
        nb: "datoer skrives 2024-01-31",
        en: "dates are written 2024-01-31"
      ),
      hint: (
        nb: "rett datoen",
        en: "correct the date"
      )),
    "reversed-validity": ErrorEntry(
      (
        nb: "en sone slutter før den begynner",
        en: "a zone ends before it begins"
      ),
      because: (
        nb: "den gjelder fra {valid-from} til {valid-to}",
        en: "it is valid from {valid-from} to {valid-to}"
      ),
      hint: (
        nb: "bytt om datoene",
        en: "swap the dates"
      )),
  ]
}
