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
    case "percent_per_year": language.pick("% per år", "% per year")
    case "direction": language.pick("utvikling", "trend")
    case "verdict": language.pick("vurdering", "verdict")
    case "p_value": language.pick("p-verdi", "p-value")
    case "p_adjusted": language.pick("p (justert)", "p (adjusted)")
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
    case "age": language.pick("alder", "age")
    case "measure": language.pick("mål", "measure")
    case "units": language.pick("grupper", "groups")
    case "corrected": language.pick("uten tilfeldighet", "corrected")
    case "chance_lower": language.pick("ved tilfeldighet", "by chance")
    case "raw": language.pick("egen verdi", "own value")
    case "shrunken": language.pick("glattet verdi", "smoothed value")
    case "weight": language.pick("vekt", "weight")
    case "prior_mean": language.pick("fellesnivå", "common level")
    case "probability_above": language.pick("sannsynlighet over", "probability above")
    case "rank": language.pick("rang", "rank")
    case "worst_decile_share": language.pick("i verste tidel", "in worst tenth")
    case "worst_fifth_share": language.pick("i verste femdel", "in worst fifth")
    case "component": language.pick("indikator", "component")
    case "score": language.pick("poeng", "score")
    case "index": language.pick("indeks", "index")
    case "quantile": language.pick("gruppe", "group")
    case "funnel_label": language.pick("mot traktgrensene", "against funnel limits")
    case "p_worst_fifth": language.pick("blant dårligste femdel", "in worst fifth")
    case "target": language.pick("mål", "target")
    case "by_period": language.pick("innen", "by")
    case "needed_change": language.pick("trengs per år", "needed a year")
    case "observed_change": language.pick("hittil per år", "so far a year")
    case "projected": language.pick("ventet da", "expected then")
    case "gap_change_per_year": language.pick("forskjellens endring per år", "change of difference a year")
    case "gap_verdict": language.pick("forskjellen er", "the difference")
    case "frozen_estimate": language.pick("fryst verdi", "frozen value")
    case "mdc": language.pick("minste synlige forskjell", "smallest detectable difference")
    case "composite": language.pick("sammensatt indeks", "composite index")
    case "rate": language.pick("rate", "rate")
    case "crude_rate": language.pick("ustandardisert", "crude rate")
    case "observed": language.pick("hendelser", "events")
    case "expected_events": language.pick("ventet", "expected")
    case "smr": language.pick("referansen = 100", "reference = 100")
    case "standard": language.pick("standard", "standard")
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
