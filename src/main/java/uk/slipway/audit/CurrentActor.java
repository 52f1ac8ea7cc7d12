package uk.slipway.audit;

/** Tells who is acting in the running code. Implemented by the room that knows accounts. */
public interface CurrentActor {

    Actor current();
}
