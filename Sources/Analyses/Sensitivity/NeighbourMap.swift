import Evaluation
import Indicators

/// Who borders on whom, with the treated as one vertex each: what borders on a zone of a treated group borders on the group.
struct NeighbourMap {
  let adjacency: Adjacency
  /// The position of a code.
  let positions: [String: Int]

  /// - Throws: ``Evaluation/EffectError/zoneNotOnMap(_:)`` where the list has no neighbour of a treated zone.
  init(_ pairs: [ZonePair], _ study: EffectStudy, _ choice: ZoneChoice) throws(EffectError) {
    var names: [String: String] = [:]
    for zone in study.treated {
      for leaf in choice.leaves(of: zone.code) { names[leaf] = zone.code }
    }
    func name(_ code: String) -> String { names[code] ?? code }
    let edges = pairs.map { (name($0.one), name($0.other)) }.filter { $0.0 != $0.1 }
    let listed = Set(edges.flatMap { [$0.0, $0.1] })
    if let lost = study.treated.first(where: { !listed.contains($0.code) }) { throw .zoneNotOnMap(lost.code) }
    let codes = listed.union((study.donors + study.treated).map(\.code)).sorted()
    do {
      adjacency = try Adjacency(zones: codes, pairs: edges)
    } catch {
      throw .zoneNotOnMap(study.treated.first?.code ?? "")
    }
    var positions: [String: Int] = [:]
    for (place, code) in codes.enumerated() { positions[code] = place }
    self.positions = positions
  }
}
