package uk.slipway.indicators;

/** A quarter of the authorities that have data, A the best. */
public enum Band {
    A,
    B,
    C,
    D
}
