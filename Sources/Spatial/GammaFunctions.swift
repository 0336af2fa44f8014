import Distributions

// The functions likelihoods of counts are made of, for parameters that a search may drive out of range: NaN there, which
// the search takes for a step too far.

/// log Γ(x).
func logGamma(_ x: Double) -> Double { (try? SpecialFunctions.logGamma(x)) ?? .nan }

/// ψ(x), the derivative of log Γ.
func digamma(_ x: Double) -> Double { (try? SpecialFunctions.digamma(x)) ?? .nan }

/// ψ′(x).
func trigamma(_ x: Double) -> Double { (try? SpecialFunctions.trigamma(x)) ?? .nan }
