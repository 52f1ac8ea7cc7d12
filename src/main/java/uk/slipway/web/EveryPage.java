package uk.slipway.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Puts what the layout needs into the model of every page, read only when a template asks for it. */
@ControllerAdvice
final class EveryPage {
    /** The name of the model attribute. */
    static final String CHROME = "chrome";

    private static final Logger LOG = LoggerFactory.getLogger(EveryPage.class);

    private final ObjectProvider<ChromeSource> source;
    private final boolean demonstration;

    EveryPage(ObjectProvider<ChromeSource> source, Environment environment) {
        this.source = source;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    }

    @ModelAttribute(CHROME)
    LazyContextVariable<Chrome> chrome(HttpServletRequest request) {
        return new LazyContextVariable<>() {
            @Override
            protected Chrome loadValue() {
                return chromeFor(request);
            }
        };
    }

    /** An error page must appear even when the reason for it is that nobody can be looked up. */
    private Chrome chromeFor(HttpServletRequest request) {
        ChromeSource found = source.getIfAvailable();
        if (found == null) {
            return Chrome.signedOut(demonstration);
        }
        try {
            return found.chromeFor(request);
        } catch (RuntimeException failure) {
            LOG.error("The header of {} could not be filled in", request.getRequestURI(), failure);
            return Chrome.signedOut(demonstration);
        }
    }
}
