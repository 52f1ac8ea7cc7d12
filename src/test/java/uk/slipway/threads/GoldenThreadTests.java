package uk.slipway.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.slipway.kernel.RecordRef;

class GoldenThreadTests {

    private static final RecordRef FIGURE = record("figure", 1);
    private static final RecordRef SENTENCE = record("sentence", 2);
    private static final RecordRef QUESTION = record("question", 3);
    private static final RecordRef OTHER_QUESTION = record("question", 4);
    private static final RecordRef HEADLINE = record("headline", 5);
    private static final RecordRef COMMITMENT = record("commitment", 6);
    private static final RecordRef STEP = record("next-step", 7);

    private static final List<Link> LINKS = List.of(
            link(HEADLINE, COMMITMENT),
            link(HEADLINE, STEP),
            link(FIGURE, SENTENCE),
            link(SENTENCE, QUESTION),
            link(SENTENCE, OTHER_QUESTION),
            link(QUESTION, HEADLINE));

    @Test
    void aThreadGoesUpAndDownButNotToWhatWasMadeBeside() {
        var thread = GoldenThread.of(
                HEADLINE, LINKS, visible(FIGURE, SENTENCE, QUESTION, OTHER_QUESTION, HEADLINE, COMMITMENT, STEP));
        assertThat(records(thread)).containsExactly(FIGURE, SENTENCE, QUESTION, HEADLINE, STEP, COMMITMENT);
        assertThat(thread.links()).hasSize(5);
        assertThat(thread.things()).extracting(GoldenThread.Thing::depth).containsExactly(0, 1, 2, 3, 4, 4);
    }

    @Test
    void whatLiesBehindSomethingHiddenIsNotReached() {
        var thread = GoldenThread.of(HEADLINE, LINKS, visible(FIGURE, SENTENCE, HEADLINE, COMMITMENT));
        assertThat(records(thread)).containsExactly(HEADLINE, COMMITMENT);
        assertThat(thread.links()).extracting(Link::made).containsExactly(COMMITMENT);
    }

    @Test
    void whatIsReachedAnotherWayIsShownWithoutTheHiddenOne() {
        var thread = GoldenThread.of(
                FIGURE,
                List.of(link(FIGURE, SENTENCE), link(SENTENCE, QUESTION), link(FIGURE, QUESTION)),
                visible(FIGURE, QUESTION));
        assertThat(records(thread)).containsExactly(FIGURE, QUESTION);
        assertThat(thread.links()).containsExactly(link(FIGURE, QUESTION));
    }

    @Test
    void aCircleIsWalkedOnce() {
        var thread = GoldenThread.of(
                QUESTION,
                List.of(link(QUESTION, HEADLINE), link(HEADLINE, COMMITMENT), link(COMMITMENT, QUESTION)),
                visible(QUESTION, HEADLINE, COMMITMENT));
        assertThat(records(thread)).containsExactlyInAnyOrder(QUESTION, HEADLINE, COMMITMENT);
        assertThat(ThreadPicture.of(thread).boxes()).hasSize(3);
    }

    @Test
    void moreThanAPageHoldsIsSaidAndTheNearestAreShown() {
        var many =
                IntStream.range(100, 300).mapToObj(n -> record("question", n)).toList();
        var visible = visible(many.toArray(RecordRef[]::new));
        visible.put(SENTENCE, summary(SENTENCE));
        var thread = GoldenThread.of(
                SENTENCE, many.stream().map(one -> link(SENTENCE, one)).toList(), visible);
        assertThat(thread.things()).hasSize(GoldenThread.MOST);
        assertThat(thread.more()).isTrue();
        assertThat(thread.things().getFirst().record()).isEqualTo(SENTENCE);
    }

    @Test
    void thePictureHoldsEveryThingInsideItsFrame() {
        var thread = GoldenThread.of(
                SENTENCE, LINKS, visible(FIGURE, SENTENCE, QUESTION, OTHER_QUESTION, HEADLINE, COMMITMENT, STEP));
        var picture = ThreadPicture.of(thread);
        assertThat(picture.columns()).isEqualTo(2);
        assertThat(picture.lines()).hasSize(thread.links().size());
        assertThat(picture.boxes()).allSatisfy(box -> {
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(picture.width());
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.height());
            assertThat(box.lines()).hasSizeBetween(1, 2).allMatch(line -> line.length() <= 28);
        });
    }

    private static List<RecordRef> records(GoldenThread thread) {
        return thread.things().stream().map(GoldenThread.Thing::record).toList();
    }

    private static Map<RecordRef, Summary> visible(RecordRef... records) {
        var visible = new HashMap<RecordRef, Summary>();
        for (var record : records) {
            visible.put(record, summary(record));
        }
        return visible;
    }

    private static Summary summary(RecordRef record) {
        return new Summary(
                switch (record.kind()) {
                    case "figure" -> Strand.FIGURE;
                    case "sentence" -> Strand.SENTENCE;
                    case "question" -> Strand.QUESTION;
                    case "headline" -> Strand.HEADLINE;
                    case "next-step" -> Strand.NEXT_STEP;
                    default -> Strand.COMMITMENT;
                },
                record.kind(),
                "Example words that are rather long, so that they take more than one line, and then even more than two",
                "Bolton",
                LocalDate.of(2026, 11, 23),
                null,
                null,
                "/");
    }

    private static Link link(RecordRef from, RecordRef made) {
        return new Link(new LinkId(new UUID(9, 9)), from, made, null, Instant.EPOCH, "Sam", null);
    }

    private static RecordRef record(String kind, int number) {
        return new RecordRef(kind, new UUID(0, number));
    }
}
