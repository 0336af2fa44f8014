extension Wording {
  /// Reasons of intervals of effects, by id.
  static let inferenceReasons: [String: ReasonText] = [
    "estimator-not-accepted": ReasonText(
      (
        nb: "metoden passer ikke til denne beregningen", en: "the method does not accept this estimator"
      ),
      (
        nb:
          "Metoden krever en beregning som velger vekter bare ut fra tiden før start. Denne bruker også tall fra etter start, og da holder ikke regningen.",
        en:
          "The method asks for an estimator that chooses its weights by the time before the start alone. This one looks at figures after it too, and then the reckoning does not hold."
      )),
    "test-without-interval": ReasonText(
      (nb: "metoden gir en p-verdi og ikke et intervall", en: "the method gives a p-value and no interval"),
      (
        nb:
          "Metoden sammenligner sonen med to andre om gangen. Av det følger en p-verdi, men ikke noe intervall.",
        en:
          "The method compares the zone with two others at a time. From that follows a p-value, but no interval."
      )),
  ]

  /// Diagnostics of intervals and bounds of effects, by id.
  static let inferenceDiagnostics: [String: DiagnosticText] = [
    "mid-probability": DiagnosticText(
      (nb: "intervallet dekker omtrent nivået sitt", en: "the interval covers about its level"),
      (
        nb:
          "Antall hopper i hele tall, så et intervall som alltid dekker nivået sitt, er for vidt. Her teller det som ble sett, halvt: da dekker intervallet omtrent det det skal.",
        en:
          "Counts jump in whole numbers, so that an interval that always covers its level is too wide. Here what was seen counts by half: the interval then covers about what it should."
      )),
    "denominators-from-other-periods": DiagnosticText(
      (
        nb: "skjulte nevnere er tatt fra andre perioder",
        en: "hidden denominators are taken from other periods"
      ),
      (
        nb:
          "Både teller og nevner er skjult. Nevneren er antatt å ligge mellom den minste og den største sonen har i andre perioder. Grensene forutsetter det.",
        en:
          "Numerator and denominator are both hidden. The denominator is taken to lie between the least and the largest the zone has in other periods. The bounds take that for granted."
      )),
    "bounds-at-least-this-wide": DiagnosticText(
      (nb: "grensene er minst så vide", en: "the bounds are at least this wide"),
      (
        nb:
          "Metoden velger vekter ut fra tallene, så ikke alle mulige verdier av de skjulte tallene kan prøves. Det kan finnes verdier som gir en virkning utenfor grensene.",
        en:
          "The estimator chooses weights by the figures, so that not every possible value of the hidden ones can be tried. There may be values that give an effect outside the bounds."
      )),
  ]
}

extension EffectWords {
  /// How far trends may part before the answer holds zero, in words; never that there was no effect.
  ///
  /// - Parameters:
  ///   - breakdown: The breakdown value M̄.
  ///   - most: As far as was looked.
  public func breakdown(_ breakdown: Double, most: Double) -> String {
    let limit = language.number(most, upTo: 0)
    guard breakdown > 0 else {
      return language.pick(
        "Robusthet: selv om de andre sonene viste nøyaktig hva som ville skjedd, kan null ikke utelukkes med denne beregningen.",
        "Sturdiness: even if the other zones showed exactly what would have happened, zero cannot be ruled out by this computation."
      )
    }
    guard breakdown < most else {
      return language.pick(
        "Robusthet: null er utelukket selv om sonen hvert år etter start skilte lag med de andre \(limit) ganger så mye som i det verste året før.",
        "Sturdiness: zero is ruled out even if the zone parted from the others each year after the start \(limit) times as much as in the worst year before it."
      )
    }
    let times = language.number(breakdown, decimals: 1)
    return language.pick(
      "Robusthet: null er utelukket så lenge sonen ikke hvert år etter start ville skilt lag med de andre mer enn \(times) ganger så mye som i det verste året før.",
      "Sturdiness: zero is ruled out as long as the zone would not have parted from the others each year after the start more than \(times) times as much as in the worst year before it."
    )
  }
}
