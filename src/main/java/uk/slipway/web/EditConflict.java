package uk.slipway.web;

/**
 * Somebody else saved the record after this form was opened. A controller that can show both texts catches it and answers
 * with a {@link ConflictPage}; otherwise the page answers 409 and shows what was typed, so that nothing is lost.
 */
public class EditConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EditConflict() {
        super("Changed by somebody else since the form was opened");
    }
}
