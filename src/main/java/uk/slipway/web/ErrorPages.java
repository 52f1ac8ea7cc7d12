package uk.slipway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/** Answers what went wrong with a page in words. Whatever is not named here becomes the page 500 with a reference number. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<String> NEVER_SHOWN = Set.of("_csrf", "_keep", "_kept", "version");

    private final EveryPage everyPage;
    private final ObjectProvider<ResourceUrlProvider> assets;

    ErrorPages(EveryPage everyPage, ObjectProvider<ResourceUrlProvider> assets) {
        this.everyPage = everyPage;
        this.assets = assets;
    }

    /**
     * Something that was typed and could not be saved.
     *
     * @param name the name of its field
     * @param text the text
     */
    record Typed(String name, String text) {}

    /** Addresses are guessed and mistyped: a part of one that cannot be read leads nowhere. */
    @ExceptionHandler({
        NotFound.class,
        TypeMismatchException.class,
        MissingRequestValueException.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ModelAndView notFound(HttpServletRequest request) {
        // Where no handler was found, no interceptor has put this there, and links to files would have no hash.
        assets.ifAvailable(known ->
                request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, known));
        return page(HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler(NotYours.class)
    ModelAndView notYours(HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, request);
    }

    @ExceptionHandler({EditConflict.class, OptimisticLockingFailureException.class})
    ModelAndView conflict(HttpServletRequest request) {
        List<Typed> typed = new ArrayList<>();
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            boolean secret = NEVER_SHOWN.contains(field.getKey())
                    || field.getKey().toLowerCase(java.util.Locale.ROOT).contains("password");
            for (String text : field.getValue()) {
                if (!secret && !text.isBlank()) {
                    typed.add(new Typed(field.getKey(), CleanText.clean(text)));
                }
            }
        }
        return page(HttpStatus.CONFLICT, request).addObject("typed", typed);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        LOG.info("An upload to {} was larger than what is accepted", request.getRequestURI());
        return page(HttpStatus.CONTENT_TOO_LARGE, request);
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error/" + status.value(), status);
        page.addObject(EveryPage.CHROME, everyPage.chrome(request));
        return page;
    }
}
