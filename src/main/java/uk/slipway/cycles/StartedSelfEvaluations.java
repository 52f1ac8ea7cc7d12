package uk.slipway.cycles;

/**
 * Whether an authority has started to write in a cycle. The room of self-evaluations implements it as a component; the
 * template of a cycle that somebody has started from does not change any more.
 */
public interface StartedSelfEvaluations {

    boolean anyIn(CycleId cycle);
}
