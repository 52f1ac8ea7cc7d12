package uk.slipway.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.placements.PlacementId;
import uk.slipway.placements.PlacementView;
import uk.slipway.web.Words;

/** What the clocks go by beside placements and notices: late holidays, checked regulations, steps of an ending, calls. */
@Component
class ClockRows {

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That somebody compared a regulation with the text in force. */
    record Checked(Regulation regulation, LocalDate on, String by, String words) {}

    /** A step of an ending as it was recorded. */
    record Recorded(EndingStep step, LocalDate on, String words, Instant at, String by) {}

    KnownDays days() {
        return KnownDays.published(jdbc.sql("select day, name, announced_on from announced_bank_holiday order by day")
                .query((row, number) -> new KnownDays.Announced(
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        row.getObject("announced_on", LocalDate.class)))
                .list());
    }

    /** False when the day is one already. */
    boolean announce(KnownDays.Announced holiday, Instant at, String by) {
        return jdbc.sql("""
            insert into announced_bank_holiday (day, name, announced_on, added_at, added_by)
            values (:day, :name, :on, :at, :by) on conflict do nothing
            """)
                        .param("day", holiday.day())
                        .param("name", holiday.name())
                        .param("on", holiday.on())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** False when it is none. */
    boolean takeBack(LocalDate day) {
        return jdbc.sql("delete from announced_bank_holiday where day = :day")
                        .param("day", day)
                        .update()
                == 1;
    }

    Map<Regulation, Checked> checks() {
        var checks = new EnumMap<Regulation, Checked>(Regulation.class);
        jdbc.sql("select * from regulation_check")
                .query((row, number) -> new Checked(
                        Regulation.numbered(row.getInt("regulation")).orElseThrow(),
                        row.getObject("checked_on", LocalDate.class),
                        row.getString("checked_by"),
                        row.getString("words")))
                .list()
                .forEach(check -> checks.put(check.regulation(), check));
        return checks;
    }

    void check(Checked check) {
        jdbc.sql("""
            insert into regulation_check (regulation, checked_on, checked_by, words) values (:number, :on, :by, :words)
            on conflict (regulation) do update
            set checked_on = excluded.checked_on, checked_by = excluded.checked_by, words = excluded.words
            """)
                .param("number", check.regulation().number())
                .param("on", check.on())
                .param("by", check.by())
                .param("words", check.words())
                .update();
    }

    List<Recorded> steps(PlacementId placement) {
        return jdbc.sql("select * from ending_step where placement_id = :placement order by recorded_at")
                .param("placement", placement.value())
                .query((row, number) -> new Recorded(
                        EndingStep.valueOf(row.getString("step")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("words"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    /** The days of the steps of several placements, in one statement. */
    Map<PlacementId, Map<EndingStep, LocalDate>> steps(Collection<PlacementView> views) {
        var steps = new HashMap<PlacementId, Map<EndingStep, LocalDate>>();
        if (!views.isEmpty()) {
            jdbc.sql("select placement_id, step, on_day from ending_step where placement_id in (:placements)")
                    .param(
                            "placements",
                            views.stream().map(view -> view.id().value()).toList())
                    .query(row -> {
                        steps.computeIfAbsent(
                                        new PlacementId(row.getObject("placement_id", UUID.class)),
                                        id -> new EnumMap<>(EndingStep.class))
                                .put(
                                        EndingStep.valueOf(row.getString("step")),
                                        row.getObject("on_day", LocalDate.class));
                    });
        }
        return steps;
    }

    /** Records a step, or corrects it. */
    void record(PlacementId placement, EndingStep step, LocalDate on, String words, Instant at, String by) {
        jdbc.sql("""
            insert into ending_step (placement_id, step, on_day, words, recorded_at, recorded_by)
            values (:placement, :step, :on, :words, :at, :by)
            on conflict (placement_id, step) do update set on_day = excluded.on_day, words = excluded.words,
                recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
            """)
                .param("placement", placement.value())
                .param("step", step.name())
                .param("on", on)
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Writes down that a clock has warned or called these people. False when it has before. */
    boolean called(PlacementId placement, ClockKind clock, String level, LocalDate due, Instant at, String people) {
        return jdbc.sql("""
            insert into clock_call (placement_id, clock, level, due_on, called_at, people)
            values (:placement, :clock, :level, :due, :at, :people) on conflict do nothing
            """)
                        .param("placement", placement.value())
                        .param("clock", clock.name())
                        .param("level", level)
                        .param("due", due)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("people", people)
                        .update()
                == 1;
    }

    /** Whom the clocks of a placement have warned or called, newest first. */
    List<String> calls(PlacementId placement) {
        return jdbc
                .sql("""
                    select clock, level, called_at, people from clock_call where placement_id = :placement
                    order by called_at desc, clock limit 50
                    """)
                .param("placement", placement.value())
                .query((row, number) -> new Call(
                        ClockKind.valueOf(row.getString("clock")),
                        row.getString("level"),
                        row.getTimestamp("called_at").toInstant(),
                        row.getString("people")))
                .list()
                .stream()
                .map(Call::inWords)
                .toList();
    }

    private record Call(ClockKind clock, String level, Instant at, String people) {
        String inWords() {
            return new Words().shortDate(at) + ": " + clock.inWords()
                    + ("WARNED".equals(level) ? " was due soon. Told: " : " was late. Told: ") + people;
        }
    }
}
