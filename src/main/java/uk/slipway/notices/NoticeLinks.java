package uk.slipway.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.PublicAddress;
import uk.slipway.kernel.Uuid7;

/**
 * The links that open one notice for somebody without an account, and the codes that open what it says of the child. The
 * database holds only hashes: of a link's 256 random bits a plain one, of a code's six digits a slow one.
 */
@Component
class NoticeLinks {

    static final Duration HOLDS = Duration.ofDays(28);
    static final Duration CODE_HOLDS = Duration.ofMinutes(15);
    /** Guesses at one code. */
    static final int GUESSES = 5;
    /** Codes for one link within an hour. */
    static final int CODES = 5;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PublicAddress address;
    private final Clock clock;

    NoticeLinks(JdbcClient jdbc, PasswordEncoder encoder, PublicAddress address, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.address = address;
        this.clock = clock;
    }

    /** A link that was found, and whether it still opens the notice. */
    record Found(UUID id, NoticeId notice, boolean expired) {}

    /** Makes a link for a notice; earlier ones stop working. */
    String make(NoticeId notice) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        end(notice, now);
        jdbc.sql("""
            insert into notice_link (id, notice_id, token_hash, made_at, expires_at)
            values (:id, :notice, :hash, :now, :end)
            """)
                .param("id", Uuid7.next())
                .param("notice", notice.value())
                .param("hash", sha256(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(HOLDS).atOffset(ZoneOffset.UTC))
                .update();
        return address.of("/notices/acknowledge/" + token);
    }

    /** Links to the notice stop working. */
    void end(NoticeId notice, Instant now) {
        jdbc.sql("update notice_link set expires_at = least(expires_at, :now) where notice_id = :notice")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("notice", notice.value())
                .update();
    }

    Optional<Found> find(String token) {
        return jdbc.sql("select id, notice_id, expires_at <= :now as expired from notice_link where token_hash = :hash")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", sha256(token))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        new NoticeId(row.getObject("notice_id", UUID.class)),
                        row.getBoolean("expired")))
                .optional();
    }

    /** The first time it was opened. True when this is it. */
    boolean opened(UUID link) {
        return jdbc.sql("update notice_link set opened_at = :now where id = :id and opened_at is null")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", link)
                        .update()
                == 1;
    }

    /** A new code for a link; earlier ones stop working. Empty when too many have been asked for within the hour. */
    Optional<String> code(UUID link) {
        var now = clock.instant();
        hold(link);
        int asked = jdbc.sql("select count(*) from notice_code where link_id = :link and sent_at > :since")
                .param("link", link)
                .param("since", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        if (asked >= CODES) {
            return Optional.empty();
        }
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        jdbc.sql("update notice_code set expires_at = least(expires_at, :now) where link_id = :link")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("link", link)
                .update();
        jdbc.sql("""
            insert into notice_code (id, link_id, code_hash, sent_at, expires_at) values (:id, :link, :hash, :now, :end)
            """)
                .param("id", Uuid7.next())
                .param("link", link)
                .param("hash", encoder.encode(code))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(CODE_HOLDS).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(code);
    }

    /** Whether a code has been sent for the link that still works. */
    boolean awaitsCode(UUID link) {
        return jdbc.sql("""
            select exists (select 1 from notice_code
                where link_id = :link and expires_at > :now and used_at is null and guesses < :most)
            """)
                .param("link", link)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", GUESSES)
                .query(Boolean.class)
                .single();
    }

    /** What became of a guess. */
    enum Guess {
        RIGHT,
        WRONG,
        /** No code waits any more: it expired, was used, or was guessed at too often. */
        OVER
    }

    /** Counts the guess before it is looked at, so that many at once count too. */
    Guess guess(UUID link, String typed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        hold(link);
        record Waiting(UUID id, String hash) {}
        var waiting = jdbc.sql("""
            update notice_code set guesses = guesses + 1
            where id = (select id from notice_code where link_id = :link and expires_at > :now and used_at is null
                and guesses < :most order by sent_at desc limit 1)
            returning id, code_hash
            """)
                .param("link", link)
                .param("now", now)
                .param("most", GUESSES)
                .query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getString("code_hash")))
                .optional();
        if (waiting.isEmpty()) {
            return Guess.OVER;
        }
        if (!encoder.matches(typed, waiting.get().hash())) {
            return Guess.WRONG;
        }
        jdbc.sql("update notice_code set used_at = :now where id = :id")
                .param("now", now)
                .param("id", waiting.get().id())
                .update();
        return Guess.RIGHT;
    }

    private void hold(UUID link) {
        jdbc.sql("select id from notice_link where id = :link for update")
                .param("link", link)
                .query(UUID.class)
                .single();
    }

    /** What a browser's session knows a link by, so that the link itself stands nowhere else. */
    static String fingerprint(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
