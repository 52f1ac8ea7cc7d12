package uk.slipway.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.Shares;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Words;

/** The regional team moves the deadline or the release of a quarter, and those who enter its figures are told. */
@UseCase
class ChangeDates {

    private static final Words WORDS = new Words();

    private final ReturnRows rows;
    private final Shares shares;
    private final Directory directory;
    private final Messages messages;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeDates(
            ReturnRows rows,
            Shares shares,
            Directory directory,
            Messages messages,
            PublicAddress address,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.directory = directory;
        this.messages = messages;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The quarter, for whoever may change its dates.
     *
     * @throws NotYours for everybody but the team whose quarter it is
     */
    QuarterlyReturn of(Viewer viewer, UUID id) {
        var quarter = rows.quarter(viewer, id);
        if (!viewer.isOfTheRegionalTeam() || !viewer.organisation().equals(quarter.team())) {
            throw new NotYours();
        }
        return quarter;
    }

    /**
     * Changes them. Accepted figures are released on the new day, and reminders follow the new deadline.
     *
     * @return false where nothing was different
     * @throws EditConflict when somebody changed them since, or the quarter has been released
     */
    boolean change(Viewer viewer, UUID id, long version, LocalDate deadline, LocalDate releaseOn) {
        var quarter = of(viewer, id);
        if (quarter.deadline().equals(deadline) && quarter.releaseOn().equals(releaseOn)) {
            return false;
        }
        if (quarter.isReleasedOn(LondonTime.today(clock)) || !rows.changeDates(id, version, deadline, releaseOn)) {
            throw new EditConflict();
        }
        var answers = rows.answersOf(id);
        if (!quarter.releaseOn().equals(releaseOn)) {
            var released = new HashSet<UUID>(answers.keySet());
            released.add(id);
            shares.beginOn(released, Audience.EVERYONE, releaseOn);
        }
        var words = (quarter.deadline().equals(deadline)
                        ? ""
                        : "The deadline is " + WORDS.date(deadline) + ", and not " + WORDS.date(quarter.deadline())
                                + ". ")
                + (quarter.releaseOn().equals(releaseOn)
                        ? ""
                        : "The accepted figures are released on " + WORDS.date(releaseOn) + ", and not on "
                                + WORDS.date(quarter.releaseOn()) + ". ");
        events.publishEvent(quarter.happened("changed the dates. " + words.strip(), clock.instant()));
        tell(quarter, Set.copyOf(answers.values()), words.strip());
        return true;
    }

    /** Writes to the key contacts and officers of the authorities that are asked, to each person once. */
    private void tell(QuarterlyReturn quarter, Set<UUID> authorities, String words) {
        var whom = new LinkedHashMap<String, Person>();
        directory
                .appointedTo(authorities, Set.of(AppointmentKind.KEY_CONTACT))
                .forEach(contact -> whom.put(contact.person().email(), contact.person()));
        directory.inPost(Role.LA_OFFICER, quarter.region()).stream()
                .filter(officer -> authorities.contains(officer.authority().value()))
                .forEach(officer -> whom.putIfAbsent(officer.person().email(), officer.person()));
        var months = quarter.quarter().months();
        whom.values()
                .forEach(person -> messages.send(
                        new Recipient(person.name(), person.email()),
                        "New dates: quarterly return for " + months,
                        """
                        Dear %s

                        The regional team has changed the dates of the quarterly return for %s. %s

                        %s
                        """.formatted(person.name(), months, words, address.of("/returns/" + quarter.id()))));
    }
}
