package uk.slipway.peerchallenge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.region.LocalAuthorityId;

/**
 * A key line of enquiry as its readers see it.
 *
 * @param id its id
 * @param about the authority it is about
 * @param authorityName that authority's name
 * @param gss that authority's code
 * @param area the judgement area's name, or null
 * @param text what Ofsted asks to look at
 * @param sentBy who sent it
 * @param sentAt when
 * @param outcome what the data group did with it, or null while it waits
 */
record KeyLine(
        UUID id,
        LocalAuthorityId about,
        String authorityName,
        String gss,
        @Nullable String area,
        String text,
        String sentBy,
        Instant sentAt,
        @Nullable String outcome) {}
