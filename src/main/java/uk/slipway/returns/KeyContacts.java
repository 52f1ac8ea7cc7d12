package uk.slipway.returns;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Appoint;
import uk.slipway.accounts.Appointed;
import uk.slipway.accounts.AppointmentId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.EndAppointment;
import uk.slipway.accounts.InPost;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotYours;

/** The data lead says which officers hand in an authority's returns; its account manager may say so too, under People. */
@UseCase
class KeyContacts {

    private final Directory directory;
    private final LocalAuthorities authorities;
    private final Appoint appoint;
    private final EndAppointment endAppointment;
    private final Clock clock;

    KeyContacts(
            Directory directory,
            LocalAuthorities authorities,
            Appoint appoint,
            EndAppointment endAppointment,
            Clock clock) {
        this.directory = directory;
        this.authorities = authorities;
        this.appoint = appoint;
        this.endAppointment = endAppointment;
        this.clock = clock;
    }

    record Contacts(List<LocalAuthority> authorities, Map<UUID, List<Appointed>> appointed, List<InPost> officers) {}

    /** Who hands in for which authority, and who could. */
    Contacts list(Viewer viewer) {
        if (!viewer.isOfTheRegionalTeam()) {
            throw new NotYours();
        }
        var region = Objects.requireNonNull(viewer.region());
        var all = authorities.in(region, LondonTime.today(clock));
        return new Contacts(
                all,
                directory
                        .appointedTo(
                                all.stream().map(one -> one.id().value()).toList(), Set.of(AppointmentKind.KEY_CONTACT))
                        .stream()
                        .collect(Collectors.groupingBy(Appointed::subject)),
                directory.inPost(Role.LA_OFFICER, region));
    }

    /**
     * Appoints an officer of an authority; who is appointed stays so.
     *
     * @return false where there is no such officer
     */
    boolean appoint(Viewer viewer, UUID account, LocalAuthorityId authority) {
        var officer = list(viewer).officers().stream()
                .filter(one -> one.authority().equals(authority)
                        && one.person().account().equals(new AccountId(account)))
                .findFirst();
        officer.ifPresent(one -> appoint.appoint(
                one.person().account(),
                AppointmentKind.KEY_CONTACT,
                authority.value(),
                DateSpan.startingOn(LondonTime.today(clock))));
        return officer.isPresent();
    }

    /** Ends an appointment of the viewer's region; one that is none, or over, is no mistake. */
    void end(Viewer viewer, UUID appointment) {
        list(viewer).appointed().values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(new AppointmentId(appointment)))
                .forEach(one -> endAppointment.endNow(one.id()));
    }
}
