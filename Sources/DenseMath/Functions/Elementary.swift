internal import CKernels

/// Elementary functions with the same bits on every processor and with every compiler.
///
/// Nothing here calls the system's mathematics library, whose results differ between its versions
/// and between processors. Only `+`, `-`, `*`, `/`, integer and bit operations are used, each
/// rounded once and never fused, so that any vector width gives the bits of the scalar.
///
/// - Float functions are computed in Double and rounded once: within 0.51 units in the last place
///   of the true value, and in bulk the same bits as one at a time.
/// - Double functions carry their leading terms in two Doubles: within 0.6 units for
///   ``pow(_:_:)`` and 0.54 for the others, and 0.76 where the result is subnormal; the normal
///   distribution says its own bounds.
/// - Zeros keep their sign, infinities have their limits, results under- and overflow gradually as
///   IEEE 754 rounds them, and every NaN among the results is the positive quiet one.
package enum Elementary {}

// MARK: - Float, one value

extension Elementary {
  /// Returns `e` raised to `x`.
  package static func exp(_ x: Float) -> Float { dlplot_exp(x) }

  /// Returns the natural logarithm: negative infinity at zero, NaN below it.
  package static func log(_ x: Float) -> Float { dlplot_log(x) }

  /// Returns the hyperbolic tangent.
  package static func tanh(_ x: Float) -> Float { dlplot_tanh(x) }

  /// Returns the logistic function `1 / (1 + exp(-x))`, without overflow and to full accuracy in
  /// both tails, down to the smallest subnormal.
  package static func sigmoid(_ x: Float) -> Float { dlplot_sigmoid(x) }

  /// Returns the error function `2 / sqrt(pi)` times the integral of `exp(-t^2)` from 0 to `x`.
  package static func erf(_ x: Float) -> Float { dlplot_erf(x) }

  /// Returns the Gaussian error linear unit `x Phi(x)`, in its exact form, with `Phi` the standard
  /// normal cumulative distribution.
  ///
  /// - Source: Hendrycks, Gimpel, "Gaussian error linear units (GELUs)", 2016, section 2.
  package static func gelu(_ x: Float) -> Float { dlplot_gelu(x) }

  /// Returns the derivative of ``gelu(_:)-(Float)``, `Phi(x) + x phi(x)`.
  ///
  /// Its terms cancel close to the root, -0.7518: the error is at most 0.51 units in the last place
  /// plus 2^-35.
  package static func geluDerivative(_ x: Float) -> Float { dlplot_gelu_derivative(x) }

  /// Returns the sine of `x` radians, for every finite `x`; NaN for an infinite one.
  package static func sin(_ x: Float) -> Float { Float(sin(Double(x))) }

  /// Returns the cosine of `x` radians, for every finite `x`; NaN for an infinite one.
  package static func cos(_ x: Float) -> Float { Float(cos(Double(x))) }

  /// Returns `x` raised to `y`, with the special cases of ``pow(_:_:)-(Double,_)``.
  package static func pow(_ x: Float, _ y: Float) -> Float { Float(pow(Double(x), Double(y))) }
}

// MARK: - Double, exact

extension Elementary {
  /// Returns the correctly rounded square root, by the processor; NaN below zero.
  package static func squareRoot(_ x: Double) -> Double { dlplot_square_root(x) }
}
