package uk.slipway.datapacks;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.region.LocalAuthority;

/**
 * This year's packs. Real authorities agree their published figures; queries and a disagreement are those of the two
 * fictitious ones, for which nothing is published. Before the self-evaluations, which say how many queries are open.
 */
@Component
@Profile("demonstration")
@Order(0)
class PacksChapter implements Chapter {

    private final PreparePacks prepare;
    private final ShowPack show;
    private final LookAtPack look;

    PacksChapter(PreparePacks prepare, ShowPack show, LookAtPack look) {
        this.prepare = prepare;
        this.show = show;
        this.look = look;
    }

    @Override
    public Place place() {
        return Place.SELF_EVALUATIONS;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        stage.scene(year.day(-64), "data@region.example", lead -> {
            var chosen = new HashSet<>(prepare.choices(lead).stream()
                    .map(ComparedFigures.Choice::id)
                    .toList());
            prepare.prepare(lead, chosen, year.day(-40));
            prepare.issueAll(lead);
        });
        for (var authority : stage.real(year)) {
            stage.scene(year.day(-50), Stage.email("officer", authority), officer -> {
                var id = packOf(officer);
                look.agreeAll(officer, id);
                look.agreeWhole(officer, id);
            });
        }
        stage.scene(
                year.day(-49),
                "data@region.example",
                lead -> show.all(lead).stream()
                        .filter(counted -> counted.pack().authorityAgreedAt() != null)
                        .forEach(counted -> look.agreeWhole(lead, counted.pack().id())));
        var fictitious = stage.fictitious(year);
        if (!fictitious.isEmpty()) {
            disagree(stage, year, fictitious.getFirst());
        }
        if (fictitious.size() > 1) {
            stage.scene(year.day(-45), Stage.email("officer", fictitious.get(1)), officer -> {
                query(officer, 0, "12.5");
                query(officer, 1, "40");
            });
        }
    }

    private void disagree(Stage stage, StagedYear year, LocalAuthority authority) {
        stage.scene(year.day(-48), Stage.email("officer", authority), officer -> {
            query(officer, 0, "7.5");
            query(officer, 1, "31");
        });
        stage.scene(year.day(-45), "data@region.example", lead -> {
            answer(lead, authority, 0, DataQuery.Answer.KEPT, "Example answer: what is published stands.");
            answer(lead, authority, 1, DataQuery.Answer.ACCEPTED, "Example answer: we take your own count.");
        });
        stage.scene(year.day(-43), Stage.email("officer", authority), officer -> {
            var id = packOf(officer);
            var figures = show.of(officer, id).figures();
            look.disagree(officer, id, figures.get(0).id(), figures.get(0).version());
            look.agree(officer, id, figures.get(1).id(), figures.get(1).version());
        });
    }

    private void query(Viewer officer, int place, String own) {
        var id = packOf(officer);
        var figure = show.of(officer, id).figures().get(place);
        look.query(
                officer,
                id,
                figure.id(),
                figure.version(),
                new BigDecimal(own),
                "Example reason: our own count differs from what is published.");
    }

    private void answer(Viewer lead, LocalAuthority authority, int place, DataQuery.Answer answer, String words) {
        var id = show.all(lead).stream()
                .map(PackRows.Counted::pack)
                .filter(pack -> pack.authority().equals(authority.id()))
                .map(DataPack::id)
                .findFirst()
                .orElseThrow();
        var figure = show.of(lead, id).figures().get(place);
        look.answer(lead, id, figure.id(), figure.version(), answer, words);
    }

    private UUID packOf(Viewer viewer) {
        return show.all(viewer).stream()
                .map(PackRows.Counted::pack)
                .filter(pack -> viewer.worksFor(pack.authority()))
                .map(DataPack::id)
                .findFirst()
                .orElseThrow();
    }
}
