package uk.slipway.enquiries;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;
import uk.slipway.region.RegionCode;

/**
 * The place in a region where people ask about fostering, with what its region has set. What has not been set is null or
 * absent, never a number that nobody chose.
 *
 * @param owner the regional team that runs it
 * @param stagesOverlap whether stage 2 may begin before stage 1 has ended
 * @param leftKept for how many days personal data stay after somebody left
 * @param onHoldKept the same for somebody who is on hold
 * @param approvedKept the same for somebody who was approved
 * @param heldKept for how many days an enquiry held apart waits to be looked at
 * @param standards within how many working days an enquiry is to leave a stage
 */
record FrontDoor(
        OrganisationId owner,
        RegionCode region,
        long version,
        String name,
        @Nullable String telephone,
        @Nullable String openHours,
        @Nullable Boolean stagesOverlap,
        @Nullable Integer leftKept,
        @Nullable Integer onHoldKept,
        @Nullable Integer approvedKept,
        @Nullable Integer heldKept,
        Map<EnquiryStage, Integer> standards) {

    static final String KIND = "front-door";

    FrontDoor {
        standards = Map.copyOf(standards);
    }

    /** By when an enquiry that came to a stage on a day is to leave it; null where the region has set no standard. */
    @Nullable
    LocalDate due(EnquiryStage stage, LocalDate enteredOn) {
        var days = standards.get(stage);
        return days == null ? null : WorkingDays.after(enteredOn, days);
    }

    Changed changed(String what, Instant at) {
        return new Changed(owner, null, what, at);
    }

    /**
     * An authority of the region and the front door.
     *
     * @param from the first day on which it takes part, or null where it never has
     * @param ownRoute where the authority's own fostering service is reached, or null where nobody has entered it
     */
    record Participation(
            LocalAuthorityId authority,
            long version,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String ownRoute) {

        boolean on(LocalDate day) {
            return from != null && !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** A version of the privacy notice, which never changes. */
    record Notice(UUID id, OrganisationId owner, int number, String text, Instant publishedAt, String publishedBy) {}

    /**
     * Something a region does so that people come.
     *
     * @param code what stands in its links
     * @param channel how it reaches people, in the region's words
     * @param cost in pounds, or null where it has not been entered
     */
    record Campaign(
            UUID id,
            long version,
            OrganisationId owner,
            String code,
            String name,
            @Nullable String channel,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal cost) {}

    /** What a benchmark is about. */
    enum Measure {
        /** Applications out of a hundred enquiries. */
        APPLICATIONS("Enquiries that become applications, per cent"),
        /** Months from application to approval. */
        APPROVAL_MONTHS("From application to approval, months");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    /**
     * A figure of somebody else, with where it is from.
     *
     * @param shipped true for one that came with Slipway, which nobody can remove
     */
    record Benchmark(UUID id, boolean shipped, Measure measure, BigDecimal value, String whose, String source) {}

    /** Something about a front door was changed. */
    record Changed(OrganisationId owner, @Nullable LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return new RecordRef(KIND, owner.value());
        }
    }
}
