package uk.slipway.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.CurrentViewer;
import uk.slipway.accounts.SignInAs;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.StagedClock;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.RegionCode;

/** Where a chapter finds its people and authorities, and acts as one of them on a day. */
@Component
public class Stage {

    private final LocalAuthorities authorities;
    private final SignInAs signInAs;

    Stage(LocalAuthorities authorities, SignInAs signInAs) {
        this.authorities = authorities;
        this.signInAs = signInAs;
    }

    /** The North West's real authorities of today, by name; everything about them is on time and agreed. */
    public List<LocalAuthority> real(StagedYear year) {
        return authorities.in(RegionCode.NORTH_WEST, year.today()).stream()
                .filter(authority -> !authority.fictitious())
                .toList();
    }

    /** The two visibly fictitious authorities, to whom whatever is late, disputed or poor belongs. */
    public List<LocalAuthority> fictitious(StagedYear year) {
        return authorities.in(RegionCode.NORTH_WEST, year.today()).stream()
                .filter(LocalAuthority::fictitious)
                .toList();
    }

    /** The e-mail address of a made-up person of an authority: {@code director@bolton.example}. */
    public static String email(String part, LocalAuthority authority) {
        return part + "@" + authority.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
    }

    /**
     * Plays a scene: on this day at ten in the morning, or now where that is still to come, this person does something.
     * Inside it the clock and the audit trail tell that day and that person.
     *
     * @param email who acts, in the first of their roles; they have an account
     */
    public void scene(LocalDate day, String email, Consumer<Viewer> scene) {
        scene(day, LocalTime.of(10, 0), email, scene);
    }

    /** The same, at a time of the day. */
    public void scene(LocalDate day, LocalTime time, String email, Consumer<Viewer> scene) {
        StagedClock.at(day.atTime(time).atZone(LondonTime.ZONE).toInstant(), () -> {
            var viewer = signInAs.email(email);
            CurrentViewer.playedBy(viewer, () -> scene.accept(viewer));
        });
    }

    /** Plays a scene without a person: the system itself prepares something. */
    public void backstage(LocalDate day, Runnable scene) {
        StagedClock.at(day.atTime(9, 0).atZone(LondonTime.ZONE).toInstant(), scene);
    }
}
