package uk.slipway.vacancies;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;

/** Made-up homes of every authority, confirmed this week; those of Sampleford have not been confirmed for a month. */
@Component
@Profile("demonstration")
@Order(20)
class VacanciesChapter implements Chapter {

    private final TellVacancies tell;

    VacanciesChapter(TellVacancies tell) {
        this.tell = tell;
    }

    @Override
    public Place place() {
        return Place.FORUMS_PLANNED;
    }

    @Override
    public void play(Stage stage, StagedYear year) {
        if (!year.isThisYear()) {
            return;
        }
        var real = stage.real(year);
        for (int i = 0; i < real.size(); i++) {
            int number = i;
            var authority = real.get(i);
            var next = real.get((i + 1) % real.size());
            stage.scene(
                    year.day(-60),
                    Stage.email("fostering", authority),
                    officer -> homes(officer, year, authority, next, number));
            stage.scene(year.day(-2), Stage.email("fostering", authority), tell::confirmAll);
        }
        for (var authority : stage.fictitious(year)) {
            boolean first = authority.equals(stage.fictitious(year).getFirst());
            stage.scene(
                    year.day(first ? -60 : -30),
                    Stage.email("fostering", authority),
                    officer -> homes(officer, year, authority, authority, first ? 1 : 2));
            if (first) {
                stage.scene(year.day(-2), Stage.email("fostering", authority), tell::confirmAll);
            }
        }
    }

    private void homes(Viewer officer, StagedYear year, LocalAuthority authority, LocalAuthority other, int number) {
        // Some have homes for older children alone, so that a referral does not go to everybody.
        boolean young = number < 4 || number > 13;
        home(
                officer,
                year,
                authority,
                "FC-1",
                3,
                2,
                young ? 0 : 10,
                young ? 12 : 17,
                List.of(PlacementType.SHORT_TERM, PlacementType.EMERGENCY),
                List.of(Skill.TRAUMA, Skill.BROTHERS_AND_SISTERS),
                List.of());
        home(
                officer,
                year,
                authority,
                "FC-2",
                2,
                1,
                young ? 5 : 11,
                17,
                List.of(PlacementType.SHORT_TERM, PlacementType.LONG_TERM),
                List.of(Skill.TEENAGERS, Skill.AUTISM),
                List.of(new Vacancy.ChildThere(other.id(), AgeBand.AGE_10_TO_13)));
        if (number % 3 == 0) {
            home(
                    officer,
                    year,
                    authority,
                    "FC-3",
                    1,
                    1,
                    10,
                    17,
                    List.of(PlacementType.LONG_TERM),
                    List.of(Skill.TEENAGERS, Skill.INDEPENDENCE),
                    List.of());
        }
    }

    private void home(
            Viewer officer,
            StagedYear year,
            LocalAuthority authority,
            String reference,
            int approved,
            int free,
            int youngest,
            int oldest,
            List<PlacementType> types,
            List<Skill> skills,
            List<Vacancy.ChildThere> children) {
        tell.add(
                officer,
                new VacancyId(Uuid7.next()),
                authority.id(),
                new Vacancy.Terms(
                        reference,
                        "ZZ9",
                        approved,
                        free,
                        youngest,
                        oldest,
                        types,
                        skills,
                        List.of(),
                        List.of(Caution.SETS_FIRES),
                        "Example: a quiet house with a garden, near a bus route. The carers do not work in the"
                                + " holidays.",
                        year.day(-60)),
                children);
    }
}
