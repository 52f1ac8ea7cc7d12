package uk.slipway.peerchallenge;

/** The forum is not at the step from which this can be done; somebody else has moved it on, or it was never there. */
public class OutOfStep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param words what stands in the way, as a sentence for the person who tried */
    OutOfStep(String words) {
        super(words);
    }

    /** What stands in the way, as a sentence. */
    public String inWords() {
        return String.valueOf(getMessage());
    }
}
