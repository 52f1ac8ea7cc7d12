package uk.slipway.peerchallenge;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.AppointmentKind;
import uk.slipway.region.LocalAuthorityId;

/**
 * A person's place on a forum's panel.
 *
 * @param account who
 * @param name their name when they joined
 * @param part peer, education specialist, social care lead, facilitator or note taker
 * @param authority the authority a peer comes from, else null
 * @param since the day they joined
 * @param acceptedBecause why they were chosen although a rule speaks against it
 */
@Embeddable
record PanelSeat(
        @Embedded @AttributeOverride(name = "value", column = @Column(name = "account_id"))
        AccountId account,

        String name,
        @Enumerated(EnumType.STRING) AppointmentKind part,

        @Embedded @AttributeOverride(name = "value", column = @Column(name = "from_authority_id")) @Nullable
        LocalAuthorityId authority,

        LocalDate since,
        @Nullable String acceptedBecause) {}
