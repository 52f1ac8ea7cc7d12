package uk.slipway.headlines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.cycles.CycleCalendar;
import uk.slipway.cycles.CycleId;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.kernel.UseCase;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.region.RegionCode;
import uk.slipway.sharing.Audience;
import uk.slipway.sharing.MaySee;
import uk.slipway.sharing.Shares;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;
import uk.slipway.web.Option;
import uk.slipway.web.Words;

/** The regional manager's headlines: drafted from agreed ones without naming an authority, published in the region. */
@UseCase
class WriteRegionalHeadlines {

    private static final Words WORDS = new Words();
    private static final int MOST = 500;

    private final RegionalHeadlines regional;
    private final JdbcClient jdbc;
    private final MaySee maySee;
    private final CycleCalendar calendar;
    private final LocalAuthorities authorities;
    private final Shares shares;
    private final Clock clock;

    WriteRegionalHeadlines(
            RegionalHeadlines regional,
            JdbcClient jdbc,
            MaySee maySee,
            CycleCalendar calendar,
            LocalAuthorities authorities,
            Shares shares,
            Clock clock) {
        this.regional = regional;
        this.jdbc = jdbc;
        this.maySee = maySee;
        this.calendar = calendar;
        this.authorities = authorities;
        this.shares = shares;
        this.clock = clock;
    }

    record ListPage(List<Row> rows, boolean mayDraft) {
        record Row(
                UUID id,
                long version,
                String year,
                String kind,
                String theme,
                String text,
                String state,
                String basis,
                List<String> named,
                @Nullable String published) {
            public boolean draft() {
                return "DRAFT".equals(state);
            }

            public boolean standsPublished() {
                return "PUBLISHED".equals(state);
            }
        }
    }

    /** What is published in the viewer's region; the regional team sees its drafts too. One statement. */
    ListPage list(Viewer viewer) {
        var region = viewer.region();
        var rows = jdbc.sql("""
            select r.id, r.version, r.year_starts_in, r.kind, r.theme, r.text, r.state, r.published_at,
                   count(s.headline_id) as headlines, count(distinct h.authority_id) as authorities
            from regional_headline r left join regional_headline_source s on s.regional_headline_id = r.id
              left join headline h on h.id = s.headline_id
            where %s and r.state <> 'WITHDRAWN' and (cast(:region as text) is null or r.region_code = :region)
            group by r.id order by r.year_starts_in desc, r.state, r.kind desc, r.theme, r.id limit :most
            """.formatted(maySee.of("r")))
                .params(maySee.parameters(viewer))
                .param("region", region == null ? null : region.value())
                .param("most", MOST)
                .query((row, number) -> {
                    var published = row.getTimestamp("published_at");
                    var state = row.getString("state");
                    return new ListPage.Row(
                            row.getObject("id", UUID.class),
                            row.getLong("version"),
                            new AcademicYear(row.getInt("year_starts_in")).label(),
                            HeadlineKind.valueOf(row.getString("kind")).inWords(),
                            row.getString("theme"),
                            row.getString("text"),
                            state,
                            "Rests on "
                                    + WORDS.count(row.getInt("headlines"), "agreed headline", "agreed headlines")
                                    + " of " + WORDS.count(row.getInt("authorities"), "authority", "authorities"),
                            "DRAFT".equals(state) && region != null
                                    ? named(region, row.getString("theme") + " " + row.getString("text"))
                                    : List.of(),
                            published == null ? null : WORDS.date(published.toInstant()));
                })
                .list();
        return new ListPage(rows, viewer.is(Role.REGIONAL_MANAGER));
    }

    record EditPage(
            String title,
            String year,
            @Nullable UUID id,
            List<Option> kinds,
            List<Option> sources,
            List<String> named) {}

    /** The form for a new one of the current year. */
    EditPage begin(Viewer viewer) {
        var region = requireManager(viewer);
        var cycle = calendar.current(region).orElseThrow(NotFound::new);
        return page(viewer, cycle.id(), cycle.year(), null, List.of());
    }

    /** The form for a draft. */
    EditPage edit(Viewer viewer, UUID id) {
        var headline = require(viewer, id);
        return page(
                viewer,
                headline.cycle(),
                headline.year(),
                id,
                named(headline.region(), headline.theme() + " " + headline.text()));
    }

    RegionalHeadlineForm formOf(Viewer viewer, UUID id) {
        var headline = require(viewer, id);
        return new RegionalHeadlineForm(
                id,
                headline.version(),
                headline.kind(),
                headline.theme(),
                headline.text(),
                headline.sources().stream()
                        .map(source -> source.value().toString())
                        .toList());
    }

