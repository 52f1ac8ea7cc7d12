package uk.slipway.headlines;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.slipway.accounts.AccountId;
import uk.slipway.kernel.Uuid7;

/**
 * Everything that stands typed on the page of the day. One button saves one part of it; what the other parts hold comes
 * along, so that it is there again on the next page, saved or not. A part without its version shows what is saved.
 *
 * @param id of the headline to be made, made when the page was rendered
 */
record CaptureForm(
        @Nullable UUID id,
        @Nullable HeadlineKind kind,
        @Nullable String area,
        @Nullable String text,
        @Nullable String evidence,
        @Nullable String tags,
        @Nullable String from,
        @Nullable Long notesVersion,
        @Nullable String notes,
        @Nullable Long attendanceVersion,
        @Nullable List<UUID> present,
        @Nullable String others)
        implements Serializable {

    static CaptureForm empty() {
        return new CaptureForm(Uuid7.next(), null, null, null, null, null, null, null, null, null, null, null);
    }

    HeadlineForm headline() {
        return new HeadlineForm(id, null, kind, area, text, evidence, tags, from);
    }

    /** Whether words of a headline stand there, which stay in sight even where the forum takes none any more. */
    public boolean typesHeadline() {
        return text != null && !text.isBlank() || evidence != null && !evidence.isBlank();
    }

    CaptureForm withoutHeadline() {
        return new CaptureForm(
                Uuid7.next(),
                null,
                null,
                null,
                null,
                null,
                null,
                notesVersion,
                notes,
                attendanceVersion,
                present,
                others);
    }

    CaptureForm withoutNotes() {
        return new CaptureForm(
                id, kind, area, text, evidence, tags, from, null, null, attendanceVersion, present, others);
    }

    CaptureForm withoutAttendance() {
        return new CaptureForm(id, kind, area, text, evidence, tags, from, notesVersion, notes, null, null, null);
    }

    String notesTyped() {
        return notes == null ? "" : notes;
    }

    String othersTyped() {
        return others == null ? "" : others.strip();
    }

    Set<AccountId> presentTyped() {
        return present == null ? Set.of() : present.stream().map(AccountId::new).collect(Collectors.toSet());
    }
}
