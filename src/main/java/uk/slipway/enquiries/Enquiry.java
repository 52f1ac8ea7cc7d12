package uk.slipway.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.audit.Recordable;
import uk.slipway.kernel.RecordRef;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.OrganisationId;

/**
 * Somebody's question whether they could foster, without what is known of the person.
 *
 * @param reference what the person was told it is called
 * @param authority who holds it, is asked to, or null while only the front door sees it
 * @param frontDoor the regional team that runs the front door it came through
 * @param livesIn the authority the person said they live in, or null where they were not sure
 * @param destination the authority it is to go to, or null while that is not known
 * @param baton who has to act
 * @param stageDueOn by when it is to leave its stage, or null where the region has set no standard
 * @param heldBecause why it is held apart as perhaps no person's, or null
 * @param campaign the campaign whose link was followed, by name, or null
 * @param handler who works on it, by name, or null
 * @param notice the number of the privacy notice the person was shown, or null
 */
record Enquiry(
        UUID id,
        long version,
        String reference,
        @Nullable LocalAuthorityId authority,
        OrganisationId frontDoor,
        @Nullable LocalAuthorityId livesIn,
        @Nullable LocalAuthorityId destination,
        Side baton,
        EnquiryStage stage,
        @Nullable LocalDate stageDueOn,
        Channel channel,
        @Nullable String campaign,
        Instant receivedAt,
        @Nullable String heldBecause,
        @Nullable UUID handlerId,
        @Nullable String handler,
        @Nullable NextAction nextAction,
        @Nullable LocalDate nextActionDue,
        @Nullable LocalDate dueOn,
        @Nullable ExitReason exit,
        @Nullable LocalDate exitedOn,
        @Nullable Integer notice) {

    static final String KIND = "enquiry";

    static RecordRef refOf(UUID id) {
        return new RecordRef(KIND, id);
    }

    boolean isOpen() {
        return exit == null && stage != EnquiryStage.APPROVED;
    }

    boolean isLate(LocalDate today) {
        return isOpen() && dueOn != null && dueOn.isBefore(today);
    }

    Happened happened(String what, Instant at) {
        return new Happened(id, authority, what, at);
    }

    /** Something was done with an enquiry. The words never say who the person is. */
    record Happened(UUID enquiry, @Nullable LocalAuthorityId authority, String inWords, Instant at)
            implements Recordable {
        @Override
        public RecordRef record() {
            return refOf(enquiry);
        }
    }
}
