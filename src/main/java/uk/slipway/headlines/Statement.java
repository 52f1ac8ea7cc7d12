package uk.slipway.headlines;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import uk.slipway.accounts.Viewer;

/**
 * Something said about a headline: a wording proposed, or a comment.
 *
 * @param actId made when the form was rendered, so that the same form sent twice says it once
 * @param side whose it is
 * @param text the words
 * @param at when
 * @param byName by whom
 * @param byActing the role they acted in, in words
 */
@Embeddable
record Statement(
        @Column(name = "act_id") UUID actId,
        @Enumerated(EnumType.STRING) Side side,
        String text,
        Instant at,
        @Column(name = "by_name") String byName,
        @Column(name = "by_acting") String byActing) {

    static Statement of(UUID actId, Side side, String text, Instant at, Viewer by) {
        return new Statement(actId, side, text, at, by.name(), by.actingAs());
    }
}
