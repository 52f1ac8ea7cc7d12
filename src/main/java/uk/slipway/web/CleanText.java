package uk.slipway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cleans every text that a form or an address sends before anything else sees it: control characters go, except line feed
 * and tab (PostgreSQL refuses NUL), line ends become a line feed, and half a surrogate pair becomes the replacement
 * character. Nothing is trimmed: blank space may be meant. A filter, since a data binder's editor for texts never meets
 * the elements of a list.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class CleanText extends OncePerRequestFilter {
    private static final char REPLACEMENT = '\uFFFD';

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    static String clean(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        for (int at = 0; at < typed.length(); at++) {
            char letter = typed.charAt(at);
            if (letter == '\r') {
                if (at + 1 >= typed.length() || typed.charAt(at + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (letter == '\n' || letter == '\t') {
                clean.append(letter);
            } else if (Character.isHighSurrogate(letter)
                    && at + 1 < typed.length()
                    && Character.isLowSurrogate(typed.charAt(at + 1))) {
                clean.append(letter).append(typed.charAt(at + 1));
                at++;
            } else if (Character.isSurrogate(letter)) {
                clean.append(REPLACEMENT);
            } else if (!Character.isISOControl(letter)) {
                clean.append(letter);
            }
        }
        return clean.toString();
    }

    private static final class Cleaned extends HttpServletRequestWrapper {
        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String typed = super.getParameter(name);
            return typed == null ? null : clean(typed);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] typed = super.getParameterValues(name);
            return typed == null ? null : cleanAll(typed);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> cleaned = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, typed) -> cleaned.put(name, cleanAll(typed)));
            return cleaned;
        }

        private static String[] cleanAll(String[] typed) {
            String[] cleaned = new String[typed.length];
            for (int at = 0; at < typed.length; at++) {
                cleaned[at] = clean(typed[at]);
            }
            return cleaned;
        }
    }
}
