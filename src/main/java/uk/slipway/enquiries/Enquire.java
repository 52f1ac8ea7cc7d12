package uk.slipway.enquiries;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.Actor;
import uk.slipway.audit.AuditTrail;
import uk.slipway.enquiries.FrontDoor.Campaign;
import uk.slipway.enquiries.FrontDoor.Notice;
import uk.slipway.enquiries.FrontDoor.Participation;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Somebody asks about fostering, by the public form or by telling an adviser. */
@UseCase
class Enquire {

    /** A library or a mobile network may be one machine to us, but does not ask about fostering all day. */
    static final int FROM_ONE_MACHINE = 10;
    /** More than any campaign has brought in an hour; it keeps a flood out of the advisers' way. */
    static final int FROM_EVERYWHERE = 200;

    static final Duration WINDOW = Duration.ofHours(1);
    /** Nobody fills in the page in less, but a program does. */
    static final Duration FASTEST = Duration.ofSeconds(3);
    /** Copies to one address in a day, so that the form cannot be used to fill somebody's inbox. */
    static final int COPIES = 3;

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final FrontDoorRows doors;
    private final EnquiryRows enquiries;
    private final Sealing sealing;
    private final LocalAuthorities authorities;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    Enquire(
            FrontDoorRows doors,
            EnquiryRows enquiries,
            Sealing sealing,
            LocalAuthorities authorities,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Messages messages,
            JdbcClient jdbc,
            Clock clock) {
        this.doors = doors;
        this.enquiries = enquiries;
        this.sealing = sealing;
        this.authorities = authorities;
        this.trail = trail;
        this.events = events;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A front door as somebody outside finds it today.
     *
     * @param notice the privacy notice in force, or null where none has been published: then nobody can enquire
     * @param councils every authority of its region, by name
     * @param participations what has been entered about them
     * @param campaign the campaign whose link was followed, if it is one of this front door's
     */
    record Open(
            FrontDoor door,
            @Nullable Notice notice,
            List<LocalAuthority> councils,
            Map<LocalAuthorityId, Participation> participations,
            @Nullable Campaign campaign,
            LocalDate today) {

        boolean takesEnquiries() {
            return notice != null && councils.stream().anyMatch(council -> participates(council.id()));
        }

        boolean participates(LocalAuthorityId council) {
            var one = participations.get(council);
            return one != null && one.on(today);
        }

        List<LocalAuthority> participating() {
            return councils.stream()
                    .filter(council -> participates(council.id()))
                    .toList();
        }

        Optional<LocalAuthority> council(@Nullable String gssCode) {
            return councils.stream()
                    .filter(council -> council.gssCode().equals(gssCode))
                    .findFirst();
        }
    }

    /**
     * What somebody asked.
     *
     * @param livesIn the authority they said they live in, or null
     * @param wants the participating authority they would rather hear from, or null
     */
    record Asked(
            Person person,
            @Nullable LocalAuthorityId livesIn,
            @Nullable LocalAuthorityId wants) {}

    /** What became of a form: the enquiry's reference, or null where there have been too many. */
    record Outcome(@Nullable String reference) {}

    /**
     * The front door that a link leads to: the campaign's, else the one of the region named, else the only one that takes
     * enquiries. Empty where there are several and nothing says which.
     *
     * @param code of a campaign, or null
     * @param at the code of the region that somebody chose, or null
     */
    Optional<Open> door(@Nullable String code, @Nullable String at) {
        var campaign = code == null ? Optional.<Campaign>empty() : doors.campaign(code);
        var found = doors.all().stream()
                .filter(door -> campaign.isPresent()
                        ? door.owner().equals(campaign.get().owner())
                        : at == null || at.isBlank() || door.region().value().equals(at))
                .map(door -> open(door, campaign.orElse(null)))
                .toList();
        var taking = found.stream().filter(Open::takesEnquiries).toList();
        return taking.size() > 1
                ? Optional.empty()
                : (taking.isEmpty() ? found : taking).stream().findFirst();
    }

    /** Every front door that takes enquiries today, by name. */
    List<Open> openDoors() {
        return doors.all().stream()
                .map(door -> open(door, null))
                .filter(Open::takesEnquiries)
                .sorted(Comparator.comparing(open -> open.door().name()))
                .toList();
    }

    /** A version of the notice of a front door: the one in force where no number is given. */
    Notice notice(@Nullable Integer number, @Nullable String code, @Nullable String at) {
        return door(code, at).stream()
                .flatMap(open -> doors.notices(open.door().owner()).stream())
                .filter(notice -> number == null || notice.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Open open(FrontDoor door, @Nullable Campaign campaign) {
        var today = LondonTime.today(clock);
        return new Open(
                door,
                doors.notices(door.owner()).stream().findFirst().orElse(null),
                authorities.in(door.region(), today),
                doors.participations(door.owner()),
                campaign,
                today);
    }

    /**
     * Takes what the public form sent. The same form again has the same outcome and no further effect. What no person
     * seems to have sent is held apart, and its sender told the same.
     *
     * @param trapped whether the field was filled in that no person sees
     * @param machine the address it came from
     */
    Outcome send(Open open, Asked asked, FormKey.Read key, boolean trapped, String machine) {
        hold();
        var known = enquiries.referenceOf(key.nonce());
        if (known.isPresent()) {
            return new Outcome(known.get());
        }
        var now = clock.instant();
        if (!arrives(sealing.machineHash(machine), now)) {
            return new Outcome(null);
        }
        String held = trapped
                ? "A field was filled in that no person sees"
                : key.madeAt().plus(FASTEST).isAfter(now)
                        ? "It was sent faster than anybody types"
                        : asked.person().sendsLinks() ? "It holds a link" : null;
        var id = Uuid7.next();
        var reference = reference();
        var email = sealing.emailHash(asked.person().email());
        boolean copy =
                held == null && email != null && enquiries.copiesSince(email, now.minus(Duration.ofDays(1))) < COPIES;
        put(id, reference, open, asked, Channel.FORM, now, held, key.nonce(), null);
        trail.append(
                Enquiry.refOf(id),
                null,
                "asked about fostering by the public form" + (held == null ? "" : "; it was held apart"),
                now,
                new Actor(null, "The person who enquired", null));
        if (copy && asked.person().email() != null) {
            messages.send(
                    new Recipient("", asked.person().email()),
                    "Your question about fostering: " + reference,
                    FosterWords.copy(open, asked, reference),
                    Enquiry.refOf(id));
        }
        return new Outcome(reference);
    }

    /**
     * An adviser writes down what somebody told them. The same key again has no further effect.
     *
     * @param key an id made with the page
     * @return the enquiry's id
     */
    UUID record(Viewer viewer, Asked asked, Channel channel, @Nullable UUID campaign, UUID key) {
        var open = own(viewer);
        hold();
        var formKey = ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        var known = jdbc.sql("select id from enquiry where form_key = :key")
                .param("key", formKey)
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        var id = Uuid7.next();
        var now = clock.instant();
        var chosen = campaign == null
                ? open
                : new Open(
                        open.door(),
                        open.notice(),
                        open.councils(),
                        open.participations(),
                        doors.campaign(open.door().owner(), campaign).orElse(null),
                        open.today());
        put(id, reference(), chosen, asked, channel, now, null, formKey, viewer);
        events.publishEvent(new Enquiry.Happened(id, null, "wrote down an enquiry about fostering", now));
        return id;
    }

    /** The viewer's own front door. */
    Open own(Viewer viewer) {
        if (!viewer.is(Role.FRONT_DOOR_ADVISER)) {
            throw new NotYours();
        }
        return doors.of(viewer.organisation()).map(door -> open(door, null)).orElseThrow(NotFound::new);
    }

    /** The campaigns of the viewer's own front door. */
    List<Campaign> campaigns(Viewer viewer) {
        return doors.campaigns(viewer.organisation());
    }

    private void put(
            UUID id,
            String reference,
            Open open,
            Asked asked,
            Channel channel,
            Instant now,
            @Nullable String held,
            byte[] formKey,
            @Nullable Viewer by) {
        var person = asked.person();
        var destination = asked.wants() != null && open.participates(asked.wants())
                ? asked.wants()
                : asked.livesIn() != null && open.participates(asked.livesIn()) ? asked.livesIn() : null;
        enquiries.put(
                new EnquiryRows.New(
                        id,
                        reference,
                        open.door().owner(),
                        asked.livesIn(),
                        destination,
                        channel,
                        open.campaign() == null ? null : open.campaign().id(),
                        now,
                        open.today(),
                        held == null ? open.door().due(EnquiryStage.ENQUIRY, open.today()) : null,
                        held,
                        sealing.seal(id, person),
                        sealing.emailHash(person.email()),
                        sealing.telephoneHash(person.telephone()),
                        sealing.nameHashes(person.name()),
                        open.notice() == null ? null : open.notice().id(),
                        formKey,
                        by == null ? null : by.account().value(),
                        by == null ? null : by.name()),
                sealing.under());
    }

    /** One at a time, so that many at once are counted too and the same form twice is seen to be the same. */
    private void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('enquiries that arrive'))")
                .query((row, number) -> number)
                .list();
    }

    private boolean arrives(byte[] machine, Instant now) {
        var since = now.minus(WINDOW).atOffset(ZoneOffset.UTC);
        boolean few = jdbc.sql("""
            select count(*) < :everywhere and count(*) filter (where sent_from = :machine) < :one
            from enquiry_arrival where at > :since
            """)
                .param("everywhere", FROM_EVERYWHERE)
                .param("machine", machine)
                .param("one", FROM_ONE_MACHINE)
                .param("since", since)
                .query(Boolean.class)
                .single();
        if (few) {
            jdbc.sql("insert into enquiry_arrival (id, at, sent_from) values (:id, :at, :machine)")
                    .param("id", Uuid7.next())
                    .param("at", now.atOffset(ZoneOffset.UTC))
                    .param("machine", machine)
                    .update();
        }
        return few;
    }

    /** Eight letters and digits that are not mistaken for each other when they are read out. */
    private String reference() {
        var letters = new StringBuilder("FE-");
        for (int at = 0; at < 8; at++) {
            letters.append(at == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }
}
