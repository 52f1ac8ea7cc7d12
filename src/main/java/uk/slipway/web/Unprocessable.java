package uk.slipway.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answer 422 to a form that cannot be accepted: the same page again, with an error summary and everything that was typed. */
public final class Unprocessable {
    private Unprocessable() {}

    /**
     * The page again. The form and its binding result are in the model already when the handler took them as parameters.
     *
     * @param view the template
     * @param page the page record, under the name {@code page}
     */
    public static ModelAndView page(String view, Object page) {
        return new ModelAndView(view, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The page again, where its template needs nothing but the form. */
    public static ModelAndView page(String view) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
