package uk.slipway.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.AddOrganisation;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.OrganisationKind;
import uk.slipway.region.RegionCode;
import uk.slipway.web.NotYours;

/** The administrator adds an organisation that people can then hold roles in. It is written down who did. */
@UseCase
class RegisterOrganisation {

    /** Authorities, regional teams and Ofsted come with the reference data; a second Ofsted would be a mistake. */
    static final List<OrganisationKind> KINDS =
            List.of(OrganisationKind.DIOCESE, OrganisationKind.TRUST, OrganisationKind.OTHER);

    private final AddOrganisation addOrganisation;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterOrganisation(
            AddOrganisation addOrganisation, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.addOrganisation = addOrganisation;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** There is another organisation of this name already. */
    static class NameIsTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Adds it; the same id a second time changes nothing.
     *
     * @param name 1 to 200 characters
     * @param region where it works, or null for all England
     * @param starts its first day, or null where that is not known
     * @throws NameIsTaken when another organisation has this name
     */
    void register(
            Viewer viewer,
            OrganisationId id,
            OrganisationKind kind,
            String name,
            @Nullable RegionCode region,
            @Nullable LocalDate starts) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            throw new NotYours();
        }
        boolean taken = jdbc.sql("""
            select exists (select 1 from organisation
                where lower(name) = lower(:name) and id <> :id and (ends_on is null or ends_on >= current_date))
            """)
                .param("name", name.strip())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new NameIsTaken();
        }
        if (addOrganisation.add(id, kind, name, region, starts)) {
            events.publishEvent(new Added(id, kind.inWords() + ", " + name.strip(), clock.instant()));
        }
    }

    /** An organisation was added. */
    record Added(OrganisationId organisation, String what, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef("organisation", organisation.value());
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }

        @Override
        public String inWords() {
            return "added the organisation: " + what;
        }
    }
}
