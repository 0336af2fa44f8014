// A failed assertion of Boost would end the process in debug builds; a NaN that the caller checks does not.
#define BOOST_DISABLE_ASSERTS

#include "CSpecialFunctions.h"

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <limits>

namespace {

using namespace boost::math::policies;

// double stays double: promotion to long double costs ten times as much and gains digits that no caller keeps.
using Policy = policy<
    promote_double<false>, domain_error<ignore_error>, pole_error<ignore_error>, overflow_error<ignore_error>,
    underflow_error<ignore_error>, denorm_error<ignore_error>, evaluation_error<ignore_error>,
    rounding_error<ignore_error>, indeterminate_result_error<ignore_error>>;

// A root finder may still throw; an exception must not cross into Swift.
template <class Function> double guarded(Function function) noexcept {
  try {
    return function();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double levekar_log_gamma(double x) noexcept {
  return guarded([=] { return boost::math::lgamma(x, Policy()); });
}

double levekar_digamma(double x) noexcept {
  return guarded([=] { return boost::math::digamma(x, Policy()); });
}

double levekar_trigamma(double x) noexcept {
  return guarded([=] { return boost::math::trigamma(x, Policy()); });
}

double levekar_erfc_inverse(double p) noexcept {
  return guarded([=] { return boost::math::erfc_inv(p, Policy()); });
}

double levekar_gamma_p(double a, double x) noexcept {
  return guarded([=] { return boost::math::gamma_p(a, x, Policy()); });
}

double levekar_gamma_q(double a, double x) noexcept {
  return guarded([=] { return boost::math::gamma_q(a, x, Policy()); });
}

double levekar_gamma_p_inverse(double a, double p) noexcept {
  return guarded([=] { return boost::math::gamma_p_inv(a, p, Policy()); });
}

double levekar_gamma_q_inverse(double a, double q) noexcept {
  return guarded([=] { return boost::math::gamma_q_inv(a, q, Policy()); });
}

double levekar_beta_i(double a, double b, double x) noexcept {
  return guarded([=] { return boost::math::ibeta(a, b, x, Policy()); });
}

double levekar_beta_i_complement(double a, double b, double x) noexcept {
  return guarded([=] { return boost::math::ibetac(a, b, x, Policy()); });
}

double levekar_beta_i_inverse(double a, double b, double p, double *complement) noexcept {
  *complement = std::numeric_limits<double>::quiet_NaN();
  return guarded([=] { return boost::math::ibeta_inv(a, b, p, complement, Policy()); });
}

double levekar_beta_i_complement_inverse(double a, double b, double q, double *complement) noexcept {
  *complement = std::numeric_limits<double>::quiet_NaN();
  return guarded([=] { return boost::math::ibetac_inv(a, b, q, complement, Policy()); });
}
