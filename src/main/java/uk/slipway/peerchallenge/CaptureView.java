package uk.slipway.peerchallenge;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.slipway.cycles.CycleId;
import uk.slipway.region.LocalAuthorityId;

/**
 * What is captured at a forum, for the one page of its day.
 *
 * @param forum the forum
 * @param authority whose forum
 * @param authorityName that authority's name
 * @param cycle in which cycle
 * @param year the academic year, such as {@code 2026/27}
 * @param date its day, or null
 * @param state how far it is
 * @param panel who sits on the panel, and whether they were there
 * @param others who else was there, one name in each line
 * @param attendanceVersion the version to send back with the attendance; -1 before the first
 * @param notes the notes, Markdown
 * @param notesVersion the version to send back with the notes; -1 before the first
 * @param notesSaved who saved the notes last, and when, in words; or null
 * @param mayWrite whether the viewer may write it
 */
public record CaptureView(
        ForumId forum,
        LocalAuthorityId authority,
        String authorityName,
        CycleId cycle,
        String year,
        @Nullable LocalDate date,
        ForumState state,
        List<Attendee> panel,
        String others,
        long attendanceVersion,
        String notes,
        long notesVersion,
        @Nullable String notesSaved,
        boolean mayWrite) {

    /**
     * A person of the panel.
     *
     * @param account their account's id, as the form sends it
     * @param name their name
     * @param part their part, in words, with a peer's authority
     * @param present whether they were there
     */
    public record Attendee(UUID account, String name, String part, boolean present) {}
}
