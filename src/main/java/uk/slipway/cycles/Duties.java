package uk.slipway.cycles;

import java.util.List;
import uk.slipway.accounts.Viewer;

/**
 * What one room knows that a person owes. Each room that gives people duties implements it as a component;
 * {@link WhatIsOwed} collects them.
 */
public interface Duties {

    /** The viewer's duties in this room, in a fixed number of statements; in any order. */
    List<Duty> owedBy(Viewer viewer);
}
