extension Wording {
  /// Methods of inequality and segregation, by id.
  static let inequalityMethods: [String: ArticleText] = [
    "inequality.sii-ohid": ArticleText(
      (nb: "helningsindeks for ulikhet (OHID)", en: "slope index of inequality (OHID)"),
      (
        nb:
          "Forskjellen mellom toppen og bunnen av en rangering, lest av på en rett linje gjennom alle gruppene, der store grupper teller mer. Endene er tenkte personer helt øverst og helt nederst. Intervallet regnes ut direkte og er det samme hver gang. Ikke det samme tallet som WHOs indeks med samme navn.",
        en:
          "The difference between the top and the bottom of a ranking, read off a straight line through all groups, larger groups counting more. The ends are imagined persons at the very top and bottom. The interval is computed directly and is the same each time. Not the same number as WHO's index of the same name."
      )),
    "inequality.sii-ohid-simulated": ArticleText(
      (nb: "helningsindeks med simulert intervall", en: "slope index with a simulated interval"),
      (
        nb:
          "Den samme indeksen, med intervallet funnet ved å trekke tallene på nytt mange ganger, slik OHID gjør. Brukes bare for å sammenligne med tall laget slik.",
        en:
          "The same index, with the interval found by drawing the figures anew many times, as OHID does. Used only to compare with figures made that way."
      )),
    "inequality.rii-ohid": ArticleText(
      (nb: "relativ ulikhetsindeks (OHID)", en: "relative index of inequality (OHID)"),
      (
        nb:
          "Forholdet mellom de to endene av den samme linjen. 1 betyr ingen forskjell etter rang. Når nevneren er så usikker at den kan være 0, finnes ikke noe intervall.",
        en:
          "The ratio of the two ends of the same line. 1 means no difference by rank. Where the denominator is so unsure that it may be 0, there is no interval."
      )),
    "inequality.rii-mean": ArticleText(
      (nb: "ulikhetsindeks delt på gjennomsnittet", en: "slope index over the mean"),
      (
        nb:
          "Helningsindeksen som andel av gjennomsnittet i befolkningen. ScotPHO kaller dette RII. 0 betyr ingen forskjell etter rang.",
        en:
          "The slope index as a share of the population's mean. ScotPHO calls this RII. 0 means no difference by rank."
      )),
    "inequality.sii-who": ArticleText(
      (nb: "helningsindeks for ulikhet (WHO)", en: "slope index of inequality (WHO)"),
      (
        nb:
          "Forskjellen mellom andelen på toppen og på bunnen av en rangering, fra en logistisk modell av antallene. Grupper med null er greit så lenge ikke alle er det. Ikke det samme tallet som OHIDs indeks med samme navn.",
        en:
          "The difference between the share at the top and at the bottom of a ranking, from a logistic model of the counts. Groups of zero are fine as long as not all are. Not the same number as OHID's index of the same name."
      )),
    "inequality.rii-who": ArticleText(
      (nb: "relativ ulikhetsindeks (WHO)", en: "relative index of inequality (WHO)"),
      (
        nb:
          "Forholdet mellom andelene på de to endene av den logistiske kurven. 1 betyr ingen forskjell etter rang.",
        en: "The ratio of the shares at the two ends of the logistic curve. 1 means no difference by rank."
      )),
    "inequality.concentration": ArticleText(
      (nb: "konsentrasjonsindeks", en: "concentration index"),
      (
        nb:
          "Viser om noe er samlet hos dem som står lavt eller høyt i en rangering. Under null betyr samlet nederst, over null øverst. For andeler avhenger den av hvor høy andelen er; da passer Erreygers eller Wagstaff bedre.",
        en:
          "Shows whether something sits with those low or high in a ranking. Below zero means gathered at the bottom, above zero at the top. Of shares it depends on how high the share is; Erreygers' or Wagstaff's index then fits better."
      )),
    "inequality.concentration-erreygers": ArticleText(
      (nb: "Erreygers' konsentrasjonsindeks", en: "Erreygers' concentration index"),
      (
        nb:
          "Konsentrasjonsindeksen for tall med en største mulig verdi, som andeler. Den bytter bare fortegn når andelen snus til sin motsetning, og måler absolutte forskjeller.",
        en:
          "The concentration index for figures with a largest possible value, such as shares. It only turns its sign when the share is told as its opposite, and measures absolute differences."
      )),
    "inequality.concentration-wagstaff": ArticleText(
      (nb: "Wagstaffs konsentrasjonsindeks", en: "Wagstaff's concentration index"),
      (
        nb:
          "Konsentrasjonsindeksen for andeler, målt mot det største den kunne ha vært med denne andelen. Den vokser når andelen nærmer seg null eller hundre prosent.",
        en:
          "The concentration index for shares, measured against the largest it could have been at this share. It grows as the share nears zero or a hundred per cent."
      )),
    "inequality.ends-difference": ArticleText(
      (nb: "forskjell mellom ytterste grupper", en: "difference between the outermost groups"),
      (
        nb: "Tallet for den ene enden av rangeringen minus den andre. Gruppene imellom teller ikke med.",
        en: "The figure at one end of the ranking minus the other. Groups in between do not count."
      )),
    "inequality.ends-ratio": ArticleText(
      (nb: "forhold mellom ytterste grupper", en: "ratio of the outermost groups"),
      (
        nb: "Tallet for den ene enden av rangeringen delt på den andre. Gruppene imellom teller ikke med.",
        en: "The figure at one end of the ranking over the other. Groups in between do not count."
      )),
    "inequality.par": ArticleText(
      (nb: "differanse til best stilte gruppe", en: "population attributable risk"),
      (
        nb:
          "Hvor mye lavere tallet for alle ville vært om alle hadde samme tall som den øverste gruppen. Det er et regnestykke og sier ikke hva som er årsaken.",
        en:
          "How much lower the figure of everybody would be if all had the figure of the top group. It is arithmetic and does not say what the cause is."
      )),
    "inequality.paf": ArticleText(
      (nb: "andel over best stilte gruppe", en: "population attributable fraction"),
      (
        nb:
          "Hvor stor del av tallet for alle som ville falle bort om alle hadde samme tall som den øverste gruppen. Det er et regnestykke og sier ikke hva som er årsaken.",
        en:
          "Which share of everybody's figure would go if all had the figure of the top group. It is arithmetic and does not say what the cause is."
      )),
    "inequality.gini": ArticleText(
      (nb: "Gini-koeffisient", en: "Gini coefficient"),
      (
        nb:
          "Et mål på ulikhet fra 0, der alle har likt, mot 1, der én har alt. Den er halvparten av den gjennomsnittlige forskjellen mellom to tilfeldige personer, delt på gjennomsnittet.",
        en:
          "A measure of inequality from 0, where all have the same, towards 1, where one has all. It is half the mean difference between two random persons, over the mean."
      )),
    "inequality.theil-t": ArticleText(
      (nb: "Theils T", en: "Theil's T"),
      (
        nb:
          "Et mål på ulikhet der toppen teller mye. 0 betyr at alle har likt. Det kan deles nøyaktig i ulikhet innenfor og mellom grupper.",
        en:
          "A measure of inequality in which the top counts much. 0 means that all have the same. It splits exactly into inequality within and between groups."
      )),
    "inequality.mean-log-deviation": ArticleText(
      (nb: "gjennomsnittlig logaritmisk avvik", en: "mean log deviation"),
      (
        nb: "Et mål på ulikhet der bunnen teller mye. 0 betyr at alle har likt. Ingen kan ha null.",
        en:
          "A measure of inequality in which the bottom counts much. 0 means that all have the same. Nobody may have zero."
      )),
    "inequality.generalised-entropy": ArticleText(
      (nb: "generalisert entropi", en: "generalised entropy"),
      (
        nb:
          "En familie av ulikhetsmål der et tall bestemmer hvor mye toppen teller. Theils T og gjennomsnittlig logaritmisk avvik hører til den.",
        en:
          "A family of measures of inequality in which a number decides how much the top counts. Theil's T and the mean log deviation belong to it."
      )),
    "inequality.entropy-decomposition": ArticleText(
      (nb: "ulikhet innenfor og mellom grupper", en: "inequality within and between groups"),
      (
        nb:
          "Deler et entropimål i det som er innenfor gruppene og det som er mellom dem. Delene summerer seg til helheten.",
        en:
          "Splits a measure of entropy into what is within groups and what is between them. The parts sum to the whole."
      )),
    "inequality.atkinson": ArticleText(
      (nb: "Atkinsons indeks", en: "Atkinson's index"),
      (
        nb:
          "Andelen av det hele som kunne vært gitt opp uten at det ble dårligere, om resten var likt fordelt. Et tall sier hvor uvillig man er til ulikhet; her en halv.",
        en:
          "The share of the total that could be given up without loss if the rest were equally spread. A number says how averse one is to inequality; here one half."
      )),
    "inequality.between-group-variance": ArticleText(
      (nb: "varians mellom grupper", en: "between-group variance"),
      (
        nb:
          "Gjennomsnittlig kvadratavstand mellom gruppene og helheten, der store grupper teller mer. Tilfeldigheter i små grupper gjør den for stor.",
        en:
          "The mean squared distance of groups from the whole, larger groups counting more. Chance in small groups makes it too large."
      )),
    "inequality.coefficient-of-variation": ArticleText(
      (nb: "variasjonskoeffisient", en: "coefficient of variation"),
      (
        nb:
          "Standardavviket mellom gruppene delt på gjennomsnittet. Tilfeldigheter i små grupper gjør den for stor.",
        en: "The standard deviation between groups over the mean. Chance in small groups makes it too large."
      )),
    "inequality.index-of-disparity": ArticleText(
      (nb: "forskjellsindeks", en: "index of disparity"),
      (
        nb:
          "Gjennomsnittlig avstand mellom gruppene og helheten, delt på gjennomsnittet. Halvparten av den er andelen som måtte flyttes for at gruppene ble like.",
        en:
          "The mean distance of groups from the whole, over the mean. Half of it is the share that would have to move for the groups to be equal."
      )),
    "inequality.range": ArticleText(
      (nb: "avstand mellom høyeste og laveste", en: "absolute range"),
      (
        nb:
          "Høyeste tall minus laveste. Ytterpunktene er valgt fordi de er ytterst, så avstanden er for stor av tilfeldige grunner og har ikke noe intervall.",
        en:
          "Highest figure minus lowest. The extremes were picked because they are extreme, so the distance is too large by chance and has no interval."
      )),
    "inequality.relative-range": ArticleText(
      (nb: "forhold mellom høyeste og laveste", en: "relative range"),
      (
        nb:
          "Høyeste tall delt på laveste. Ytterpunktene er valgt fordi de er ytterst, så forholdet er for stort av tilfeldige grunner og har ikke noe intervall.",
        en:
          "Highest figure over lowest. The extremes were picked because they are extreme, so the ratio is too large by chance and has no interval."
      )),
    "inequality.quantile-ratio": ArticleText(
      (nb: "P90/P10", en: "P90/P10"),
      (
        nb:
          "Tallet som ni av ti ligger under, delt på tallet som én av ti ligger under. Det sier ikke noe om dem helt ytterst.",
        en:
          "The figure that nine in ten lie below over the figure that one in ten lies below. It says nothing about those at the very ends."
      )),
    "segregation.dissimilarity": ArticleText(
      (nb: "ulikhetsindeks for bosetting (D)", en: "index of dissimilarity (D)"),
      (
        nb:
          "Andelen av en gruppe som måtte flytte for at alle soner skulle ligne helheten. Små soner gir høy indeks av tilfeldige grunner alene; se det korrigerte tallet.",
        en:
          "The share of a group that would have to move for all zones to be like the whole. Small zones give a high index by chance alone; see the corrected number."
      )),
    "segregation.isolation": ArticleText(
      (nb: "isolasjonsindeks (xPx*)", en: "isolation index (xPx*)"),
      (
        nb:
          "Andelen av egen gruppe i sonen til et gjennomsnittlig medlem av gruppen. Den er aldri lavere enn gruppens andel av alle.",
        en:
          "The share of the own group in the zone of an average member of the group. It is never below the group's share of all."
      )),
    "segregation.interaction": ArticleText(
      (nb: "samhandlingsindeks (xPy*)", en: "interaction index (xPy*)"),
      (
        nb:
          "Andelen av den andre gruppen i sonen til et gjennomsnittlig medlem av den første. Lav betyr at gruppene bor hver for seg.",
        en:
          "The share of the other group in the zone of an average member of the first. Low means that the groups live apart."
      )),
    "segregation.correlation-ratio": ArticleText(
      (nb: "korrelasjonsforhold (V)", en: "correlation ratio (V)"),
      (
        nb:
          "Isolasjonen utover gruppens andel av alle, målt mot det største den kunne ha vært. 0 når alle soner er like, 1 når ingen sone er blandet.",
        en:
          "Isolation above the group's share of all, measured against the largest it could have been. 0 where all zones are alike, 1 where no zone is mixed."
      )),
    "segregation.information": ArticleText(
      (nb: "informasjonsindeks (H)", en: "information theory index (H)"),
      (
        nb:
          "Hvor mye mindre blandet sonene er enn helheten. 0 når alle soner er like, 1 når ingen sone er blandet. Den kan brukes på flere enn to grupper.",
        en:
          "How much less mixed zones are than the whole. 0 where all zones are alike, 1 where no zone is mixed. It serves more than two groups."
      )),
    "segregation.gini": ArticleText(
      (nb: "Gini-indeks for bosetting", en: "Gini index of segregation"),
      (
        nb:
          "Gjennomsnittlig forskjell mellom soner i gruppens andel, målt mot det største den kunne ha vært.",
        en:
          "The mean difference between zones in the group's share, measured against the largest it could have been."
      )),
    "segregation.atkinson": ArticleText(
      (nb: "Atkinsons indeks for bosetting", en: "Atkinson index of segregation"),
      (
        nb:
          "Et mål på hvor ujevnt to grupper bor, der soner som ligner helheten teller lite. 0 når alle soner er like, 1 når ingen sone er blandet.",
        en:
          "A measure of how unevenly two groups live, in which zones like the whole count little. 0 where all zones are alike, 1 where no zone is mixed."
      )),
    "segregation.random-allocation": ArticleText(
      (nb: "bosetting ved tilfeldighet", en: "random allocation"),
      (
        nb:
          "Hva indeksen ville vært om folk bodde tilfeldig, med de samme sonestørrelsene og gruppene. Det korrigerte tallet er 0 når sonene er slik tilfeldigheten gjør dem, og under 0 når de er jevnere. Husholdninger bor samlet, så litt over 0 er ventet.",
        en:
          "What the index would be if people lived at random, with the same sizes of zones and groups. The corrected number is 0 where zones are as chance makes them, and below 0 where they are more even. Households live together, so a little above 0 is to be expected."
      )),
  ]

