package uk.slipway.annualconversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.demonstration.Chapter;
import uk.slipway.demonstration.Stage;
import uk.slipway.demonstration.StagedYear;
import uk.slipway.headlines.HeadlineFixtures;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.TestClock;

@ModuleTest
class ChaptersModuleTests {

    @Autowired
    AutowireCapableBeanFactory factory;

    @Autowired
    Stage stage;

    @Autowired
    AccountsFixtures people;

    @Autowired
    HeadlineFixtures headlines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void aYearThatIsOverIsToldToItsEnd() throws Exception {
        people.ofsted("Bolton");
        people.director("Bolton");
        headlines.forum("Bolton");
        var today = LocalDate.of(2027, 11, 23);
        clock.moveTo(today);
        var over = new StagedYear(CyclesFixtures.THIS_YEAR, false, today);
        chapter("uk.slipway.headlines.HeadlinesChapter").play(stage, over);
        chapter("uk.slipway.annualconversation.AnnualConversationChapter").play(stage, over);
        assertThat(one("select state from annual_conversation")).isEqualTo("CLOSED");
        assertThat(one("select state from forum")).isEqualTo("CLOSED");
        assertThat(one("select state from seminar_proposal")).isEqualTo("CONSENTED");
        assertThat(one("select state from regional_headline")).isEqualTo("PUBLISHED");
        assertThat(one("select count(*) from commitment")).isEqualTo("2");
    }

    @Test
    void aYearThatGoesOnIsToldToToday() throws Exception {
        people.ofsted("Bolton");
        people.director("Bolton");
        headlines.forum("Bolton");
        var today = LocalDate.of(2027, 1, 27);
        clock.moveTo(today);
        var now = new StagedYear(CyclesFixtures.THIS_YEAR, true, today);
        chapter("uk.slipway.headlines.HeadlinesChapter").play(stage, now);
        chapter("uk.slipway.annualconversation.AnnualConversationChapter").play(stage, now);
        assertThat(one("select count(*) from headline where state = 'AGREED'")).isEqualTo("2");
        assertThat(one("select count(*) from share_opening")).isEqualTo("1");
        assertThat(one("select state from annual_conversation")).isEqualTo("PLANNED");
    }

    private Chapter chapter(String name) throws ClassNotFoundException {
        return (Chapter) factory.createBean(Class.forName(name));
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