    /**
     * Drafts or changes one; the same new id a second time changes nothing.
     *
     * @return the names or codes of authorities that the text gives away, none when it gives nobody away
     */
    List<String> save(Viewer viewer, UUID id, @Nullable Long version, RegionalHeadlineForm form) {
        var region = requireManager(viewer);
        var theme = form.themeTyped();
        var text = form.textTyped();
        var existing = regional.findById(new RegionalHeadline.Id(id));
        if (existing.isPresent()) {
            var headline = require(viewer, id);
            if (version == null) {
                return named(region, theme + " " + text);
            }
            if (headline.version() != version || headline.state() != RegionalHeadline.State.DRAFT) {
                throw new EditConflict();
            }
            headline.revise(
                    form.kindTyped(),
                    theme,
                    text,
                    agreedAmong(viewer, headline.cycle(), form.sources()),
                    clock.instant());
            regional.save(headline);
        } else {
            var cycle = calendar.current(region).orElseThrow(NotFound::new);
            regional.save(RegionalHeadline.draft(
                    new RegionalHeadline.Id(id),
                    viewer.organisation(),
                    region,
                    cycle.id(),
                    cycle.year(),
                    form.kindTyped(),
                    theme,
                    text,
                    agreedAmong(viewer, cycle.id(), form.sources()),
                    clock.instant()));
        }
        return named(region, theme + " " + text);
    }

    /**
     * Publishes a draft to everybody who can sign in; a second time changes nothing.
     *
     * @throws AnAuthorityIsNamed when the words give an authority away
     */
    void publish(Viewer viewer, UUID id, long version) {
        var headline = require(viewer, id);
        if (headline.state() == RegionalHeadline.State.PUBLISHED) {
            return;
        }
        if (headline.version() != version || headline.state() != RegionalHeadline.State.DRAFT) {
            throw new EditConflict();
        }
        var named = named(headline.region(), headline.theme() + " " + headline.text());
        if (!named.isEmpty()) {
            throw new AnAuthorityIsNamed(named);
        }
        headline.publish(clock.instant());
        regional.save(headline);
        shares.show(
                headline.ref(),
                null,
                Audience.EVERYONE,
                null,
                "Everybody in the region who can sign in reads it. No authority is named.",
                viewer);
    }

    /** Withdraws one with a reason. */
    void withdraw(Viewer viewer, UUID id, String because) {
        var headline = require(viewer, id);
        headline.withdraw(because, clock.instant());
        regional.save(headline);
        shares.of(headline.ref()).stream()
                .filter(share -> share.endedAt() == null)
                .forEach(share -> shares.end(share.id(), because, viewer));
    }

    private EditPage page(Viewer viewer, CycleId cycle, AcademicYear year, @Nullable UUID id, List<String> named) {
        return new EditPage(
                (id == null ? "Draft a regional headline, " : "Change a regional headline, ") + year.label(),
                year.label(),
                id,
                List.of(
                        Option.of("STRENGTH", HeadlineKind.STRENGTH.inWords()),
                        Option.of("AREA_FOR_DEVELOPMENT", HeadlineKind.AREA_FOR_DEVELOPMENT.inWords())),
                agreed(viewer, cycle),
                named);
    }

    private List<Option> agreed(Viewer viewer, CycleId cycle) {
        return jdbc.sql("select h.id, h.authority_id, h.kind, h.area_name, h.text from headline h where h.cycle_id ="
                        + " :cycle and h.state = 'AGREED' and " + maySee.of("h")
                        + " order by h.kind desc, h.area_name, h.id limit "
                        + MOST)
                .params(maySee.parameters(viewer))
                .param("cycle", cycle.value())
                .query((row, number) -> new Option(
                        row.getString("id"),
                        row.getString("text"),
                        authorities
                                        .get(new LocalAuthorityId(row.getObject("authority_id", UUID.class)))
                                        .label()
                                + ", "
                                + HeadlineKind.valueOf(row.getString("kind"))
                                        .inWords()
                                        .toLowerCase(Locale.UK)
                                + (row.getString("area_name") == null ? "" : ", " + row.getString("area_name"))))
                .list();
    }

    private Set<HeadlineId> agreedAmong(Viewer viewer, CycleId cycle, @Nullable List<String> chosen) {
        var ids = new HashSet<HeadlineId>();
        if (chosen != null && !chosen.isEmpty()) {
            for (var option : agreed(viewer, cycle)) {
                if (chosen.contains(option.value())) {
                    ids.add(new HeadlineId(UUID.fromString(option.value())));
                }
            }
        }
        return ids;
    }

    private RegionalHeadline require(Viewer viewer, UUID id) {
        var region = requireManager(viewer);
        return regional.findById(new RegionalHeadline.Id(id))
                .filter(headline -> headline.region().equals(region))
                .orElseThrow(NotFound::new);
    }

    private static RegionCode requireManager(Viewer viewer) {
        var region = viewer.region();
        if (!viewer.is(Role.REGIONAL_MANAGER) || region == null) {
            throw new NotYours();
        }
        return region;
    }

    /** The authorities of the region that a text gives away by name or code. */
    private List<String> named(RegionCode region, String text) {
        var named = new ArrayList<String>();
        for (var authority : authorities.in(region, LondonTime.today(clock))) {
            var given = List.of(
                    authority.name(), authority.name().replace(".", ""), authority.gssCode(), authority.dfeCode());
            if (given.stream()
                    .anyMatch(word -> Pattern.compile(
                                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(text)
                            .find())) {
                named.add(authority.name());
            }
        }
        return named;
    }

    /** The words of a regional headline give an authority away. */
    static class AnAuthorityIsNamed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> names;

        AnAuthorityIsNamed(List<String> names) {
            this.names = List.copyOf(names);
        }

        List<String> names() {
            return names;
        }
    }
}
