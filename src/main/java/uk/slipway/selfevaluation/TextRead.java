package uk.slipway.selfevaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a self-evaluation as somebody had it before them, as one fingerprint for each section. A signature is given
 * to one such text, and the form that signs carries it.
 */
record TextRead(List<SectionRead> sections) {

    private static final Pattern SENT = Pattern.compile("([^ ;]{1,100}) ([0-9]{1,18}) ([0-9a-f]{32})");

    TextRead {
        sections = List.copyOf(sections);
    }

    /**
     * One section as it was read.
     *
     * @param code the section's code in the template
     * @param version the version of its text
     * @param fingerprint of everything in it: text, grade, points, evidence, answers
     */
    record SectionRead(String code, long version, String fingerprint) {}

    /** The text as it stands. */
    static TextRead of(ShowSelfEvaluation.Whole whole) {
        return new TextRead(whole.sections().stream()
                .map(section -> new SectionRead(section.code(), section.version(), fingerprint(whole, section)))
                .toList());
    }

    /** What a form sent back; what is malformed was never read, so that it differs from every text. */
    static TextRead parse(@Nullable String sent) {
        return new TextRead(Arrays.stream(Objects.requireNonNullElse(sent, "").split(";"))
                .map(SENT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new SectionRead(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
                .toList());
    }

    /** As a form carries it. */
    String asSent() {
        return sections.stream()
                .map(section -> section.code() + " " + section.version() + " " + section.fingerprint())
                .collect(Collectors.joining(";"));
    }

    /** Whether another text says the same in every section. Saving the same words again is no other text. */
    boolean saysTheSameAs(TextRead other) {
        return sections.size() == other.sections.size() && sections.stream().allMatch(other::says);
    }

    /** Whether it has a section with the same words. */
    boolean says(SectionRead section) {
        return sections.stream()
                .anyMatch(mine ->
                        mine.code().equals(section.code()) && mine.fingerprint().equals(section.fingerprint()));
    }

    /** The version of a section that was read; 0, before the first, where it was not read at all. */
    long versionOf(String code) {
        return sections.stream()
                .filter(section -> section.code().equals(code))
                .mapToLong(SectionRead::version)
                .findFirst()
                .orElse(0);
    }

    private static String fingerprint(ShowSelfEvaluation.Whole whole, Reading.SectionText section) {
        var said = new Said();
        said.add(section.title(), section.body(), section.grade());
        whole.points().stream()
                .filter(point -> point.section().equals(section.id()))
                .forEach(point -> said.add(point.kind().name(), point.text()));
        whole.evidence().stream()
                .filter(piece -> piece.section().equals(section.id()))
                .forEach(piece -> said.add(
                        piece.kind().name(),
                        piece.reference(),
                        Objects.toString(piece.dated(), null),
                        piece.note(),
                        Objects.toString(piece.document(), null)));
        if (section.progress()) {
            for (var commitment : whole.commitments()) {
                said.add(commitment.text());
                commitment
                        .answerIn(whole.head().cycle())
                        .ifPresent(answer -> said.add(answer.answer().name(), answer.note()));
            }
        }
        return said.fingerprint();
    }

    /** Takes words in; each with its length before it, so that no two different texts run together to the same. */
    private static final class Said {

        private final MessageDigest digest;

        Said() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }

        void add(@Nullable String... words) {
            for (var word : words) {
                var bytes = word == null ? new byte[0] : word.getBytes(StandardCharsets.UTF_8);
                digest.update(((word == null ? "-" : Integer.toString(bytes.length)) + ":")
                        .getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            digest.update((byte) '\n');
        }

        String fingerprint() {
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        }
    }
}
