package uk.slipway.headlines;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.sharing.MaySee;

/** What authorities do well, in words both sides accepted: for the room that finds help. Joins the caller's transaction. */
@Component
public class AgreedStrengths {

    /** More than these are not offered. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final MaySee maySee;

    AgreedStrengths(JdbcClient jdbc, MaySee maySee) {
        this.jdbc = jdbc;
        this.maySee = maySee;
    }

    /**
     * An agreed strength.
     *
     * @param area the judgement area it is about, or null
     */
    public record Strength(
            HeadlineId id,
            LocalAuthorityId authority,
            AcademicYear year,
            @Nullable String area,
            String text) {}

    /** The agreed strengths that a viewer may see, newest first, in one statement. */
    public List<Strength> seenBy(Viewer viewer) {
        return jdbc.sql("""
            select h.id, h.authority_id, h.year_starts_in, h.area_name, h.text from headline h
            where h.kind = 'STRENGTH' and h.state = 'AGREED' and %s
            order by h.year_starts_in desc, h.id desc limit %d
            """.formatted(maySee.of("h"), MOST))
                .params(maySee.parameters(viewer))
                .query((row, number) -> new Strength(
                        new HeadlineId(row.getObject("id", UUID.class)),
                        new LocalAuthorityId(row.getObject("authority_id", UUID.class)),
                        new AcademicYear(row.getInt("year_starts_in")),
                        row.getString("area_name"),
                        row.getString("text")))
                .list();
    }
}
