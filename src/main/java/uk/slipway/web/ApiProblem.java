package uk.slipway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What a program is answered when something is wrong: {@code application/problem+json} (RFC 9457) that says what to do. */
public final class ApiProblem {

    private ApiProblem() {}

    /** @param detail what to do about it, as a sentence without its full stop */
    public static ResponseEntity<ProblemDetail> of(HttpStatus status, String detail) {
        return of(status, ProblemDetail.forStatusAndDetail(status, detail));
    }

    /**
     * Everything that is wrong with what was sent, at once.
     *
     * @param errors each a sentence without its full stop; there is at least one
     */
    public static ResponseEntity<ProblemDetail> unprocessable(List<String> errors) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.join(". ", errors));
        problem.setProperty("errors", errors);
        return of(HttpStatus.UNPROCESSABLE_CONTENT, problem);
    }

    /** For whoever may not do this: told to send a token, where they have sent none. */
    public static ResponseEntity<ProblemDetail> notYours(HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            return of(HttpStatus.FORBIDDEN, "The role that this token was made in may not do this");
        }
        var problem = of(
                HttpStatus.UNAUTHORIZED,
                "Send a personal token, made on your account page, as the header Authorization: Bearer and the token");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    private static ResponseEntity<ProblemDetail> of(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
