package uk.slipway.selfevaluation;

/** What somebody asked for does not fit the state the self-evaluation is in; the message says why, for a reader. */
class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotNow(String why) {
        super(why);
    }

    String why() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
