package uk.slipway.fosteringprotocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.WorkingCalendar;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;

/**
 * One version of a region's protocol. What the region has not set is null; nobody fills it in for it.
 *
 * @param number 1, 2, 3 …
 * @param issued false for the draft that the commissioner writes
 * @param terms what it says
 * @param inForceOn from which day, or null for a draft
 * @param signatories who has signed it, by day
 */
public record Protocol(
        ProtocolId id,
        long version,
        RegionCode region,
        int number,
        boolean issued,
        Terms terms,
        @Nullable LocalDate inForceOn,
        Instant changedAt,
        String changedBy,
        List<Signatory> signatories) {

    /** An authority that has signed. */
    public record Signatory(LocalAuthorityId authority, LocalDate signedOn) {}

    /**
     * What a protocol says.
     *
     * @param text Markdown
     * @param approvals who approves what
     * @param escalation what happens when something is late or disputed
     * @param limits what answers and clocks go by
     * @param keepClosedDays days after which a closed referral is deleted to statistics, or null: kept until it is set
     * @param keepEndedDays days after which an ended placement is deleted to statistics, or null: kept until it is set
     * @param allowance pounds a week to the carer for the child, or null
     * @param fee pounds a week to the carer for the care, or null
     * @param support pounds a week of support, or null
     * @param management pounds a week to the fostering authority, or null
     */
    public record Terms(
            String text,
            String approvals,
            String escalation,
            Limits limits,
            @Nullable Integer keepClosedDays,
            @Nullable Integer keepEndedDays,
            @Nullable BigDecimal allowance,
            @Nullable BigDecimal fee,
            @Nullable BigDecimal support,
            @Nullable BigDecimal management) {}

    /**
     * What answers and clocks go by in one version. What the region has not set is null.
     *
     * @param offerDays working days from circulation within which a fostering service answers
     * @param decisionDays working days from an offer within which the placing authority decides
     * @param emergencyAreaDays working days from the approval of an emergency within which the area authority is notified or
     *     consulted; regulation 11(3), whose text could not be read
     * @param before who is told before something is due
     * @param after who is told once it is late
     */
    public record Limits(
            @Nullable Integer offerDays,
            @Nullable Integer decisionDays,
            @Nullable Integer emergencyAreaDays,
            @Nullable Call before,
            @Nullable Call after) {

        /** Where the region has set nothing. */
        public static final Limits UNSET = new Limits(null, null, null, null, null);
    }

    /**
     * Who is told, and how many working days before or after the day something is due.
     *
     * @param people never empty
     */
    public record Call(int days, Set<Told> people) {
        public Call {
            people = Collections.unmodifiableSet(EnumSet.copyOf(people));
        }

        /** Whether so few working days are left, on a day that is not after the one it is due. */
        public boolean isNowBefore(LocalDate due, LocalDate today, WorkingCalendar calendar) {
            return !today.isAfter(due) && calendar.between(today, due) <= days;
        }

        /** Whether so many working days have gone since the day it was due. */
        public boolean isNowAfter(LocalDate due, LocalDate today, WorkingCalendar calendar) {
            return today.isAfter(due) && calendar.between(due, today) >= days;
        }
    }

    /** A version by its region and number, as referrals and placements carry it. */
    public record Version(RegionCode region, int number) {}

    /** What stands where the region has not decided. */
    public static final String TO_BE_SET = "To be set by the region";

    static RecordRef refOf(ProtocolId id) {
        return new RecordRef("fostering-protocol", id.value());
    }

    /** Something was done with the protocol. */
    record Happened(ProtocolId protocol, String inWords, Instant at) implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(protocol);
        }

        @Override
        public @Nullable LocalAuthorityId authority() {
            return null;
        }
    }
}
