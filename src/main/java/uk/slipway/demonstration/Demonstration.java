package uk.slipway.demonstration;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.AcademicYear;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.AddFictitiousAuthorities;
import uk.slipway.region.RegionCode;

/** Loads the demonstration region into an empty database, once. */
@Component
@Profile("demonstration")
@Order(0)
public class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private static final List<String> FICTITIOUS = List.of("Exampleton", "Sampleford");

    private final List<Chapter> chapters;
    private final Stage stage;
    private final AddFictitiousAuthorities addFictitiousAuthorities;
    private final JdbcClient jdbc;
    private final Clock clock;

    Demonstration(
            List<Chapter> chapters,
            Stage stage,
            AddFictitiousAuthorities addFictitiousAuthorities,
            JdbcClient jdbc,
            Clock clock) {
        this.chapters =
                chapters.stream().sorted(Comparator.comparing(Chapter::place)).toList();
        this.stage = stage;
        this.addFictitiousAuthorities = addFictitiousAuthorities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean empty = jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
        if (empty) {
            play();
        }
    }

    /** Tells both years. The database holds reference data and nothing else. */
    public void play() {
        long started = System.nanoTime();
        var today = LondonTime.today(clock);
        var thisYear = new StagedYear(AcademicYear.of(today), true, today);
        var lastYear = new StagedYear(AcademicYear.of(today).previous(), false, today);
        addFictitiousAuthorities.add(RegionCode.NORTH_WEST, FICTITIOUS);
        for (var year : List.of(lastYear, thisYear)) {
            for (var chapter : chapters) {
                chapter.play(stage, year);
            }
        }
        LOG.info("The demonstration region is loaded ({} ms)", (System.nanoTime() - started) / 1_000_000);
    }
}
