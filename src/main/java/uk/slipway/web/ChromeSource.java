package uk.slipway.web;

import jakarta.servlet.http.HttpServletRequest;

/** Says what stands around a page; implemented by the module that knows people. Called at most once for each rendered page. */
@FunctionalInterface
public interface ChromeSource {
    /** The surroundings of the page that answers this request. */
    Chrome chromeFor(HttpServletRequest request);
}
