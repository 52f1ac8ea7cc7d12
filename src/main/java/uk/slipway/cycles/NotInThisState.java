package uk.slipway.cycles;

/** The cycle is past, or not yet at, what was asked of it. */
class NotInThisState extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CycleState state;

    NotInThisState(CycleState state) {
        super("The cycle is " + state.inWords());
        this.state = state;
    }

    CycleState state() {
        return state;
    }
}
