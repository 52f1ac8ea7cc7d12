package uk.slipway.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of packs: for each meeting the one with what is restricted, and the one without. */
@Component
class MeetingPacks {

    private final JdbcClient jdbc;

    MeetingPacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Pack> latest(MeetingId meeting, boolean restricted) {
        return jdbc.sql("select number, fingerprint, parts, changed, pages, built_at from meeting_pack where meeting_id ="
                        + " :meeting and restricted = :restricted")
                .param("meeting", meeting.value())
                .param("restricted", restricted)
                .query((row, any) -> new Pack(
                        row.getInt("number"),
                        row.getString("fingerprint"),
                        row.getString("parts"),
                        row.getString("changed"),
                        row.getInt("pages"),
                        row.getTimestamp("built_at").toInstant()))
                .optional();
    }

    byte[] content(MeetingId meeting, boolean restricted) {
        return jdbc.sql("select content from meeting_pack where meeting_id = :meeting and restricted = :restricted")
                .param("meeting", meeting.value())
                .param("restricted", restricted)
                .query((row, any) -> row.getBytes("content"))
                .single();
    }

    /** Keeps the version in the place of the one before it. */
    void keep(MeetingId meeting, boolean restricted, Pack pack, byte[] content) {
        jdbc.sql("""
            insert into meeting_pack (meeting_id, restricted, number, fingerprint, parts, changed, pages, built_at, content)
            values (:meeting, :restricted, :number, :fingerprint, :parts, :changed, :pages, :at, :content)
            on conflict (meeting_id, restricted) do update set number = excluded.number, fingerprint = excluded.fingerprint,
                parts = excluded.parts, changed = excluded.changed, pages = excluded.pages, built_at = excluded.built_at,
                content = excluded.content
            """)
                .param("meeting", meeting.value())
                .param("restricted", restricted)
                .param("number", pack.number())
                .param("fingerprint", pack.fingerprint())
                .param("parts", pack.parts())
                .param("changed", pack.changed())
                .param("pages", pack.pages())
                .param("at", pack.builtAt().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }

    /** One line for each item and each paper that a pack is made of. */
    static String parts(List<AgendaItem> items, List<Paper> papers) {
        return Stream.concat(
                        items.stream().map(item -> "the item “" + item.title() + "”"),
                        papers.stream()
                                .filter(paper -> paper.removedAt() == null)
                                .map(paper -> "the paper “" + paper.title() + "”"))
                .map(line -> line.replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    /** Changes when, and only when, something that the pack shows changes. */
    static String fingerprint(Meeting meeting, List<AgendaItem> items, List<Paper> papers) {
        var of = new StringBuilder()
                .append(meeting.title())
                .append(meeting.on())
                .append(meeting.starts())
                .append(meeting.place());
        for (var item : items) {
            of.append('\n')
                    .append(item.id().value())
                    .append(item.kind())
                    .append(item.title())
                    .append(item.note())
                    .append(item.leadName())
                    .append(item.minutesAllotted())
                    .append(item.restricted());
        }
        for (var paper : papers) {
            if (paper.removedAt() == null) {
                of.append('\n').append(paper.id()).append(paper.sha256());
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(of.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
