package uk.slipway.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program act for the person whose token it sends. Whoever sends none reads what is public; whoever sends one that
 * does not work is told so, rather than being served less than they asked for.
 */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final PersonalTokens tokens;
    private final CurrentViewer currentViewer;

    TokenFilter(PersonalTokens tokens, CurrentViewer currentViewer) {
        this.tokens = tokens;
        this.currentViewer = currentViewer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null) {
            chain.doFilter(request, response);
            return;
        }
        if (!signIn(request, sent)) {
            SecurityContextHolder.clearContext();
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write("""
                {"title":"Unauthorized","status":401,"detail":"This token does not work: it is mistyped, over, ended, \
                or was made for a role that its person no longer holds. Make another on your account page."}\
                """);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Only in the capacity the token was made in: one who has lost that role does not act in another by surprise. */
    private boolean signIn(HttpServletRequest request, String sent) {
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var found = tokens.use(sent.substring(SCHEME.length()).strip()).orElse(null);
        if (found == null) {
            return false;
        }
        var person = new SignedInPerson(found.account(), found.email(), null);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.setAttribute(CurrentViewer.CHOSEN, found.capacity());
        return currentViewer.capacities(request).stream()
                .anyMatch(capacity -> capacity.id().equals(found.capacity()));
    }
}
