package uk.slipway.fosteringprotocol;

import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;

/** An example protocol. It shows the form: what the real one says is not known, and so no amount and no limit is set. */
@Component
@Profile("demonstration")
@Order(20)
class ProtocolChapter implements Chapter {

    private static final String TEXT = """
        This is an example. It shows the form of a protocol and is not the text of any real one.

        ## What it is for

        Example: a child who cannot live with one of our own carers is offered a home with another authority's carer before
        an agency is asked.

        ## What each authority does

        - Example: it tells its vacancies and confirms them every week.
        - Example: it searches among its own homes first.
        - Example: it answers a referral, also where it cannot help.
        """;

    /** Who is told is an example; how soon anything has to be done is the region's to set. */
    private static final Protocol.Limits LIMITS = new Protocol.Limits(
            null,
            null,
            null,
            new Protocol.Call(2, Set.of(Told.SOCIAL_WORKER, Told.FOSTERING_OFFICERS)),
            new Protocol.Call(0, Set.of(Told.COMMISSIONERS, Told.DIRECTOR)));

    private final WriteProtocol write;
    private final KeepAdjacency adjacency;

    ProtocolChapter(WriteProtocol write, KeepAdjacency adjacency) {
        this.write = write;
        this.adjacency = adjacency;
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
        var terms = new Protocol.Terms(
                TEXT,
                "Example: a nominated officer approves a match; the Director of Children’s Services one at a distance.",
                "Example: whoever waits writes to the other authority’s Director.",
                LIMITS,
                null,
                null,
                null,
                null,
                null,
                null);
        stage.scene(year.day(-68), "commissioner@region.example", commissioner -> {
            write.draft(commissioner, null, terms);
            write.issue(commissioner, 0, year.day(-68));
            for (var authority : stage.real(year)) {
                write.sign(commissioner, authority.gssCode(), year.day(-68));
            }
            var fictitious = stage.fictitious(year);
            if (fictitious.size() > 1) {
                adjacency.keep(
                        commissioner,
                        fictitious.get(0).gssCode(),
                        fictitious.get(1).gssCode(),
                        null,
                        null,
                        "Both are made up");
            }
        });
        stage.scene(
                year.day(-5),
                "commissioner@region.example",
                commissioner -> write.draft(
                        commissioner,
                        null,
                        new Protocol.Terms(
                                TEXT + "\n## What is new\n\nExample: weekly meetings of the fostering services.\n",
                                terms.approvals(),
                                terms.escalation(),
                                LIMITS,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
    }
}
