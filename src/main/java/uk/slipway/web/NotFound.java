package uk.slipway.web;

/**
 * There is no such record for this viewer: it does not exist, or may not be seen. Answered with 404 and no detail, so
 * that a stranger learns nothing.
 */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("Not found");
    }
}
