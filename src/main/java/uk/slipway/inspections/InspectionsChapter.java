package uk.slipway.inspections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;

/** The regional data lead imports the latest published inspection of each real authority; fictitious ones have none. */
@Component
@Profile("demonstration")
class InspectionsChapter implements Chapter {

    private static final String FILE = "inspections.csv";

    private final SendInspections sendInspections;
    private final AcceptWarnings acceptWarnings;

    InspectionsChapter(SendInspections sendInspections, AcceptWarnings acceptWarnings) {
        this.sendInspections = sendInspections;
        this.acceptWarnings = acceptWarnings;
    }

    @Override
    public Place place() {
        return Place.COMMITMENTS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        var id = UUID.nameUUIDFromBytes(FILE.getBytes(StandardCharsets.UTF_8));
        stage.scene(year.day(-30), "data@region.example", lead -> {
            var read = sendInspections.handle(id, FILE, content(), lead);
            if (read.hasErrors()) {
                throw new IllegalStateException(FILE + " has errors: " + read.problems());
            }
            acceptWarnings.handle(id, lead);
        });
    }

    private static byte[] content() {
        try (var in = new ClassPathResource("db/reference/" + FILE).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
