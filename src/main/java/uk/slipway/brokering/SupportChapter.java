package uk.slipway.brokering;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;

/**
 * Support that shows the form. A real authority asks and offers in example words; the whole way, and what is stuck, belong to
 * the two fictitious ones.
 */
@Component
@Profile("demonstration")
@Order(40)
class SupportChapter implements Chapter {

    private static final String COORDINATOR = "coordinator@region.example";

    private final AskForSupport ask;
    private final BrokerSupport broker;
    private final OfferSupport offer;
    private final SupportRequests requests;

    SupportChapter(AskForSupport ask, BrokerSupport broker, OfferSupport offer, SupportRequests requests) {
        this.ask = ask;
        this.broker = broker;
        this.offer = offer;
        this.requests = requests;
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
        offers(stage, year);
        asked(
                stage,
                year.day(-6),
                "officer@bolton.example",
                "Example request: a system leader for mathematics",
                "Example school",
                year.day(60));
        var fictitious = stage.fictitious(year);
        if (fictitious.size() > 1) {
            theWholeWay(stage, year, fictitious.get(0), fictitious.get(1));
            asked(
                    stage,
                    year.day(-40),
                    Stage.email("officer", fictitious.get(1)),
                    "Example request: help with recording supervision",
                    null,
                    year.day(20));
        }
    }

    private void offers(Stage stage, StagedYear year) {
        stage.scene(
                year.day(-62),
                "board-member@partner.example",
                partner -> offer.offer(
                        partner,
                        Uuid7.next(),
                        new OfferSupport.Offered(
                                OfferKind.SYSTEM_LEADER,
                                "Example leader",
                                "Example offer: a system leader for reading",
                                "Example words: six days in a term, without cost to the school.",
                                null,
                                null)));
        stage.scene(
                year.day(-61),
                "officer@bolton.example",
                officer -> offer.offer(
                        officer,
                        Uuid7.next(),
                        new OfferSupport.Offered(
                                OfferKind.OTHER,
                                null,
                                "Example offer: a day with the attendance team",
                                "Example words: two colleagues from another authority may come along for a day.",
                                null,
                                year.day(200))));
    }

    private SupportRequestId asked(
            Stage stage, LocalDate day, String email, String title, @Nullable String school, LocalDate wanted) {
        var id = new SupportRequestId(Uuid7.next());
        stage.scene(day, email, officer -> {
            ask.write(
                    officer,
                    id,
                    new SupportRequest.Wanted(
                            title,
                            "Example need: what has been tried, and what would be different afterwards.",
                            wanted,
                            school,
                            null));
            ask.ask(officer, id);
        });
        return id;
    }

    /** One request that has been looked back upon, one whose look-back is late, one that waits for both sides. */
    private void theWholeWay(Stage stage, StagedYear year, LocalAuthority one, LocalAuthority other) {
        var looked = agreed(stage, year, one, other, "Example request: children missing education");
        stage.scene(
                year.day(-6),
                Stage.email("officer", one),
                viewer -> ask.lookBack(
                        viewer,
                        looked,
                        Helped.PARTLY,
                        "Example look-back: the list is complete now; reasons are not recorded yet."));
        agreed(stage, year, other, one, "Example request: visits to alternative provision");
        var waiting = asked(
                stage,
                year.day(-12),
                Stage.email("officer", one),
                "Example request: a colleague for the admissions round",
                null,
                year.day(40));
        stage.scene(
                year.day(-2),
                Stage.email("officer", one),
                officer -> ask.write(
                        officer,
                        new SupportRequestId(Uuid7.next()),
                        new SupportRequest.Wanted(
                                "Example request: written down, and not asked yet",
                                "Example need: what has been tried, and what would be different afterwards.",
                                year.day(90),
                                null,
                                null)));
        propose(stage, year.day(-8), waiting, other, one.name(), year.day(10), year.day(40), year.day(70));
    }

    private SupportRequestId agreed(
            Stage stage, StagedYear year, LocalAuthority asker, LocalAuthority helper, String title) {
        var id = asked(stage, year.day(-66), Stage.email("officer", asker), title, null, year.day(-30));
        propose(stage, year.day(-60), id, helper, asker.name(), year.day(-50), year.day(-20), year.day(-5));
        stage.scene(year.day(-58), Stage.email("officer", asker), viewer -> agree(viewer, id));
        stage.scene(year.day(-57), Stage.email("officer", helper), viewer -> agree(viewer, id));
        return id;
    }

    private void agree(Viewer viewer, SupportRequestId id) {
        ask.agree(viewer, id, requests.findById(id).orElseThrow().proposedAt());
    }

    private void propose(
            Stage stage,
            LocalDate day,
            SupportRequestId id,
            LocalAuthority helper,
            String payer,
            LocalDate starts,
            LocalDate ends,
            LocalDate lookBack) {
        stage.scene(
                day,
                COORDINATOR,
                coordinator -> broker.propose(
                        coordinator,
                        id,
                        requests.findById(id).orElseThrow().version(),
                        new SupportRequest.Terms(
                                helper.id().asOrganisation(),
                                null,
                                "Example agreement: four days of an experienced colleague, and one day at the end"
                                        + " together.",
                                starts,
                                ends,
                                lookBack,
                                new BigDecimal("1600.00"),
                                payer)));
    }
}
