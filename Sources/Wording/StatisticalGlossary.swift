extension Wording {
  /// The terms of statistics that verbs and articles use.
  static let statisticalTerms: [GlossaryTerm] = [
    GlossaryTerm(
      "cohort", "kohort",
      (
        nb:
          "Soner der tiltaket begynte i samme periode. De følges sammen, og sammenlignes med soner som ikke har hatt tiltaket.",
        en:
          "Zones in which the programme began in the same period. They are followed together, and compared with zones that have not had it."
      )),
    GlossaryTerm(
      "staggered adoption", "trinnvis oppstart",
      (
        nb:
          "Tiltaket begynner i ulike år i ulike soner. En regresjon med ett tall for «har tiltaket» sammenligner da soner som begynner, med soner som alt er i gang, og kan gi feil fortegn. Bruk `--estimator staggered`.",
        en:
          "The programme begins in different years in different zones. A regression with one number for \"has the programme\" then compares zones that begin with zones already at it, and may get the sign wrong. Use `--estimator staggered`."
      )),
    GlossaryTerm(
      "shrinkage", "glatting",
      (
        nb:
          "Å trekke tallet for en liten sone mot nivået i sonene ellers, mer jo mindre sonen er. Det gjør kart og rangeringer mindre urolige.",
        en:
          "Pulling the figure of a small zone towards the level of the other zones, the more the smaller it is. It makes maps and rankings less restless."
      )),
    GlossaryTerm(
      "composite index", "sammensatt indeks",
      (
        nb:
          "Ett tall av flere indikatorer. Hvem som kommer dårligst ut, avhenger av hvilke indikatorer som er med, hvordan de gjøres om til poeng, og hvordan de veies.",
        en:
          "One number of several indicators. Who comes out worst depends on which indicators are included, how they become scores, and how they are weighted."
      )),
    GlossaryTerm(
      "gap", "forskjell over tid",
      (
        nb:
          "Hvor langt sonen ligger fra det den sammenlignes med. Den kan bli mindre fordi sonen endrer seg, eller fordi resten gjør det.",
        en:
          "How far the zone lies from its comparator. It may narrow because the zone changes, or because the rest does."
      )),
    GlossaryTerm(
      "rank interval", "rangeringsintervall",
      (
        nb: "Plassene en sone kan ha når vi tar høyde for usikkerheten i alle tallene. Ofte er de mange.",
        en:
          "The places a zone may have once the uncertainty of all figures is allowed for. Often they are many."
      )),
    GlossaryTerm(
      "overdispersion", "overspredning",
      (
        nb:
          "Sonene er mer ulike enn tilfeldighet forklarer, fordi de virkelig er ulike eller fordi tallene ikke er uavhengige.",
        en:
          "Zones differ by more than chance explains, because they really differ or because the figures are not independent."
      )),
    GlossaryTerm(
      "smallest detectable difference", "minste synlige forskjell",
      (
        nb:
          "Den minste virkelige forskjellen som testen ville funnet fire ganger av fem. Mindre forskjeller kan finnes uten å ses.",
        en:
          "The smallest true difference the test would find four times in five. Smaller ones may be there unseen."
      )),
    GlossaryTerm(
      "person-years", "personår",
      (
        nb:
          "Hvor mange år en gruppe personer til sammen har levd i perioden. En person i ett år er ett personår.",
        en:
          "How many years a group of persons has lived together in the period. One person for a year is one person-year."
      )),
    GlossaryTerm(
      "years of life lost", "tapte leveår",
      (
        nb: "Årene de som døde, ville hatt igjen fram til en aldersgrense eller etter en standardtabell.",
        en: "The years those who died would have had left up to an age limit, or by a standard table."
      )),
    GlossaryTerm(
      "effective number", "effektivt antall",
      (
        nb: "Hvor mange like vektede svar de vektede svarene er verdt.",
        en: "How many equally weighted answers the weighted ones are worth."
      )),
    GlossaryTerm(
      "margin of the population", "randfordeling",
      (
        nb: "Hvor mange i befolkningen som er i hver gruppe langs ett kjennetegn, for eksempel alder.",
        en: "How many of the population are in each group along one variable, age for instance."
      )),
  ]
}
