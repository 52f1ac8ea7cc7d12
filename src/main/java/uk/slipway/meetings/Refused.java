package uk.slipway.meetings;

/** What was asked for breaks a rule of meetings; the message is for the person, beside the field. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String field;

    Refused(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
