extension Wording {
  /// Methods that check an estimate, by id.
  static let sensitivityMethods: [String: ArticleText] = [
    "effect.kitagawa": ArticleText(
      (
        nb: "Endring i rater eller i hvem som bor der (Kitagawa)",
        en: "Change of rates or of residents (Kitagawa)"
      ),
      (
        nb:
          "En andel kan endre seg fordi det går bedre i hver gruppe, eller fordi gruppene er blitt større eller mindre. Metoden deler endringen i de to delene, og de summerer seg nøyaktig. Flytter de som har det vanskelig ut, blir tallet bedre uten at noen har fått det bedre: det er den andre delen.",
        en:
          "A share may change because each group fares better, or because the groups have grown or shrunk. The method splits the change in those two parts, which add up exactly. If those who are worst off move out, the figure improves without anybody being better off: that is the second part."
      )),
    "effect.regression-to-the-mean": ArticleText(
      (nb: "Bedring som ville kommet av seg selv", en: "Improvement that would have come by itself"),
      (
        nb:
          "En sone som velges fordi den så verst ut, hadde som regel litt uflaks de årene. Da blir tallene bedre av seg selv. Vi prøver det på tre måter: regner uten årene valget bygde på, ser hvordan det gikk med like utsatte soner uten satsing, og regner ut hvor mye av forskjellen som pleier å vare.",
        en:
          "A zone that is chosen for looking worst has as a rule had bad luck in those years. Its figures then improve by themselves. We try it three ways: without the years the choice rested on, by what became of zones as extreme without a programme, and by how much of a difference usually lasts."
      )),
    "effect.spillover-ring": ArticleText(
      (nb: "Virkning på nabosonene", en: "Effect on the neighbours"),
      (
        nb:
          "Nabosonene tas ut av sammenligningen og undersøkes for seg. Går det motsatt vei hos naboene, kan problemet ha flyttet. Går det samme vei, kan satsingen ha nådd lenger enn sin egen grense. Til slutt legges sonen og naboene sammen etter størrelse.",
        en:
          "The neighbouring zones are taken out of the comparison and looked at by themselves. If they move the opposite way, the problem may have moved. If the same way, the programme may reach beyond its border. In the end the zone and its neighbours are put together by size."
      )),
  ]

  /// Why a zone is not compared with, by id.
  static let sensitivityReasons: [String: ReasonText] = [
    "donor-is-treated": ReasonText(
      (nb: "sonen har selv satsingen", en: "the zone is treated itself"),
      (
        nb: "En sone med satsing kan ikke vise hvordan det ville gått uten.",
        en: "A zone with the programme cannot show what would have happened without."
      )),
    "donor-in-programme": ReasonText(
      (
        nb: "sonen er med i programmet på et annet tidspunkt",
        en: "the zone is in the programme at another time"
      ),
      (
        nb: "Sonen har eller hadde en satsing med et annet startår og brukes ikke til sammenligning.",
        en: "The zone has or had a programme with another start and is not compared with."
      )),
    "donor-excluded": ReasonText(
      (nb: "sonen er utelatt ved navn", en: "the zone is left out by name"),
      (
        nb: "Sonen står på listen over soner som ikke skal brukes.",
        en: "The zone is on the list of those not to use."
      )),
    "donor-elsewhere": ReasonText(
      (nb: "sonen ligger i en annen kommune", en: "the zone lies in another municipality"),
      (
        nb: "Regelen er å sammenligne innenfor kommunen, der tjenester og priser er de samme.",
        en: "The rule is to compare within the municipality, where services and prices are the same."
      )),
    "donor-in-municipality": ReasonText(
      (nb: "sonen ligger i samme kommune", en: "the zone lies in the same municipality"),
      (
        nb: "Regelen er å sammenligne med andre kommuner, som satsingen ikke kan ha nådd.",
        en: "The rule is to compare with other municipalities, which the programme cannot have reached."
      )),
    "donor-municipality-unknown": ReasonText(
      (nb: "sonens kommune er ukjent", en: "the zone's municipality is unknown"),
      (
        nb: "Koden begynner ikke med et kommunenummer, så regelen kan ikke prøves.",
        en: "The code does not begin with a municipality's number, so the rule cannot be tried."
      )),
    "donor-is-neighbour": ReasonText(
      (nb: "sonen er nabo til satsingen", en: "the zone is a neighbour of the programme"),
      (
        nb: "Naboer kan selv være berørt, i gunstig eller ugunstig retning.",
        en: "Neighbours may be touched themselves, for better or worse."
      )),
    "donor-not-on-map": ReasonText(
      (nb: "sonen mangler i nabolisten", en: "the zone is not in the list of neighbours"),
      (
        nb: "Når naboer skal holdes utenfor, må det være kjent om sonen er en.",
        en: "Where neighbours are to be left out, it must be known whether the zone is one."
      )),
    "donor-size": ReasonText(
      (nb: "sonen er for liten eller for stor", en: "the zone is too small or too large"),
      (
        nb: "Folketallet ligger utenfor det avtalte forholdet til sonen med satsing.",
        en: "Its population lies outside the agreed ratio to the treated zone's."
      )),
    "donor-size-unknown": ReasonText(
      (nb: "sonens størrelse er ukjent", en: "the zone's size is unknown"),
      (
        nb: "Uten folketall kan ikke regelen om størrelse prøves.",
        en: "Without a population the rule of size cannot be tried."
      )),
    "donor-incomplete": ReasonText(
      (nb: "sonen mangler tall i noen perioder", en: "the zone lacks figures in some periods"),
      (
        nb: "Metoden trenger tall i alle periodene. Hull fylles ikke ut.",
        en: "The method needs figures in all periods. Holes are not filled in."
      )),
  ]

  /// Diagnostics of the checks, by id.
  static let sensitivityDiagnostics: [String: DiagnosticText] = [
    "few-equally-extreme": DiagnosticText(
      (nb: "få soner var like utsatt", en: "few zones were as extreme"),
      (
        nb:
          "Færre enn åtte soner uten satsing hadde like høye eller lave tall da sonen ble valgt. De åtte som lå nærmest, er brukt. De var mindre utsatt, så bedringen som kom av seg selv, kan være større enn den vi ser hos dem.",
        en:
          "Fewer than eight zones without a programme had figures as extreme when the zone was chosen. The eight nearest are used. They were less extreme, so the improvement that came by itself may be larger than what is seen in them."
      ))
  ]

  /// Errors of donor rules and rings, by code.
  static let sensitivityErrors: [String: ErrorEntry] = [
    "zone-not-on-map": ErrorEntry(
      (nb: "sone {zone} finnes ikke i nabolisten", en: "zone {zone} is not in the list of neighbours"),
      because: (
        nb: "naboer til en sone som ikke står i listen, er ukjente",
        en: "the neighbours of a zone that is not in the list are unknown"
      ),
      hint: (
        nb: "legg sonen til i nabolisten, eller la naboer være med",
        en: "add the zone to the list of neighbours, or let neighbours stay"
      )),
    "municipality-unknown": ErrorEntry(
      (nb: "kommunen til {zone} er ukjent", en: "the municipality of {zone} is unknown"),
      because: (
        nb: "koden begynner ikke med et kommunenummer, og sammenligningen skal velges etter kommune",
        en:
          "the code does not begin with a municipality's number, and donors are to be chosen by municipality"
      ),
      hint: (
        nb: "oppgi kommunen til sonen, eller velg blant alle kommuner",
        en: "give the zone's municipality, or choose among all municipalities"
      )),
  ]
}
