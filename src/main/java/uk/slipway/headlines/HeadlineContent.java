package uk.slipway.headlines;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a headline says.
 *
 * @param kind strength or area for development
 * @param areaCode the judgement area's code in the cycle's scheme, or null for one that crosses them
 * @param areaName the area's name as that scheme has it
 * @param text the words, 1 to 500 characters
 * @param evidence what it rests on, up to 2,000 characters, or null
 * @param tags theme tags in lower case, at most 8 of at most 40 characters
 */
record HeadlineContent(
        HeadlineKind kind,
        @Nullable String areaCode,
        @Nullable String areaName,
        String text,
        @Nullable String evidence,
        Set<String> tags) {

    HeadlineContent {
        tags = Set.copyOf(tags);
    }
}
