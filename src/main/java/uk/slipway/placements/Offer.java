package uk.slipway.placements;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.vacancies.VacancyId;

/**
 * A fostering service's answer to a referral.
 *
 * @param content what it says
 * @param score what the matcher made of it when it was offered, 0 to 100
 * @param scoreWords the score's parts
 * @param reason why it was withdrawn or declined, or null
 * @param reasonWords what was added to the reason, or null
 */
record Offer(
        OfferId id,
        long version,
        ReferralId referral,
        LocalAuthorityId placing,
        LocalAuthorityId fostering,
        LocalAuthorityId area,
        VacancyId vacancy,
        String carerReference,
        OfferState state,
        Content content,
        int score,
        String scoreWords,
        AccountId supervisingWorker,
        Instant offeredAt,
        @Nullable String reason,
        @Nullable String reasonWords,
        @Nullable AccountId proposedBy,
        @Nullable String proposedBecause) {

    /**
     * What is offered.
     *
     * @param packageWords the support that comes with it
     * @param rationale why this home matches
     * @param gaps what it does not meet, and what is done about that
     */
    record Content(LocalDate startOn, WeeklyCost cost, String packageWords, String rationale, String gaps) {}

    /** Who has to consent to a proposed match. */
    record Consent(
            java.util.UUID id,
            OfferId offer,
            LocalAuthorityId authority,
            Kind kind,
            Answer answer,
            @Nullable String words,
            @Nullable String by,
            @Nullable Instant at) {
        enum Kind {
            FOSTERING_SERVICE("The carer’s fostering service"),
            CHILD_IN_THE_HOME("An authority with a child in the home");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            String inWords() {
                return words;
            }
        }

        enum Answer {
            ASKED("Not answered yet"),
            GIVEN("Consents"),
            REFUSED("Does not consent");

            private final String words;

            Answer(String words) {
                this.words = words;
            }

            String inWords() {
                return words;
            }
        }
    }
}
