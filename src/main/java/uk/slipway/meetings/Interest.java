package uk.slipway.meetings;

import java.time.Instant;
import uk.slipway.partnership.Declarer;
import uk.slipway.partnership.MembershipId;

/** A member's interest in one item; they have withdrawn from it. */
record Interest(AgendaItemId item, MembershipId member, String who, String words, Instant at, Declarer declaredBy) {}
