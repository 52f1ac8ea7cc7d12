package uk.slipway.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.indicators.Unit;
import uk.slipway.kernel.Quarter;
import uk.slipway.kernel.WorkingDays;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.LocalAuthorityId;

/**
 * The last four quarters, and an earlier one. In the four, real authorities say of every figure that it is not available, in
 * time, with a note that this is an example; made-up figures, and whatever is late or given back, are those of the two
 * fictitious ones. In the earlier one the real authorities have the one figure that is published for a last day of a
 * quarter, each with its source, so that the region's figure and the anonymised view show something that is true.
 */
@Component
@Profile("demonstration")
@Order(10)
class ReturnsChapter implements Chapter {

    private static final String LEAD = "data@region.example";
    private static final String NOTE = "Example note: the demonstration has no figures for real authorities.";
    private static final String NOT_PUBLISHED = "Example note: not published for this quarter.";
    private static final String NOT_REAL = "Example note: a fictitious authority has no published figures.";
    private static final int QUARTERS = 4;

    private final KeepIndicators keep;
    private final OpenReturn open;
    private final KeyContacts contacts;
    private final ShowReturns show;
    private final FillReturn fill;
    private final DecideReturn decide;

    ReturnsChapter(
            KeepIndicators keep,
            OpenReturn open,
            KeyContacts contacts,
            ShowReturns show,
            FillReturn fill,
            DecideReturn decide) {
        this.keep = keep;
        this.open = open;
        this.contacts = contacts;
        this.show = show;
        this.fill = fill;
        this.decide = decide;
    }

    @Override
    public Place place() {
        return Place.CYCLES;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        var quarter = Quarter.of(year.today());
        for (int i = 0; i < QUARTERS; i++) {
            quarter = quarter.previous();
        }
        stage.scene(quarter.lastDay().plusDays(1), LEAD, lead -> {
            keep.start(lead);
            for (var officer : contacts.list(lead).officers()) {
                if (officer.person().email().startsWith("officer@")) {
                    contacts.appoint(lead, officer.person().account().value(), officer.authority());
                }
            }
        });
        var published = PublishedFigures.latest();
        if (published.quarter().lastDay().isBefore(quarter.firstDay())) {
            play(stage, year, published, quarter.lastDay().plusDays(1));
        }
        for (int ago = QUARTERS; ago >= 1; ago--) {
            play(stage, year, quarter, ago);
            quarter = quarter.next();
        }
    }

    /** A quarter of long ago, entered from what was published of it since. */
    private void play(Stage stage, StagedYear year, PublishedFigures published, LocalDate opened) {
        var deadline = WorkingDays.onOrAfter(opened.plusDays(21));
        var id = new UUID[1];
        stage.scene(
                opened, LEAD, lead -> id[0] = open.open(lead, published.quarter(), deadline, deadline.plusDays(30)));
        var quarterly = Objects.requireNonNull(id[0]);
        for (var authority : stage.real(year)) {
            stage.scene(deadline.minusDays(4), Stage.email("officer", authority), officer -> {
                var figures = notAvailable(officer, quarterly, authority, NOT_PUBLISHED);
                show.one(officer, quarterly, authority.gssCode()).asked().stream()
                        .filter(asked -> asked.definition().name().equals(PublishedFigures.INDICATOR))
                        .forEach(asked ->
                                published.of(authority.gssCode()).ifPresent(figure -> figures.put(asked.id(), figure)));
                enter(officer, quarterly, authority, figures);
                submit(officer, quarterly, authority);
            });
        }
        for (var authority : stage.fictitious(year)) {
            stage.scene(deadline.minusDays(3), Stage.email("officer", authority), officer -> {
                enter(officer, quarterly, authority, notAvailable(officer, quarterly, authority, NOT_REAL));
                submit(officer, quarterly, authority);
            });
        }
        stage.scene(
                deadline.plusDays(3),
                LEAD,
                lead -> show.quarter(lead, quarterly).answers().stream()
                        .map(ReturnRows.Counted::answer)
                        .forEach(answer -> decide(lead, quarterly, answer, false)));
    }

