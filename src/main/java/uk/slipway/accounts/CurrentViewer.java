package uk.slipway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import uk.slipway.audit.Actor;
import uk.slipway.audit.CurrentActor;

/** Who is acting: the request's viewer, or the person a scene of the demonstration is played as. */
@Component
public class CurrentViewer implements CurrentActor {

    /** The attribute of the session (or, for one request only, of the request) that says which capacity was chosen. */
    static final String CHOSEN = "slipway.acting-as";

    private static final String CAPACITIES = CurrentViewer.class.getName() + ".capacities";
    private static final ScopedValue<Viewer> PLAYED = ScopedValue.newInstance();

    private final Viewers viewers;

    CurrentViewer(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Runs something as a person, outside a request. */
    public static void playedBy(Viewer viewer, Runnable scene) {
        ScopedValue.where(PLAYED, viewer).run(scene);
    }

    /** The viewer of this request; empty when nobody is signed in, or the person has left. */
    Optional<Viewer> of(HttpServletRequest request) {
        var chosen = chosen(request);
        var capacities = capacities(request);
        return capacities.stream()
                .filter(capacity -> capacity.id().equals(chosen))
                .findFirst()
                .or(() -> capacities.stream().findFirst())
                .map(Capacity::viewer);
    }

    /** Whether a person has signed in, whatever they may still do. */
    boolean isSignedIn() {
        return signedInAccount().isPresent();
    }

    /** The account that has signed in, in this request, whatever it may still do. */
    public Optional<AccountId> signedInAccount() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person.account())
                : Optional.empty();
    }

    /** The address that the account of this request signs in with. */
    Optional<String> email() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person.email())
                : Optional.empty();
    }

    private static @Nullable UUID chosen(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof UUID forThisRequest) {
            return forThisRequest;
        }
        var session = request.getSession(false);
        return session == null ? null : (UUID) session.getAttribute(CHOSEN);
    }

    /** Read once in a request, however many ask. */
    @SuppressWarnings("unchecked")
    List<Capacity> capacities(HttpServletRequest request) {
        var known = (List<Capacity>) request.getAttribute(CAPACITIES);
        if (known == null) {
            known = signedInAccount().map(viewers::capacitiesOf).orElseGet(List::of);
            request.setAttribute(CAPACITIES, known);
        }
        return known;
    }

    @Override
    public Actor current() {
        if (PLAYED.isBound()) {
            return actor(PLAYED.get());
        }
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        if (attributes instanceof org.springframework.web.context.request.ServletRequestAttributes servlet) {
            return of(servlet.getRequest()).map(CurrentViewer::actor).orElse(Actor.SYSTEM);
        }
        return Actor.SYSTEM;
    }

    private static Actor actor(Viewer viewer) {
        return new Actor(viewer.account().value(), viewer.name(), viewer.actingAs());
    }
}
