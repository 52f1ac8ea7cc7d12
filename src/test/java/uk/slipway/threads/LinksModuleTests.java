package uk.slipway.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.slipway.accounts.AccountsFixtures;
import uk.slipway.audit.AuditTrail;
import uk.slipway.audit.TrailEntry;
import uk.slipway.commitments.CommitmentAnswer;
import uk.slipway.commitments.CommitmentsFixtures;
import uk.slipway.cycles.CyclesFixtures;
import uk.slipway.headlines.HeadlineFixtures;
import uk.slipway.headlines.HeadlineKind;
import uk.slipway.house.ModuleTest;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.Uuid7;
import uk.slipway.peerchallenge.ForumFixtures;
import uk.slipway.region.LocalAuthorityId;
import uk.slipway.selfevaluation.SelfEvaluationFixtures;

@ModuleTest
class LinksModuleTests {

    private static final RecordRef QUESTION = new RecordRef("question", new UUID(1, 1));
    private static final RecordRef HEADLINE = new RecordRef("headline", new UUID(1, 2));

    @Autowired
    Links links;

    @Autowired
    AuditTrail trail;

    @Autowired
    AccountsFixtures people;

    @Autowired
    CyclesFixtures cycles;

    @Autowired
    CommitmentsFixtures commitments;

    @Autowired
    SelfEvaluationFixtures evaluations;

    @Autowired
    ForumFixtures forums;

    @Autowired
    HeadlineFixtures headlines;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private LocalAuthorityId bolton;

    @BeforeEach
    void aYearIsOpen() {
        cycles.thisYear();
        bolton = people.authority("Bolton");
    }

    @Test
    void aLinkStandsOnceAndIsWrittenDownWhenItIsMadeAndTakenAway() {
        var manager = people.regionalManager();
        for (int time = 0; time < 10; time++) {
            inOne(() -> links.choose(QUESTION, HEADLINE, bolton, manager));
        }
        assertThat(links.around(HEADLINE)).singleElement().satisfies(link -> {
            assertThat(link.from()).isEqualTo(QUESTION);
            assertThat(link.removableBy()).isEqualTo(manager.organisation());
            for (int time = 0; time < 10; time++) {
                inOne(() -> links.remove(link, manager));
            }
        });
        assertThat(links.around(HEADLINE)).isEmpty();
        assertThat(trail.of(HEADLINE))
                .extracting(TrailEntry::what)
                .containsExactly("took away the link to what it was made from", "linked it to what it was made from");
        inOne(() -> links.choose(QUESTION, HEADLINE, bolton, manager));
        assertThat(links.around(QUESTION)).hasSize(1);
    }

    @Test
    void aLinkThatFollowsIsNobodysToTakeAway() {
        inOne(() -> links.follow(QUESTION, HEADLINE, bolton));
        assertThat(links.around(QUESTION))
                .singleElement()
                .satisfies(link -> assertThat(link.removableBy()).isNull());
    }

    @Test
    void circlesAndLongChainsEnd() {
        inOne(() -> {
            links.follow(QUESTION, HEADLINE, bolton);
            links.follow(HEADLINE, QUESTION, bolton);
            for (int n = 10; n < 1_000; n++) {
                links.follow(example(n), example(n + 1), bolton);
            }
        });
        assertThat(links.around(QUESTION)).hasSize(2);
        assertThat(links.around(example(10)))
                .hasSize(Links.FURTHEST)
                .anyMatch(link -> link.made().equals(example(11)));
        assertThat(links.around(example(500))).hasSize(2 * Links.FURTHEST);
    }

    @Test
    void whatWasMadeBeforeThereWereLinksHasThemToo() throws IOException {
        var promised = commitments.made(bolton, cycles.lastYear().id(), "Example area for development", HEADLINE);
        var evaluation = evaluations.draft("Bolton");
        commitments.answered(promised, cycles.thisYear().id(), CommitmentAnswer.PARTLY, "", people.officer("Bolton"));
        var forum = headlines.forum("Bolton");
        var question = forums.questionsOf(forum).getFirst();
        var headline = headlines.agreed("Bolton", forum, HeadlineKind.STRENGTH, "Example strength");
        jdbc.update("delete from thread_link");
        // Ids of one millisecond are in no order: the lesser stands for both.
        var twice = Stream.of(cites(evaluation.value(), "2026-10-01"), cites(evaluation.value(), "2026-10-01"))
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        var first = twice.getFirst();
        var copy = twice.getLast();
        var other = cites(evaluation.value(), "2026-10-02");
        var line = UUID.randomUUID();
        jdbc.update(
                """
                insert into key_line_of_enquiry (id, version, owner_organisation_id, about_authority_id, cycle_id, text, sent_by,
                    sent_by_name, sent_at, question_id, answered_by_name, answered_at)
                values (?, 0, ?, ?, ?, 'Example', ?, 'Sam', now(), ?, 'Sam', now())
                """,
                line,
                people.ofsted("Bolton").organisation().value(),
                bolton.value(),
                cycles.thisYear().id().value(),
                people.ofsted("Bolton").account().value(),
                question);
        var conversation = UUID.randomUUID();
        jdbc.update("""
            insert into annual_conversation (id, version, authority_id, cycle_id, year_starts_in, remit, date, state, planned_at)
            values (?, 0, ?, ?, 2026, 'SEND', date '2027-02-10', 'PLANNED', now())
            """, conversation, bolton.value(), cycles.thisYear().id().value());
        jdbc.update("""
            insert into agenda_item (conversation_id, number, headline_id, text) values (?, 0, ?, 'Example strength'),
                (?, 1, null, 'Example of something added')
            """, conversation, headline.value(), conversation);
        for (int time = 0; time < 2; time++) {
            jdbc.execute(
                    Files.readString(Path.of("db", "migration", "V186__what_was_made_before_has_its_links_too.sql")));
        }
        var item = jdbc.queryForObject("select id from agenda_item where number = 0", UUID.class);
        assertThat(jdbc.queryForList("""
            select from_kind || ' ' || from_id || ' > ' || made_kind || ' ' || made_id from thread_link
            """, String.class))
                .containsExactlyInAnyOrder(
                        "figure " + first + " > sentence " + first,
                        "figure " + other + " > sentence " + other,
                        "key-line-of-enquiry " + line + " > question " + question,
                        "headline " + headline.value() + " > agenda-item " + item,
                        "headline " + HEADLINE.id() + " > commitment " + promised.value(),
                        "commitment " + promised.value() + " > self-evaluation " + evaluation.value());
        assertThat(jdbc.queryForObject(
                        "select citation_id from self_evaluation_evidence where id = ?", UUID.class, copy))
                .isEqualTo(first);
    }

    /** As a citation stood before citations had an identity of their own. */
    private UUID cites(UUID evaluation, String on) {
        var id = Uuid7.next();
        jdbc.update("""
            insert into self_evaluation_evidence (id, version, section_id, authority_id, kind, reference, note, created_at,
                cited_indicator, cited_period, cited_value, cited_words, cited_comparators, cited_source, cited_release, cited_at)
            select ?, 0, s.id, s.authority_id, 'INDICATOR', 'Example children, 2025: 12', '', now(),
                'example-children', 2025, 12, '12', 'England 110', 'Example publisher', 1, ?::date
            from self_evaluation_section s where s.evaluation_id = ? and s.position = 0
            """, id, on, evaluation);
        return id;
    }

    private static RecordRef example(int number) {
        return new RecordRef("example", new UUID(7, number));
    }

    private void inOne(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