  /// Reasons of inequality and segregation, by id.
  static let inequalityReasons: [String: ReasonText] = [
    "spread-within-chance": ReasonText(
      (nb: "forskjellene kan være tilfeldige", en: "the differences may be chance"),
      (
        nb:
          "Enhetene er ikke mer ulike enn tilfeldig variasjon gjør dem. Et mål på ulikhet blir da likevel større enn null, og et intervall rundt det ville ikke sagt noe om den virkelige ulikheten.",
        en:
          "The units differ by no more than random variation makes them. A measure of inequality is above zero all the same, and an interval around it would say nothing about the true inequality."
      )),
    "too-few-groups": ReasonText(
      (nb: "for få grupper", en: "too few groups"),
      (
        nb:
          "En helning trenger minst tre grupper, og de andre målene minst to. Grupper uten noen i teller ikke.",
        en:
          "A slope needs at least three groups, and the other measures at least two. Groups without anybody do not count."
      )),
    "figure-not-positive": ReasonText(
      (nb: "et tall er null eller negativt", en: "a figure is zero or negative"),
      (
        nb:
          "Målet bruker logaritmer eller andeler av en sum, og de finnes ikke for null eller negative tall. Velg et annet mål, som `gini` eller `sii-ohid` uten logaritme.",
        en:
          "The measure takes logarithms or shares of a total, which do not exist for zero or negative figures. Choose another, such as `gini` or `sii-ohid` without a logarithm."
      )),
    "share-at-limit": ReasonText(
      (nb: "en andel er nøyaktig 0 eller 100 prosent", en: "a share is exactly 0 or 100 per cent"),
      (
        nb:
          "En slik andel har ingen logit, og ingenting legges til for å gi den en. `sii-who` bruker antallene som de er.",
        en:
          "Such a share has no logit, and nothing is added to give it one. `sii-who` takes the counts as they are."
      )),
    "nobody-or-everybody": ReasonText(
      (nb: "ingen eller alle er med", en: "nobody or everybody is counted"),
      (
        nb: "Når ingen eller alle har egenskapen, er det ingenting å skille grupper eller soner på.",
        en: "Where nobody or everybody has the property there is nothing to tell groups or zones apart by."
      )),
    "zero-mean": ReasonText(
      (nb: "gjennomsnittet er ikke over null", en: "the mean is not above zero"),
      (
        nb:
          "Et relativt mål deler på gjennomsnittet eller på den ene enden av linjen, og det må være over null.",
        en: "A relative measure divides by the mean or by one end of the line, which must be above zero."
      )),
    "ratio-unbounded": ReasonText(
      (nb: "nevneren kan være null", en: "the denominator may be zero"),
      (
        nb:
          "Nevneren i forholdet er så usikker at den kan være null. Da har forholdet ikke noe avgrenset intervall.",
        en:
          "The denominator of the ratio is so unsure that it may be zero. The ratio then has no bounded interval."
      )),
    "extremes-chosen": ReasonText(
      (
        nb: "ytterpunktene er valgt av tallene selv", en: "the extremes were chosen by the figures themselves"
      ),
      (
        nb:
          "Høyeste og laveste er plukket ut fordi de er ytterst. Et intervall for dem ville ikke dekke det det sier. Bruk `ends-difference` for grupper i fast rekkefølge.",
        en:
          "Highest and lowest were picked because they are extreme. An interval of theirs would not cover what it says. Use `ends-difference` for groups in a fixed order."
      )),
    "chance-range-instead": ReasonText(
      (
        nb: "tallet gjelder alle; se hva tilfeldigheten gir",
        en: "everybody is counted; see what chance gives"
      ),
      (
        nb:
          "En bosettingsindeks teller alle som bor der. I stedet for et intervall vises hva indeksen ville vært om folk bodde tilfeldig.",
        en:
          "An index of segregation counts everybody who lives there. In place of an interval stands what it would be if people lived at random."
      )),
    "needs-populations": ReasonText(
      (nb: "størrelsen på gruppene er ukjent", en: "the sizes of the groups are unknown"),
      (
        nb:
          "Målet trenger å vite hvor mange det er i hver gruppe. Bruk en fil med teller og nevner, eller `--equal-groups` der gruppene er like store, som kvintiler.",
        en:
          "The measure needs the number of people in each group. Use a file with numerator and denominator, or `--equal-groups` where groups are of equal size, such as quintiles."
      )),
    "slope-not-found": ReasonText(
      (nb: "linjen lar seg ikke bestemme", en: "the line cannot be determined"),
      (
        nb:
          "Gruppene skilles fullstendig, for eksempel når bare den øverste har noen. Da er helningen uten grense.",
        en:
          "The groups are separated completely, for instance where only the top one has any. The slope is then without bound."
      )),
    "outside-bounds": ReasonText(
      (nb: "et tall er utenfor det mulige", en: "a figure is outside what is possible"),
      (
        nb:
          "Målet gjelder andeler eller antall, og et av tallene kan ikke være det: negativt, over hundre prosent, eller en del større enn helheten.",
        en:
          "The measure is for shares or counts, and one of the figures cannot be one: negative, above a hundred per cent, or a part larger than its whole."
      )),
    "units-not-ranked": ReasonText(
      (nb: "gruppene har ingen rekkefølge", en: "the groups have no order"),
      (
        nb:
          "Målet trenger å vite hvem som står lavest og høyest. Oppgi `--groups DIMENSJON`, eller `--rank-by INDIKATOR` for soner.",
        en:
          "The measure needs to know who is lowest and highest. Give `--groups DIMENSION`, or `--rank-by INDICATOR` for zones."
      )),
    "bounds-unknown": ReasonText(
      (nb: "tallet er ikke kjent som en andel", en: "the figure is not known to be a share"),
      (
        nb:
          "Erreygers' og Wagstaffs indekser trenger en største mulig verdi. Oppgi `--unit prosent` når tallene er andeler.",
        en:
          "Erreygers' and Wagstaff's indices need a largest possible value. Give `--unit \"per cent\"` where the figures are shares."
      )),
  ]

