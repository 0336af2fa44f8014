extension Wording {
  /// Words for requests that a verb cannot answer.
  static let analysisErrors: [String: ErrorEntry] = [
    "unknown-indicator": ErrorEntry(
      (
        nb: "indikatoren «{name}» finnes ikke",
        en: "there is no indicator «{name}»"
      ),
      because: (
        nb: "dataene har: {known}",
        en: "the data have: {known}"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list indicators` viser hva som finnes",
        en: "[did you mean «{nearest}»? ]`levekar list indicators` shows what there is"
      )),
    "unknown-category": ErrorEntry(
      (nb: "det finnes ingen gruppe «{name}»", en: "there is no group «{name}»"),
      because: (nb: "gruppene er: {known}", en: "the groups are: {known}"),
      hint: (
        nb: "[mente du «{nearest}»? ]rett `--order`", en: "[did you mean «{nearest}»? ]correct `--order`"
      )),
    "unknown-dimension": ErrorEntry(
      (
        nb: "tallene er ikke delt etter «{name}»",
        en: "the figures are not split by «{name}»"
      ),
      because: (
        nb: "[de er delt etter: {known}; ]dimensjonen finnes ikke i dataene",
        en: "[they are split by: {known}; ]the data have no such dimension"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett `--by`",
        en: "[did you mean «{nearest}»? ]correct `--by`"
      )),
    "unknown-zone": ErrorEntry(
      (
        nb: "sonen «{name}» finnes ikke",
        en: "there is no zone «{name}»"
      ),
      because: (
        nb: "ingen sone eller gruppe i dataene har denne koden eller dette navnet",
        en: "no zone or group of the data has this code or name"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]`levekar list zones` viser kodene",
        en: "[did you mean «{nearest}»? ]`levekar list zones` shows the codes"
      )),
    "ambiguous-zone": ErrorEntry(
      (
        nb: "flere soner heter «{name}»",
        en: "several zones are named «{name}»"
      ),
      because: (
        nb: "velg mellom: {candidates}",
        en: "choose among: {candidates}"
      ),
      hint: (
        nb: "bruk koden i stedet for navnet",
        en: "use the code instead of the name"
      )),
    "unknown-choice": ErrorEntry(
      (
        nb: "«{name}» er ikke et valg for {option}",
        en: "«{name}» is no choice of {option}"
      ),
      because: (
        nb: "valgene er: {known}",
        en: "the choices are: {known}"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett {option}",
        en: "[did you mean «{nearest}»? ]correct {option}"
      )),
    "no-periods": ErrorEntry(
      (
        nb: "ingen perioder ligger i {range}",
        en: "no periods lie in {range}"
      ),
      because: (
        nb: "dataene har[ {known}, og] ingenting i dette tidsrommet",
        en: "the data have[ {known}, and] nothing in this span"
      ),
      hint: (
        nb: "endre `--period`, `--window`, `--from` eller `--to`",
        en: "change `--period`, `--window`, `--from` or `--to`"
      )),
    "needs-zone-system": ErrorEntry(
      (
        nb: "«{against}» kan ikke brukes uten en soneliste",
        en: "«{against}» cannot be used without a zone list"
      ),
      because: (
        nb: "dataene sier ikke hvilke soner som er del av hvilke",
        en: "the data do not say which zones are part of which"
      ),
      hint: (
        nb: "oppgi `--programme FIL` eller `--zones FIL`, eller lag en gruppe: `--group NAVN=A+B`",
        en: "give `--programme FILE` or `--zones FILE`, or make a group: `--group NAME=A+B`"
      )),
    "needs-zone": ErrorEntry(
      (
        nb: "det er ikke sagt hvilken sone det gjelder",
        en: "no zone is named"
      ),
      because: (
        nb: "sammenligningen trenger en sone",
        en: "the comparison needs a zone"
      ),
      hint: (
        nb: "oppgi `--zone KODE`",
        en: "give `--zone CODE`"
      )),
    "needs-window": ErrorEntry(
      (
        nb: "det er ikke sagt hvilke år som er utgangspunktet",
        en: "no baseline years are given"
      ),
      because: (
        nb: "et utgangspunkt er summen over et vindu av år",
        en: "a baseline is a sum over a window of years"
      ),
      hint: (
        nb: "oppgi `--window 2019..2023`, eller `baseline` i `programme.yml`",
        en: "give `--window 2019..2023`, or `baseline` in `programme.yml`"
      )),
    "needs-directions": ErrorEntry(
      (
        nb: "det er ikke sagt hvilken vei som er dårligst for {indicators}",
        en: "which way is worse is not declared for {indicators}"
      ),
      because: (
        nb: "en sammensatt indeks legger sammen tall som alle må peke samme vei",
        en: "a composite index adds figures that must all point the same way"
      ),
      hint: (
        nb: "oppgi `--better navn=lower` eller `navn=higher`, eller `direction` i `indicators.yml`",
        en: "give `--better name=lower` or `name=higher`, or `direction` in `indicators.yml`"
      )),
    "unknown-column": ErrorEntry(
      (
        nb: "kolonnen[ «{name}»][ «{column}»] er ukjent",
        en: "the column[ «{name}»][ «{column}»] is unknown"
      ),
      because: (
        nb: "den hører ikke hjemme her",
        en: "it does not belong here"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]rett overskriften",
        en: "[did you mean «{nearest}»? ]correct the header"
      )),
    "bad-weight": ErrorEntry(
      (
        nb: "en vekt er ugyldig",
        en: "a weight is not valid"
      ),
      because: (
        nb: "vekten i rad {row} er {value#}; den må være over null",
        en: "the weight in row {row} is {value#}; it must be above zero"
      )),
    "dependent-columns": ErrorEntry(
      (
        nb: "kolonner gir ikke noe nytt",
        en: "columns add nothing"
      ),
      because: (
        nb: "{columns} følger av de andre ({combination})",
        en: "{columns} follow from the others ({combination})"
      ),
      hint: (
        nb: "ta ut en av dem",
        en: "take one of them out"
      )),
    "numerical-failure": ErrorEntry(
      (
        nb: "beregningen lot seg ikke gjennomføre",
        en: "the computation could not be carried out"
      ),
      because: (
        nb: "{detail}",
        en: "{detail}"
      )),
    "unknown-standard": ErrorEntry(
      (
        nb: "standardbefolkningen «{name}» finnes ikke",
        en: "there is no standard population «{name}»"
      ),
      because: (
        nb: "det er verken en fil eller en av: {known}",
        en: "it is neither a file nor one of: {known}"
      ),
      hint: (
        nb: "[mente du «{nearest}»? ]oppgi et navn eller en fil med kolonnene alder og vekt",
        en: "[did you mean «{nearest}»? ]give a name or a file with the columns age and weight"
      )),
    "needs-reference": ErrorEntry(
      (
        nb: "det er ikke sagt hva det skal sammenlignes med",
        en: "no reference is given"
      ),
      because: (
        nb: "indirekte standardisering bruker ratene etter alder i en referanse, for eksempel landet",
        en: "indirect standardisation uses the rates by age of a reference, such as the country"
      ),
      hint: (
        nb: "oppgi `--reference SONE`, eller en fil med kolonnene alder, hendelser og folketall",
        en: "give `--reference ZONE`, or a file with the columns age, events and population"
      )),
    "not-an-age-band": ErrorEntry(
      (nb: "«{text}» er ikke et aldersbånd", en: "«{text}» is not an age band"),
      because: (
        nb: "aldersbånd skrives 0, 0-4, 5–9 eller 85+",
        en: "age bands are written 0, 0-4, 5–9 or 85+"
      ),
      hint: (nb: "rett cellen", en: "correct the cell")),
    "not-a-count": ErrorEntry(
      (nb: "«{text}» er ikke et antall", en: "«{text}» is not a count"),
      because: (
        nb: "vekter, hendelser og personer er tall som ikke er negative",
        en: "weights, events and persons are numbers that are not negative"
      ),
      hint: (nb: "rett cellen", en: "correct the cell")),
    "overlapping-age-bands": ErrorEntry(
      (nb: "aldersbåndene {one} og {other} overlapper", en: "the age bands {one} and {other} overlap"),
      because: (
        nb: "en alder ville telle to ganger",
        en: "an age would count twice"
      ),
      hint: (
        nb: "rett båndene så hver alder står ett sted", en: "correct the bands so that each age is in one"
      )),
    "no-persons-in-list": ErrorEntry(
      (nb: "aldersfordelingen har ingen personer", en: "the age distribution has no persons"),
      because: (
        nb: "alle vekter er null, eller et bånd har hendelser uten personer",
        en: "all weights are zero, or a band has events and no persons"
      ),
      hint: (nb: "se om kolonnene er byttet om", en: "see whether columns are swapped")),
  ]
}
