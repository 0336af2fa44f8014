/// Between a number inside and one outside, halved until no double lies between: the last number inside.
///
/// It needs no derivative and always ends, and its bits depend on nothing but `isInside`.
func halved(_ inside: Double, _ outside: Double, _ isInside: (Double) -> Bool) -> Double {
  var (inside, outside) = (inside, outside)
  while true {
    let middle = inside + (outside - inside) / 2
    guard middle != inside, middle != outside else { return inside }
    if isInside(middle) { inside = middle } else { outside = middle }
  }
}
