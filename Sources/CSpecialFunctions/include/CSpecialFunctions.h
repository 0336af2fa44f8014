// Special functions from Boost.Math as plain C functions. None throws, none touches errno; arguments outside the
// domain give NaN, which the callers exclude beforehand.
#ifndef LEVEKAR_SPECIAL_FUNCTIONS_H
#define LEVEKAR_SPECIAL_FUNCTIONS_H

#ifdef __cplusplus
#define LEVEKAR_NOEXCEPT noexcept
extern "C" {
#else
#define LEVEKAR_NOEXCEPT
#endif

// log Γ(x), ψ(x) and ψ′(x) for x > 0.
double levekar_log_gamma(double x) LEVEKAR_NOEXCEPT;
double levekar_digamma(double x) LEVEKAR_NOEXCEPT;
double levekar_trigamma(double x) LEVEKAR_NOEXCEPT;

// The inverse of erfc on 0 < p < 2.
double levekar_erfc_inverse(double p) LEVEKAR_NOEXCEPT;

// Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, a > 0, x ≥ 0, and their inverses in x.
double levekar_gamma_p(double a, double x) LEVEKAR_NOEXCEPT;
double levekar_gamma_q(double a, double x) LEVEKAR_NOEXCEPT;
double levekar_gamma_p_inverse(double a, double p) LEVEKAR_NOEXCEPT;
double levekar_gamma_q_inverse(double a, double q) LEVEKAR_NOEXCEPT;

// Regularised incomplete beta function I(x; a, b) and 1 − I, a, b > 0, 0 ≤ x ≤ 1.
double levekar_beta_i(double a, double b, double x) LEVEKAR_NOEXCEPT;
double levekar_beta_i_complement(double a, double b, double x) LEVEKAR_NOEXCEPT;

// The x with I(x; a, b) = p, or 1 − I = q; `*complement` becomes 1 − x without cancellation.
double levekar_beta_i_inverse(double a, double b, double p, double *complement) LEVEKAR_NOEXCEPT;
double levekar_beta_i_complement_inverse(double a, double b, double q, double *complement) LEVEKAR_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
