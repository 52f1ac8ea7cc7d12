package uk.slipway.annualconversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.headlines.SharedHeadline;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;

/**
 * One thing to talk about.
 *
 * @param id what points at it when something is made from it
 * @param headlineId the shared headline it was made from, or null for one that somebody added
 * @param heading what the headline is, in a few words, or null
 * @param text the words as they were shared, or as added; 1 to 500 characters
 */
@Embeddable
record AgendaItem(
        UUID id,
        @Column(name = "headline_id") @Nullable UUID headlineId,
        @Nullable String heading,
        String text) {

    static final String KIND = "agenda-item";

    /** Made from a shared headline. */
    static AgendaItem from(SharedHeadline headline) {
        return new AgendaItem(Uuid7.next(), headline.id().value(), headline.heading(), headline.text());
    }

    /** Added by one of the two. */
    static AgendaItem added(String text) {
        return new AgendaItem(Uuid7.next(), null, null, text);
    }

    /** Whether it is the same thing to talk about, whenever it was put on the agenda. */
    boolean saysTheSameAs(AgendaItem other) {
        return Objects.equals(headlineId, other.headlineId)
                && Objects.equals(heading, other.heading)
                && text.equals(other.text);
    }

    /** The item as the golden thread knows it. */
    RecordRef ref() {
        return new RecordRef(KIND, id);
    }
}
