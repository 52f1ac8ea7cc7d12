package uk.slipway.kept;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AfterSignIn;
import uk.slipway.accounts.CurrentViewer;
import uk.slipway.accounts.LostSubmission;

/** Where forms and what was kept of them meet: keeps, offers after sign-in, forgets what has arrived after all. */
@Component
class KeptForms implements LostSubmission, AfterSignIn, HandlerInterceptor {

    /** The field with the key, in every form of a signed-in person. */
    static final String KEY = "_keep";
    /** The field that says that a form is one that was kept. */
    static final String KEPT = "_kept";

    private static final Set<String> NEVER_KEPT = Set.of("_csrf", KEY, KEPT);

    private final KeepKey keys;
    private final KeepSubmission keepSubmission;
    private final ShowKept showKept;
    private final DiscardKept discardKept;
    private final CurrentViewer currentViewer;

    KeptForms(
            KeepKey keys,
            KeepSubmission keepSubmission,
            ShowKept showKept,
            DiscardKept discardKept,
            CurrentViewer currentViewer) {
        this.keys = keys;
        this.keepSubmission = keepSubmission;
        this.showKept = showKept;
        this.discardKept = discardKept;
        this.currentViewer = currentViewer;
    }

    @Override
    public Optional<Kept> keep(HttpServletRequest request) {
        var key = request.getParameter(KEY);
        return key == null ? Optional.empty() : keys.read(key).flatMap(owner -> keep(request, owner));
    }

    private Optional<Kept> keep(HttpServletRequest request, AccountId owner) {
        var query = request.getQueryString();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return keepSubmission
                .keep(owner, query == null ? path : path + "?" + query, typed(request, query))
                .map(id -> new Kept(owner, "/kept/" + id));
    }

    private static List<TypedField> typed(HttpServletRequest request, @Nullable String query) {
        var inTheAddress = new HashSet<String>();
        if (query != null) {
            Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2)[0])
                    .forEach(name -> inTheAddress.add(decoded(name)));
        }
        var typed = new ArrayList<TypedField>();
        request.getParameterMap().forEach((name, values) -> {
            boolean secret = name.toLowerCase(Locale.ROOT).contains("password");
            if (!secret && !NEVER_KEPT.contains(name) && !inTheAddress.contains(name)) {
                Arrays.stream(values).forEach(text -> typed.add(new TypedField(name, text)));
            }
        });
        return typed;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return name;
        }
    }

    @Override
    public Optional<String> address(AccountId account) {
        return showKept.waitingFor(account).stream().findFirst().map(id -> "/kept/" + id);
    }

    /** A kept form that was sent and accepted (it answers with a redirect) need not be kept any more. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var kept = request.getParameter(KEPT);
        if (kept != null && response.getStatus() >= 300 && response.getStatus() < 400) {
            currentViewer
                    .signedInAccount()
                    .ifPresent(account -> idOf(kept).ifPresent(id -> discardKept.discard(account, id)));
        }
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
