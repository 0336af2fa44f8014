import Distributions
import Foundation

/// Where paths of a Brownian motion are that have crossed no boundary yet: a density at nodes of Gauss–Legendre panels.
///
/// The score B(t) = Z·√t has independent normal steps with variance t_k − t_{k−1}, so the density at a look is the one before,
/// smoothed by a step and cut at the boundary.
struct UncrossedPaths {
  private let isTwoSided: Bool
  private var time = 0.0
  private var nodes: [Double] = [0]
  /// Density times the weight of the node.
  private var masses: [Double] = [1]

  init(isTwoSided: Bool) { self.isTwoSided = isTwoSided }

  /// The boundary (in standard errors) that a share `crossing` of all paths crosses now; moves on to those that do not.
  mutating func next(information: Double, after: Double?, crossing: Double) -> Double {
    let step = (information - time).squareRoot()
    var low = 0.0
    var high = 40.0
    // 60 halvings take 40 below the rounding of any boundary.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if crossed(middle * information.squareRoot(), step) > crossing { low = middle } else { high = middle }
    }
    let boundary = (low + high) / 2
    move(to: information, step: step, after: after, boundary: boundary)
    return boundary
  }

  /// The share of all paths that cross a boundary (in standard errors) now; moves on to those that do not.
  mutating func next(information: Double, after: Double?, boundary: Double) -> Double {
    let step = (information - time).squareRoot()
    let share = crossed(boundary * information.squareRoot(), step)
    move(to: information, step: step, after: after, boundary: boundary)
    return share
  }

  private func crossed(_ bound: Double, _ step: Double) -> Double {
    var sum = 0.0
    for (node, mass) in zip(nodes, masses) {
      sum += mass * Normal.standard.survival((bound - node) / step)
      if isTwoSided { sum += mass * Normal.standard.survival((bound + node) / step) }
    }
    return sum
  }

  private mutating func move(to information: Double, step: Double, after: Double?, boundary: Double) {
    guard let after else { return }
    // Nine deviations out there is less than 1e-18 of the paths.
    let far = 9 * information.squareRoot()
    let upper = min(boundary * information.squareRoot(), far)
    let lower = isTwoSided ? -upper : -far
    let width = min(step, (after - information).squareRoot())
    let panels = min(400, max(2, Int(((upper - lower) / width).rounded(.up))))
    let half = (upper - lower) / Double(panels) / 2
    var places: [Double] = []
    var amounts: [Double] = []
    for panel in 0..<panels {
      let centre = lower + half * Double(2 * panel + 1)
      for (root, weight) in Self.rule {
        for sign in [-1.0, 1.0] {
          let place = centre + sign * root * half
          var density = 0.0
          for (node, mass) in zip(nodes, masses) {
            let z = (place - node) / step
            density += mass * exp(-z * z / 2)
          }
          places.append(place)
          amounts.append(density * 0.3989422804014326779 / step * weight * half)
        }
      }
    }
    nodes = places
    masses = amounts
    time = information
  }

  /// Roots and weights of the eight-point Gauss–Legendre rule, the positive half.
  private static let rule = [
    (0.18343464249564980494, 0.36268378337836198297), (0.52553240991632898582, 0.31370664587788728734),
    (0.79666647741362673959, 0.22238103445337447054), (0.96028985649753623168, 0.10122853629037625915),
  ]
}
