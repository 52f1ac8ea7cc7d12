package uk.slipway.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * There is no such record for this viewer: it does not exist, or may not be seen. Answered with 404 and no detail, so
 * that a stranger learns nothing.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
