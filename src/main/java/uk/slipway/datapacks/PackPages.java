package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.audit.TrailEntry;
import uk.slipway.cycles.CycleView;
import uk.slipway.indicators.ComparedFigure;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.indicators.FigureSpeech;
import uk.slipway.indicators.Polarity;
import uk.slipway.indicators.SmallPicture;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.web.Crumb;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Option;
import uk.slipway.web.TimelineEntry;
import uk.slipway.web.Words;

/** What the pages of packs say. */
@Component
class PackPages {

    private static final Words WORDS = new Words();
    private static final int HISTORY = 40;

    private final LocalAuthorities authorities;

    PackPages(LocalAuthorities authorities) {
        this.authorities = authorities;
    }

    record ListPage(
            String title,
            @Nullable String year,
            boolean team,
            boolean mayPrepare,
            List<Option> indicators,
            int prepared,
            List<Row> rows,
            String rule) {}

    record Row(UUID id, String name, String year, String state, String tag, String words, String due) {}

    record PackPage(
            UUID id,
            String title,
            String authority,
            String year,
            String state,
            String tag,
            String lead,
            String frozen,
            List<Line> strengths,
            List<Line> challenges,
            List<Difference> differences,
            List<Group> groups,
            int open,
            boolean prepared,
            boolean team,
            boolean owner,
            boolean mayAgreeOpen,
            boolean mayAgree,
            boolean mayIssue,
            String rule,
            List<String> agreements,
            List<TimelineEntry> history,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    /** A strength or challenge; address is null where the viewer does not word it. */
    record Line(String words, String because, @Nullable String address) {}

    record Difference(String name, String published, String own, String reason, String answer, String address) {}

    record Group(String name, List<Card> cards) {}

    record Card(
            String name,
            String address,
            String finding,
            @Nullable SmallPicture picture,
            String beside,
            String place,
            String state,
            String tag,
            @Nullable String said) {}

    record FigurePage(
            UUID pack,
            UUID id,
            String title,
            String name,
            String authority,
            String year,
            String state,
            String tag,
            long version,
            boolean issued,
            String published,
            String finding,
            List<Fact> facts,
            String unit,
            @Nullable Said query,
            @Nullable Said answer,
            @Nullable Line proposal,
            boolean dropped,
            boolean mayAgree,
            String agreeWords,
            boolean mayQuery,
            boolean mayDisagree,
            boolean mayAnswer,
            boolean mayWord,
            List<Option> answers,
            List<String> whoCanSee,
            List<Crumb> crumbs) {}

    record Fact(String name, String words) {}

    record Said(String figure, String words, String who, String when) {}

    ListPage list(
            Viewer viewer,
            List<PackRows.Counted> found,
            @Nullable CycleView cycle,
            List<ComparedFigures.Choice> choices,
            LocalDate today) {
        boolean team = viewer.isOfTheRegionalTeam();
        var have = found.stream()
                .filter(counted -> cycle != null && counted.pack().cycle().equals(cycle.id()))
                .map(counted -> counted.pack().authority())
                .toList();
        boolean lacking = cycle != null
                && authorities.in(cycle.region(), today).stream().anyMatch(each -> !have.contains(each.id()));
        return new ListPage(
                "Data packs" + (cycle == null ? "" : ", " + cycle.year().label()),
                cycle == null ? null : cycle.year().label(),
                team,
                team && lacking,
                choices.stream()
                        .map(choice -> new Option(choice.id().value().toString(), choice.name(), choice.grouping()))
                        .toList(),
                (int) found.stream()
                        .filter(counted -> counted.pack().state() == PackState.PREPARED)
                        .count(),
                found.stream()
                        .map(counted -> row(counted, today))
                        .sorted(Comparator.comparing(Row::year).reversed().thenComparing(Row::name))
                        .toList(),
                FindingRule.IN_WORDS);
    }

    private Row row(PackRows.Counted counted, LocalDate today) {
        var pack = counted.pack();
        var parts = new ArrayList<String>();
        if (counted.queried() > 0) {
            parts.add(counted.queried() + " queried");
        }
        if (counted.answered() > 0) {
            parts.add(counted.answered() + " answered");
        }
        if (counted.open() > 0) {
            parts.add(counted.open() + " not agreed yet");
        }
        if (counted.notAgreed() > 0) {
            parts.add(WORDS.count(counted.notAgreed(), "disagreement", "disagreements"));
        }
        parts.add(counted.agreed() + " of " + counted.figures() + " agreed");
        boolean late = pack.authorityAgreedAt() == null && pack.dueOn().isBefore(today);
        return new Row(
                pack.id(),
                authorities.get(pack.authority()).label(),
                pack.year().label(),
                state(pack),
                tag(pack),
                String.join(", ", parts),
                pack.authorityAgreedAt() != null
                        ? "Agreed by the authority"
                        : (late ? "Late: due " : "Due ") + WORDS.shortDate(pack.dueOn()));
    }

    private static String state(DataPack pack) {
        return switch (pack.state()) {
            case PREPARED -> "Prepared, not issued yet";
            case ISSUED ->
                pack.authorityAgreedAt() != null
                        ? "Waits for the region to agree"
                        : pack.regionAgreedAt() != null ? "Waits for the authority to agree" : "Issued";
            case AGREED -> "Agreed by both sides";
        };
    }

    private static String tag(DataPack pack) {
        return switch (pack.state()) {
            case PREPARED -> "govuk-tag--grey";
            case ISSUED -> "govuk-tag--blue";
            case AGREED -> "govuk-tag--green";
        };
    }

    PackPage pack(Viewer viewer, ShowPack.Shown shown) {
        var pack = shown.pack();
        var authority = authorities.get(pack.authority());
        boolean team = viewer.isOfTheRegionalTeam();
        boolean owner = owns(viewer, pack);
        boolean prepared = pack.state() == PackState.PREPARED;
        var groups = new LinkedHashMap<String, List<Card>>();
        shown.figures()
                .forEach(figure -> groups.computeIfAbsent(figure.figure().grouping(), any -> new ArrayList<>())
                        .add(card(pack, figure, authority.name())));
        int open = (int) shown.figures().stream()
                .filter(figure -> figure.state() == FigureState.OPEN)
                .count();
        boolean settled =
                shown.figures().stream().allMatch(figure -> figure.state().isSettled());
        return new PackPage(
                pack.id(),
                "Data pack: " + authority.name() + ", " + pack.year().label(),
                authority.name(),
                pack.year().label(),
                state(pack),
                tag(pack),
                lead(pack, shown.figures(), authority.name()),
                "Figures as published by " + WORDS.date(pack.frozenOn()) + ". Later releases do not change the pack.",
                lines(pack, shown.figures(), Finding.STRENGTH, team && prepared),
                lines(pack, shown.figures(), Finding.CHALLENGE, team && prepared),
                shown.figures().stream()
                        .filter(figure -> figure.state() == FigureState.NOT_AGREED)
                        .map(figure -> difference(pack, figure))
                        .toList(),
                groups.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), entry.getValue()))
                        .toList(),
                open,
                prepared,
                team,
                owner,
                owner && open > 0,
                !prepared
                        && settled
                        && (owner && pack.authorityAgreedAt() == null || team && pack.regionAgreedAt() == null),
                team && prepared,
                FindingRule.IN_WORDS,
                agreements(pack, authority.name()),
                shown.trail().stream().limit(HISTORY).map(PackPages::happened).toList(),
                whoCanSee(pack, authority.name()),
                List.of(new Crumb("Data packs", "/packs")));
    }

    private static boolean owns(Viewer viewer, DataPack pack) {
        return viewer.worksFor(pack.authority()) && (viewer.is(Role.LA_OFFICER) || viewer.is(Role.DIRECTOR));
    }

    private static TimelineEntry happened(TrailEntry entry) {
        return new TimelineEntry(
                WORDS.moment(entry.at()),
                entry.actingAs() == null ? entry.who() : entry.who() + ", " + entry.actingAs(),
                Character.toUpperCase(entry.what().charAt(0)) + entry.what().substring(1));
    }

    private static String lead(DataPack pack, List<PackFigure> figures, String authority) {
        if (pack.state() == PackState.PREPARED) {
            return "Only the regional team sees this pack. Word or drop what is proposed, then issue it.";
        }
        if (pack.state() == PackState.AGREED) {
            long differ = count(figures, FigureState.NOT_AGREED);
            return "Both sides have agreed this pack"
                    + (differ == 0
                            ? "."
                            : ", with " + WORDS.count(differ, "disagreement", "disagreements") + " kept in it.");
        }
        long queried = count(figures, FigureState.QUERIED);
        long answered = count(figures, FigureState.ANSWERED);
        long open = count(figures, FigureState.OPEN);
        if (queried > 0) {
            return authority + " queried " + WORDS.count(queried, "figure", "figures")
                    + ". The regional team has not answered yet.";
        }
        if (answered > 0) {
            return "The regional team answered " + WORDS.count(answered, "query", "queries") + ". " + authority
                    + " says whether it agrees.";
        }
        return open > 0
                ? authority + " has " + WORDS.count(open, "figure", "figures") + " left to look at, by "
                        + WORDS.date(pack.dueOn()) + "."
                : "Every figure has been looked at. Both sides agree the pack as it stands.";
    }

    private static long count(List<PackFigure> figures, FigureState state) {
        return figures.stream().filter(figure -> figure.state() == state).count();
    }

    private static List<Line> lines(DataPack pack, List<PackFigure> figures, Finding finding, boolean mayWord) {
        return figures.stream()
                .filter(figure -> figure.finding() == finding && (mayWord || !figure.dropped()))
                .map(figure -> new Line(
                        Objects.requireNonNullElse(figure.words(), "") + (figure.dropped() ? " (dropped)" : ""),
                        Objects.requireNonNullElse(figure.rule(), ""),
                        mayWord ? address(pack, figure) : null))
                .toList();
    }

    private static String address(DataPack pack, PackFigure figure) {
        return "/packs/" + pack.id() + "/figures/" + figure.id();
    }

    private static Difference difference(DataPack pack, PackFigure figure) {
        var query = Objects.requireNonNull(figure.query());
        return new Difference(
                figure.figure().name(),
                figure.published(),
                Objects.requireNonNullElse(figure.own(), ""),
                query.reason(),
                Objects.requireNonNullElse(query.words(), ""),
                address(pack, figure));
    }

    private static Card card(DataPack pack, PackFigure figure, String authority) {
        return new Card(
                figure.figure().name(),
                address(pack, figure),
                finding(figure, authority),
                picture(figure.figure()),
                beside(figure),
                place(figure.figure()),
                figure.state().inWords(),
                figure.state().tag(),
                said(figure));
    }

    private static @Nullable SmallPicture picture(ComparedFigure figure) {
        return figure.years().stream().anyMatch(year -> year.own() != null || year.england() != null)
                ? SmallPicture.ofYears(figure.years())
                : null;
    }

    private static @Nullable String said(PackFigure figure) {
        return switch (figure.state()) {
            case OPEN -> null;
            case AGREED ->
                figure.agreed().equals(figure.published())
                        ? null
                        : "Agreed at the authority’s own figure, " + figure.agreed();
            case QUERIED, ANSWERED, NOT_AGREED -> "The authority’s own figure: " + figure.own();
        };
    }

    private static String finding(PackFigure figure, String authority) {
        var period = figure.figure().period();
        if (period == null) {
            return "Nothing had been published";
        }
        var change = figure.figure().change();
        return authority + ": " + figure.published() + " in " + FigureSpeech.period(period)
                + (change == null ? "" : ", " + figure.speech().change(change) + " on the year before");
    }

    private static String beside(PackFigure figure) {
        var speech = figure.speech();
        var one = figure.figure();
        return "Neighbours " + speech.cell(one.neighbours(), null) + ", region "
                + speech.cell(one.region(), one.regionSymbol()) + ", England "
                + speech.cell(one.england(), one.englandSymbol());
    }

    private static String place(ComparedFigure figure) {
        if (figure.polarity() == Polarity.NONE) {
            return "Neither high nor low is good in itself: no rank, no band";
        }
        return figure.rank() == null
                ? ""
                : "Place " + figure.rank() + " of " + figure.ranked()
                        + (figure.band() == null ? "" : ", band " + figure.band());
    }

    private static List<String> agreements(DataPack pack, String authority) {
        var said = new ArrayList<String>();
        if (pack.authorityAgreedAt() != null) {
            said.add(authority + " agreed it: " + pack.authorityAgreedBy() + ", "
                    + WORDS.shortDate(pack.authorityAgreedAt()));
        }
        if (pack.regionAgreedAt() != null) {
            said.add("The region agreed it: " + pack.regionAgreedBy() + ", " + WORDS.shortDate(pack.regionAgreedAt()));
        }
        return said;
    }

    private static List<String> whoCanSee(DataPack pack, String authority) {
        return pack.state() == PackState.PREPARED
                ? List.of("The regional team alone, until the pack is issued.")
                : List.of(
                        authority + " and the regional team.",
                        "Once the self-evaluation is submitted, the data group; once it is shown to the forum’s panel,"
                                + " the panel.");
    }

    FigurePage figure(Viewer viewer, ShowPack.One one) {
        var pack = one.pack();
        var figure = one.figure();
        var authority = authorities.get(pack.authority()).name();
        boolean owner = owns(viewer, pack);
        boolean prepared = pack.state() == PackState.PREPARED;
        var query = figure.query();
        var facts = new ArrayList<Fact>();
        var speech = figure.speech();
        var frozen = figure.figure();
        facts.add(new Fact("Statistical neighbours’ mean", speech.cell(frozen.neighbours(), null)));
        facts.add(new Fact("Region", speech.cell(frozen.region(), frozen.regionSymbol())));
        facts.add(new Fact("England", speech.cell(frozen.england(), frozen.englandSymbol())));
        if (!place(frozen).isEmpty()) {
            facts.add(new Fact("Place", place(frozen)));
        }
        facts.add(new Fact(
                "Source",
                frozen.release() == null
                        ? "Nothing had been published"
                        : frozen.release()
                                + (frozen.published() == null
                                        ? ""
                                        : ", published on " + WORDS.date(frozen.published()))));
        boolean accepted = query != null && query.answer() == DataQuery.Answer.ACCEPTED;
        return new FigurePage(
                pack.id(),
                figure.id(),
                frozen.name() + ": data pack of " + authority + ", "
                        + pack.year().label(),
                frozen.name(),
                authority,
                pack.year().label(),
                figure.state().inWords(),
                figure.state().tag(),
                figure.version(),
                pack.state() != PackState.PREPARED,
                figure.published(),
                finding(figure, authority),
                facts,
                frozen.unit().inWords(),
                query == null
                        ? null
                        : new Said(
                                Objects.requireNonNullElse(figure.own(), ""),
                                query.reason(),
                                query.by(),
                                WORDS.moment(query.at())),
                query == null || query.answer() == null
                        ? null
                        : new Said(
                                accepted ? "Accepted the authority’s figure" : "Kept the published figure",
                                Objects.requireNonNullElse(query.words(), ""),
                                Objects.requireNonNullElse(query.answeredBy(), ""),
                                WORDS.moment(query.answeredAt())),
                figure.finding() == null || !prepared
                        ? null
                        : new Line(
                                figure.finding() == Finding.STRENGTH ? "Strength" : "Challenge",
                                Objects.requireNonNullElse(figure.rule(), ""),
                                null),
                figure.dropped(),
                owner && figure.state() != FigureState.AGREED,
                "Agree " + (accepted ? "our own figure, " : "the published figure, ") + figure.agreed(),
                owner,
                owner && figure.state() == FigureState.ANSWERED && !accepted,
                viewer.isOfTheRegionalTeam() && figure.state() == FigureState.QUERIED,
                viewer.isOfTheRegionalTeam() && prepared && figure.finding() != null,
                List.of(
                        Option.of(
                                DataQuery.Answer.ACCEPTED.name(),
                                "Accept the authority’s figure" + (figure.own() == null ? "" : ", " + figure.own())),
                        Option.of(DataQuery.Answer.KEPT.name(), "Keep the published figure, " + figure.published())),
                whoCanSee(pack, authority),
                List.of(
                        new Crumb("Data packs", "/packs"),
                        new Crumb(authority + ", " + pack.year().label(), "/packs/" + pack.id())));
    }

    static final List<String> COLUMNS = List.of(
            "time_period",
            "new_la_code",
            "la_name",
            "indicator",
            "value",
            "neighbours",
            "region",
            "england",
            "rank",
            "of",
            "band",
            "change",
            "state",
            "own_figure",
            "own_reason",
            "answer",
            "release");

    /** The figures as a table, in the order of {@link #COLUMNS}. */
    List<List<String>> rows(ShowPack.Shown shown) {
        var authority = authorities.get(shown.pack().authority());
        return shown.figures().stream()
                .map(figure -> {
                    var one = figure.figure();
                    var query = figure.query();
                    return List.of(
                            Objects.toString(one.period(), ""),
                            authority.gssCode(),
                            authority.name(),
                            CsvDownload.harmless(one.name()),
                            plain(one.value(), one.symbol()),
                            plain(one.neighbours(), null),
                            plain(one.region(), one.regionSymbol()),
                            plain(one.england(), one.englandSymbol()),
                            Objects.toString(one.rank(), ""),
                            one.rank() == null ? "" : Integer.toString(one.ranked()),
                            Objects.toString(one.band(), ""),
                            plain(one.change(), null),
                            figure.state().inWords(),
                            query == null ? "" : query.figure().toPlainString(),
                            query == null ? "" : CsvDownload.harmless(query.reason()),
                            query == null ? "" : CsvDownload.harmless(Objects.requireNonNullElse(query.words(), "")),
                            CsvDownload.harmless(Objects.requireNonNullElse(one.release(), "")));
                })
                .toList();
    }

    private static String plain(@Nullable BigDecimal value, @Nullable String symbol) {
        return value != null ? value.toPlainString() : Objects.requireNonNullElse(symbol, "");
    }
}
