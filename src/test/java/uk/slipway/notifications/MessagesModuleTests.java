package uk.slipway.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.house.ModuleTest;
import uk.slipway.house.TestClock;

@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class MessagesModuleTests {

    private static final Recipient MARY = new Recipient("Mary Walker", "mary@bolton.example");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    Messages messages;

    @Autowired
    DeliverMessages withoutServer;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aMessageArrivesOnceAndItsTextIsDeletedHere() throws Exception {
        messages.send(MARY, "Your invitation\nBcc: other@bolton.example", "Dear Mary\n\nÀ bientôt\n");
        assertThat(through(SERVER.getSmtp().getPort()).deliver()).isOne();
        assertThat(through(SERVER.getSmtp().getPort()).deliver()).isZero();
        var received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Your invitation Bcc: other@bolton.example");
        assertThat(received[0].getAllRecipients()).hasSize(1);
        assertThat(received[0].getContent().toString()).contains("À bientôt");
        assertThat(jdbc.sql("select count(*) from outbox_message where body is null and sent_at is not null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void nothingIsWrittenToAnybodyByWhatDidNotTakeEffect() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            messages.send(MARY, "Your invitation", "Dear Mary");
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedAgainLaterAndLaterStill() {
        messages.send(MARY, "Your invitation", "Dear Mary");
        assertThat(through(1).deliver()).isZero();
        assertThat(through(SERVER.getSmtp().getPort()).deliver()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(through(1).deliver()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(through(SERVER.getSmtp().getPort()).deliver()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(through(SERVER.getSmtp().getPort()).deliver()).isOne();
    }

    @Test
    void afterTwelveAttemptsItIsGivenUp() {
        messages.send(MARY, "Your invitation", "Dear Mary");
        for (int attempt = 0; attempt < DeliverMessages.MOST_ATTEMPTS; attempt++) {
            through(1).deliver();
            clock.advance(Duration.ofHours(6));
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void withoutAServerEverythingWaits() {
        messages.send(MARY, "Your invitation", "Dear Mary");
        assertThat(withoutServer.deliver()).isZero();
        assertThat(waiting()).isOne();
    }

    @Test
    void whatIsWrongWithTheMailIsSaid() {
        messages.send(MARY, "Your invitation", "Dear Mary");
        assertThat(outbox.warning())
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("No mail server is configured")
                        .contains("1 message waits"));
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", new JavaMailSenderImpl());
        var withServer = new Outbox(jdbc, beans.getBeanProvider(JavaMailSender.class));
        assertThat(withServer.warning()).isEmpty();
        for (int attempt = 0; attempt < DeliverMessages.MOST_ATTEMPTS; attempt++) {
            through(1).deliver();
            clock.advance(Duration.ofHours(6));
        }
        assertThat(withServer.warning())
                .hasValueSatisfying(
                        words -> assertThat(words).contains("No messages wait").contains("1 was given up"));
    }

    @Test
    void theStartWithoutAMailServerIsWarnedOf(CapturedOutput output) {
        new MailServerCheck(outbox).run(new DefaultApplicationArguments());
        assertThat(output).contains("spring.mail.host is not set");
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox_message where sent_at is null and given_up_at is null")
                .query(Long.class)
                .single();
    }

    private DeliverMessages through(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", sender);
        return new DeliverMessages(jdbc, beans.getBeanProvider(JavaMailSender.class), clock, "slipway@region.example");
    }
}
