package uk.slipway.web;

/** This role may not use this page. Answered with 403. */
public class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotYours() {
        super("Not for this role");
    }
}
