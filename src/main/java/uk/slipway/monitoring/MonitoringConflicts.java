package uk.slipway.monitoring;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.web.ConflictField;
import uk.slipway.web.ConflictPage;

/** A routine, what it watches, or what its figures mean, that two people changed at the same time: both texts. */
final class MonitoringConflicts {

    private MonitoringConflicts() {}

    static ModelAndView of(Routine now, KeepRoutines.RoutineTyped mine, MonitoringPages.FormPage page) {
        return ConflictPage.of(
                        "Routine: " + now.name(),
                        page.action(),
                        page.back(),
                        now.version(),
                        ConflictField.text("Name of the routine", "name", mine.name(), now.name()),
                        ConflictField.choice(
                                "How often are the figures gathered?",
                                "every",
                                page.often(),
                                "None",
                                Integer.toString(mine.everyMonths()),
                                Integer.toString(now.everyMonths())),
                        ConflictField.date("On which day next?", "nextOn", mine.nextOn(), now.nextOn()),
                        ConflictField.choice(
                                "Who reports to the board?",
                                "reporter",
                                page.reporters(),
                                now.reporter(),
                                mine.reporter().value().toString(),
                                now.reporterLeft()
                                        ? null
                                        : now.reporterSeat().value().toString()))
                .answer();
    }

    /** Two rules for one figure of a routine. */
    static ModelAndView of(ReadMonitoring.OneRoutine now, Routine.Watched mine, MonitoringPages.RoutinePage page) {
        var theirs = now.watched().stream()
                .filter(each -> each.indicator().equals(mine.indicator()))
                .findFirst()
                .orElseThrow();
        var address = "/monitoring/routines/" + page.id();
        return ConflictPage.of(
                        "What the routine " + page.heading() + " watches",
                        address + "/indicators",
                        address,
                        page.watchedVersion(),
                        ConflictField.choice(
                                "Which published figure?",
                                "indicator",
                                page.indicators(),
                                "None",
                                mine.indicator(),
                                mine.indicator()),
                        ConflictField.choice(
                                "When is an authority’s figure an exception?",
                                "rule",
                                page.rules(),
                                "None",
                                mine.rule().name(),
                                theirs.rule().name()),
                        ConflictField.text("Margin or value", "limit", plain(mine.limit()), plain(theirs.limit())))
                .answer();
    }

    private static @Nullable String plain(@Nullable BigDecimal limit) {
        return limit == null ? null : limit.toPlainString();
    }

    static ModelAndView of(UUID round, Round.Of now, String words) {
        var address = "/monitoring/rounds/" + round;
        return ConflictPage.of(
                        "What it means: " + now.name(),
                        address + "/indicators/" + now.id(),
                        address,
                        now.version(),
                        ConflictField.text("What the figures mean", "words", words, now.commentary()))
                .savedBy(now.commentedBy())
                .answer();
    }
}
