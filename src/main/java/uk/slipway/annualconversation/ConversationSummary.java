package uk.slipway.annualconversation;

import java.time.LocalDate;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * That there is a conversation, when, and how far it is: all that the regional team sees, and what home pages show.
 *
 * @param id identifies it
 * @param authority whose it is
 * @param cycle the year's cycle
 * @param remit what it is about
 * @param date the day it is planned for, or was held on
 * @param state how far it is
 */
public record ConversationSummary(
        ConversationId id,
        LocalAuthorityId authority,
        CycleId cycle,
        Remit remit,
        LocalDate date,
        ConversationState state) {}
