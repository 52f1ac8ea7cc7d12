package uk.slipway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to a form or an upload that is larger than the server reads. Left alone, the server drops its fields, the CSRF
 * token among them, and the person is told that they may not use the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class TooLarge extends OncePerRequestFilter {
    private final long formLimit;
    private final long uploadLimit;

    TooLarge(
            @Value("${server.tomcat.max-http-form-post-size:2MB}") DataSize formLimit,
            @Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize uploadLimit) {
        this.formLimit = formLimit.toBytes();
        this.uploadLimit = uploadLimit.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        if (request.getContentLengthLong() > (upload ? uploadLimit : formLimit)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