    private void play(Stage stage, StagedYear year, Quarter quarter, int ago) {
        // The newest is open still, whatever the day of loading.
        var opened = ago == 1
                ? later(year.day(-20), quarter.lastDay().plusDays(1))
                : quarter.lastDay().plusDays(5);
        var deadline = ago == 1
                ? WorkingDays.onOrAfter(year.today().plusDays(12))
                : WorkingDays.onOrAfter(quarter.lastDay().plusDays(35));
        var release = ago <= 2 ? deadline.plusDays(240) : deadline.plusDays(50);
        var id = new UUID[1];
        stage.scene(opened, LEAD, lead -> id[0] = open.open(lead, quarter, deadline, release));
        var quarterly = Objects.requireNonNull(id[0]);
        var fictitious = stage.fictitious(year);
        if (ago > 1) {
            for (var authority : stage.real(year)) {
                stage.scene(deadline.minusDays(4), Stage.email("officer", authority), officer -> {
                    enter(officer, quarterly, authority, notAvailable(officer, quarterly, authority, NOTE));
                    submit(officer, quarterly, authority);
                });
            }
        }
        for (var authority : fictitious) {
            boolean first = authority.equals(fictitious.getFirst());
            boolean late = !first && ago == 3;
            if (ago == 1 && !first) {
                continue;
            }
            var day = ago == 1 ? year.day(-1) : late ? deadline.plusDays(6) : deadline.minusDays(3);
            stage.scene(day, Stage.email("officer", authority), officer -> {
                enter(officer, quarterly, authority, madeUp(officer, quarterly, authority, ago));
                if (ago > 1) {
                    submit(officer, quarterly, authority);
                }
            });
        }
        if (ago > 1) {
            stage.scene(
                    deadline.plusDays(9),
                    LEAD,
                    lead -> show.quarter(lead, quarterly).answers().stream()
                            .map(ReturnRows.Counted::answer)
                            .filter(answer -> answer.state() == ReturnState.SUBMITTED)
                            .forEach(
                                    answer -> decide(lead, quarterly, answer, ago == 2 && isLast(fictitious, answer))));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static boolean isLast(List<LocalAuthority> fictitious, AuthorityReturn answer) {
        return fictitious.size() > 1 && fictitious.getLast().id().equals(answer.authority());
    }

    private void decide(Viewer lead, UUID quarterly, AuthorityReturn answer, boolean back) {
        LocalAuthorityId authority = answer.authority();
        if (back) {
            decide.giveBack(
                    lead,
                    quarterly,
                    authority,
                    answer.version(),
                    "Example reason: two figures look as if they were exchanged. Please check them.");
        } else {
            decide.accept(lead, quarterly, authority, answer.version());
        }
    }

    private void enter(Viewer officer, UUID quarterly, LocalAuthority authority, Map<UUID, Figure> figures) {
        var one = show.one(officer, quarterly, authority.gssCode());
        fill.save(officer, quarterly, authority.id(), one.answer().version(), figures);
    }

    private void submit(Viewer officer, UUID quarterly, LocalAuthority authority) {
        var one = show.one(officer, quarterly, authority.gssCode());
        var missing =
                fill.submit(officer, quarterly, authority.id(), one.answer().version());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(authority.name() + " cannot submit: " + missing);
        }
    }

    private Map<UUID, Figure> notAvailable(Viewer officer, UUID quarterly, LocalAuthority authority, String note) {
        var figures = new HashMap<UUID, Figure>();
        show.one(officer, quarterly, authority.gssCode())
                .asked()
                .forEach(asked -> figures.put(asked.id(), new Figure(null, null, null, "x", note)));
        return figures;
    }

    /** The same at every loading. In the newest quarter a few are left to enter. */
    private Map<UUID, Figure> madeUp(Viewer officer, UUID quarterly, LocalAuthority authority, int ago) {
        var figures = new HashMap<UUID, Figure>();
        for (var asked : show.one(officer, quarterly, authority.gssCode()).asked()) {
            var chance = new Random(31L * asked.place() + authority.name().hashCode());
            var drift =
                    new Random(97L * asked.place() + 7L * ago + authority.name().hashCode());
            if (ago == 1 && asked.place() > 11) {
                continue;
            }
            var definition = asked.definition();
            int outOf = switch (definition.unit()) {
                case RATE_PER_10000 -> 41_000 + chance.nextInt(20_000);
                case PERCENT -> 120 + chance.nextInt(400);
                case NUMBER -> 60 + chance.nextInt(60);
            };
            double share = switch (definition.unit()) {
                case RATE_PER_10000 -> 0.004 + 0.01 * chance.nextDouble();
                case PERCENT ->
                    definition.least() != null && definition.least().intValue() >= 20
                            ? 0.7 + 0.2 * chance.nextDouble()
                            : 0.14 + 0.12 * chance.nextDouble();
                case NUMBER -> 14 + 6 * chance.nextDouble();
            };
            long counted = Math.round(outOf * share * (0.94 + 0.1 * drift.nextDouble()));
            figures.put(
                    asked.id(),
                    new Figure(
                            BigDecimal.valueOf(counted),
                            BigDecimal.valueOf(outOf),
                            null,
                            null,
                            definition.unit() == Unit.NUMBER ? "Example note: made up for the demonstration." : null));
        }
        return figures;
    }
}
