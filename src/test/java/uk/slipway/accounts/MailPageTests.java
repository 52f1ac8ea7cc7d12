package uk.slipway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.house.PageTest;
import uk.slipway.house.TestClock;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.notifications.Messages;
import uk.slipway.notifications.Recipient;

/** What the demonstration would have sent. */
@PageTest
class MailPageTests {

    @Autowired
    MockMvc pages;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private void written(int count) {
        for (int number = 1; number <= count; number++) {
            var subject = "Message " + number;
            clock.advance(Duration.ofMinutes(1));
            transactions.executeWithoutResult(state -> messages.send(
                    new Recipient("Ada", "ada@enquirer.example"),
                    subject,
                    "Hello",
                    new RecordRef("test", Uuid7.next())));
        }
    }

    private Document opened(String address) throws Exception {
        return Jsoup.parse(pages.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void messagesAreReadPageByPageTheNewestFirst() throws Exception {
        written(45);
        var subjects = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var address = "/development/mail";
        while (!address.isEmpty()) {
            var page = opened(address);
            var here = page.select("main section h2").eachText();
            sizes.add(here.size());
            subjects.addAll(here);
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(subjects)
                .hasSize(45)
                .doesNotHaveDuplicates()
                .startsWith("Message 45")
                .endsWith("Message 1");
    }

    @Test
    void anAddressThatIsNoMessageShowsTheNewest() throws Exception {
        written(1);
        for (var after : List.of("nonsense", Uuid7.next().toString())) {
            assertThat(opened("/development/mail?after=" + after)
                            .select("main section h2")
                            .eachText())
                    .containsExactly("Message 1");
        }
    }
}