  /// Diagnostics of inequality and segregation, by id.
  static let inequalityDiagnostics: [String: DiagnosticText] = [
    "spread-partly-chance": DiagnosticText(
      (nb: "en del av ulikheten er tilfeldig", en: "part of the inequality is chance"),
      (
        nb:
          "Over en tidel av forskjellene mellom enhetene er slike som tilfeldig variasjon gir. Målet er for høyt, mest når enhetene er små. Slå sammen år, eller se på `levekar shrink`.",
        en:
          "More than a tenth of the differences between units is what random variation gives. The measure is too high, most so where units are small. Add years together, or see `levekar shrink`."
      )),
    "bounded-variable": DiagnosticText(
      (
        nb: "vanlig konsentrasjonsindeks av en andel; bruk heller `erreygers` eller `wagstaff`",
        en: "plain concentration index of a share; rather use `erreygers` or `wagstaff`"
      ),
      (
        nb:
          "Den vanlige indeksen av en andel avhenger av hvor høy andelen er, og gir et annet svar for det motsatte av andelen. Erreygers' og Wagstaffs indekser gjør ikke det.",
        en:
          "The plain index of a share depends on how high the share is, and answers otherwise for the opposite of the share. Erreygers' and Wagstaff's indices do not."
      )),
    "line-fits-poorly": DiagnosticText(
      (nb: "gruppene følger ikke linjen", en: "the groups do not follow the line"),
      (
        nb:
          "Gruppene ligger lenger fra linjen enn tilfeldigheter kan forklare. Helningen sier da lite om hver gruppe, og intervallet er for smalt. Se på gruppene hver for seg.",
        en:
          "The groups lie further from the line than chance explains. The slope then says little about each group, and the interval is too narrow. Look at the groups one by one."
      )),
    "units-count-alike": DiagnosticText(
      (nb: "alle teller likt, uansett størrelse", en: "all count alike, whatever their size"),
      (
        nb:
          "Størrelsen på gruppene eller sonene er ukjent, så alle teller likt. Målet handler da om grupper og ikke om folk.",
        en:
          "The sizes of groups or zones are unknown, so all count alike. The measure is then about groups and not about people."
      )),
    "mostly-chance": DiagnosticText(
      (nb: "ikke høyere enn tilfeldigheten alene gir", en: "no higher than chance alone gives"),
      (
        nb: "Så høy blir indeksen også om folk bor tilfeldig i soner av denne størrelsen.",
        en: "The index gets as high as this even if people live at random in zones of this size."
      )),
    "order-as-in-file": DiagnosticText(
      (nb: "rangert i den rekkefølgen gruppene står i filen", en: "ranked in the order of the file"),
      (
        nb:
          "Ingen har sagt hvilken gruppe som står lavest, så rekkefølgen i filen er brukt, den første nederst. Oppgi `--order` for å bestemme den.",
        en:
          "Nobody said which group is lowest, so the order of the file is used, the first at the bottom. Give `--order` to settle it."
      )),
    "ranked-by-another-period": DiagnosticText(
      (nb: "rangert etter tall fra en annen periode", en: "ranked by figures of another period"),
      (
        nb:
          "Indikatoren sonene er rangert etter, har ikke tall for perioden. Den siste den har tall for, er brukt.",
        en: "The indicator that zones are ranked by has no figures of the period. The last it has is used."
      )),
    "whole-left-out": DiagnosticText(
      (nb: "en helhet er utelatt av delene", en: "a whole was left out of its parts"),
      line: (
        nb: "utelot {count#} som etter navnet er helheten og ikke en del",
        en: "left out {count#} that by name is the whole and not a part"
      ),
      (
        nb:
          "En rad som etter navnet gjelder hele landet eller alle, kan ikke være en av sonene det måles ulikhet mellom. Bruk `--zones` for å si hva som er del av hva.",
        en:
          "A row that by its name is about the whole country or everybody cannot be one of the zones whose inequality is measured. Use `--zones` to say what is part of what."
      )),
  ]

