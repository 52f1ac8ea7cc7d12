package uk.slipway.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** This role may not use this page. Answered with 403. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
