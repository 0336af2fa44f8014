import Estimates

extension Wording {
  /// What a result column is called in a table for people; the key where there is no word.
  public static func columnHeader(_ key: String, language: Language) -> String {
    switch key {
    case "indicator": language.pick("indikator", "indicator")
    case "zone", "zone_name": language.pick("sone", "zone")
    case "period", "periods": language.pick("periode", "period")
    case "window": language.pick("nullpunkt", "baseline")
    case "value", "estimate": language.pick("verdi", "value")
    case "numerator": language.pick("teller", "numerator")
    case "denominator": language.pick("nevner", "denominator")
    case "against", "against_name": language.pick("sammenlignet med", "compared with")
    case "difference": language.pick("forskjell", "difference")
    case "ratio": language.pick("forhold", "ratio")
    case "slope": language.pick("endring per år", "change per year")
    case "direction": language.pick("utvikling", "trend")
    case "verdict": language.pick("vurdering", "verdict")
    case "p_value": language.pick("p-verdi", "p-value")
    case "p_adjusted": language.pick("p (justert)", "p (adjusted)")
    case "age": language.pick("alder", "age")
    case "expectancy": language.pick("levealder", "expectancy")
    case "deaths": language.pick("døde", "deaths")
    case "person_years": language.pick("personår", "person-years")
    case "rate": language.pick("per 1 000 personår", "per 1,000 person-years")
    case "comparator_expectancy": language.pick("sammenlignet levealder", "comparator")
    case "category": language.pick("gruppe", "category")
    case "total": language.pick("i alt", "total")
    case "breakdown": language.pick("fordeling", "breakdown")
    case "share": language.pick("andel", "share")
    case "per_1000": language.pick("per 1 000 innbyggere", "per 1,000 residents")
    case "young_share": language.pick("andel unge", "share young")
    case "inputs": language.pick("innspill", "inputs")
    case "inputs_per_participant": language.pick("innspill per deltaker", "inputs per participant")
    case "largest_category": language.pick("størst", "largest")
    case "n_effective": language.pick("effektivt antall", "effective n")
    case "no_answer": language.pick("uten svar", "no answer")
    case "n": language.pick("antall", "n")
    case "unit": language.pick("enhet", "unit")
    case "reason": language.pick("merknad", "note")
    case "method": language.pick("metode", "method")
    case "rule": language.pick("regel", "rule")
    case "severity": language.pick("alvor", "severity")
    case "found": language.pick("funnet", "found")
    case "expected": language.pick("grense", "limit")
    case "place": language.pick("sted", "place")
    case "name": language.pick("navn", "name")
    case "kind": language.pick("type", "kind")
    case "polarity": language.pick("ønsket retning", "polarity")
    case "first_period": language.pick("fra", "from")
    case "last_period": language.pick("til", "to")
    case "zones": language.pick("soner", "zones")
    case "constructed": language.pick("konstruert", "constructed")
    case "level": language.pick("nivå", "level")
    case "parent": language.pick("del av", "part of")
    case "members": language.pick("medlemmer", "members")
    case "source": language.pick("kilde", "source")
    case "state": language.pick("tilstand", "state")
    case "licence": language.pick("lisens", "licence")
    case "attribution": language.pick("kildehenvisning", "attribution")
    case "content_hash": language.pick("kontrollsum", "checksum")
    case "version": language.pick("versjon", "version")
    case "current": language.pick("gjeldende", "current")
    case "created": language.pick("laget", "created")
    case "message": language.pick("melding", "message")
    case "panels": language.pick("tallsett", "panels")
    case "formula": language.pick("formel", "formula")
    case "reference": language.pick("referanse", "reference")
    case "subject": language.pick("emne", "subject")
    case "property": language.pick("egenskap", "property")
    case "sex": language.pick("kjønn", "sex")
    default: key
    }
  }

  /// The header of an interval: `95 % KI`, `95% CI`.
  public static func intervalHeader(_ confidence: Double?, language: Language) -> String {
    let words = language.pick("KI", "CI")
    guard let confidence, confidence.isFinite else { return words }
    let share = language.number(confidence * 100, upTo: 2)
    return "\(share)\(Sign.hardSpace)% \(words)"
  }

  /// A p-value: three decimals, and `< 0,001` below.
  public static func pValue(_ value: Double, language: Language) -> String {
    guard value.isFinite else { return Sign.dash }
    if value < 0.0005 { return "<\(Sign.hardSpace)\(language.number(0.001, decimals: 3))" }
    return language.number(value, decimals: 3)
  }
}