  /// What a measure of `inequality` is called in a table; the id where there is no word.
  public static func inequalityMeasure(_ id: String, language: Language) -> String {
    switch id {
    case "sii-ohid": language.pick("SII (OHID)", "SII (OHID)")
    case "rii-ohid": language.pick("RII (OHID)", "RII (OHID)")
    case "rii-mean": language.pick("SII/snitt", "SII/mean")
    case "sii-who": language.pick("SII (WHO)", "SII (WHO)")
    case "rii-who": language.pick("RII (WHO)", "RII (WHO)")
    case "concentration": language.pick("konsentrasjon", "concentration")
    case "erreygers": language.pick("Erreygers", "Erreygers")
    case "wagstaff": language.pick("Wagstaff", "Wagstaff")
    case "ends-difference": language.pick("topp mot bunn, forskjell", "ends, difference")
    case "ends-ratio": language.pick("topp mot bunn, forhold", "ends, ratio")
    case "par": language.pick("differanse til best stilte", "attributable risk")
    case "paf": language.pick("andel over best stilte", "attributable fraction")
    case "gini": language.pick("Gini", "Gini")
    case "theil-t": language.pick("Theils T", "Theil's T")
    case "mean-log-deviation": language.pick("log-avvik", "mean log deviation")
    case "ge-2": language.pick("entropi (2)", "entropy (2)")
    case "atkinson": language.pick("Atkinson (½)", "Atkinson (½)")
    case "between-group-variance": language.pick("varians mellom", "variance between")
    case "coefficient-of-variation": language.pick("variasjonskoeffisient", "coefficient of variation")
    case "index-of-disparity": language.pick("forskjellsindeks", "index of disparity")
    case "range": language.pick("høyeste minus laveste", "highest minus lowest")
    case "relative-range": language.pick("høyeste over laveste", "highest over lowest")
    case "p90-p10": language.pick("P90/P10", "P90/P10")
    case "dissimilarity": language.pick("bosetting: D", "segregation: D")
    case "isolation": language.pick("bosetting: isolasjon", "segregation: isolation")
    case "interaction": language.pick("bosetting: samhandling", "segregation: interaction")
    case "correlation-ratio": language.pick("bosetting: V", "segregation: V")
    case "information": language.pick("bosetting: H", "segregation: H")
    case "segregation-gini": language.pick("bosetting: Gini", "segregation: Gini")
    case "segregation-atkinson": language.pick("bosetting: Atkinson", "segregation: Atkinson")
    default: id
    }
  }
}
