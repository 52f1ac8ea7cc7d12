package uk.slipway.accounts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers a form whose token does not fit: the session it was made in has gone. It is never executed. What was typed is
 * kept for the person it belongs to, who is asked to sign in, or sees it at once if they already have.
 */
final class RefusedForm implements AccessDeniedHandler {

    private final ObjectProvider<LostSubmission> lostSubmission;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    RefusedForm(ObjectProvider<LostSubmission> lostSubmission) {
        this.lostSubmission = lostSubmission;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException)) {
            otherwise.handle(request, response, refusal);
            return;
        }
        var path = request.getServletPath();
        if ("/sign-in".equals(path) || "/sign-out".equals(path)) {
            redirect(request, response, "/sign-in?again");
            return;
        }
        var keeper = lostSubmission.getIfAvailable();
        var kept = keeper == null ? java.util.Optional.<LostSubmission.Kept>empty() : keeper.keep(request);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var person = authentication != null && authentication.getPrincipal() instanceof SignedInPerson signedIn
                ? signedIn.account()
                : null;
        if (kept.isPresent()) {
            redirect(
                    request,
                    response,
                    kept.get().owner().equals(person) ? kept.get().address() : "/sign-in?kept");
        } else if (person == null) {
            redirect(request, response, "/sign-in?again");
        } else {
            otherwise.handle(request, response, refusal);
        }
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + address);
    }
}
