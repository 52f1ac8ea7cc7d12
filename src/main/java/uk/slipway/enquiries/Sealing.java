package uk.slipway.enquiries;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kept.Envelope;
import uk.slipway.kept.Secret;

/**
 * What is known of people who enquire as bytes that only this installation reads, and hashes under a key by which an
 * address, a number or a name is found again without opening any of it.
 */
@Component
class Sealing {

    private final Envelope envelope;
    private final SecretKeySpec lookUp;
    private final JsonMapper json;

    Sealing(Secret secret, JsonMapper json) {
        this.envelope = secret.envelope("people who enquire");
        this.lookUp = secret.key("finding people who enquire", "HmacSHA256");
        this.json = json;
    }

    byte[] seal(UUID id, Person person) {
        return envelope.seal(id, json.writeValueAsBytes(person));
    }

    Person open(UUID id, byte[] sealed) {
        return json.readValue(envelope.open(id, sealed), Person.class);
    }

    byte[] seal(UUID id, String words) {
        return envelope.seal(id, words.getBytes(StandardCharsets.UTF_8));
    }

    String words(UUID id, byte[] sealed) {
        return new String(envelope.open(id, sealed), StandardCharsets.UTF_8);
    }

    byte @Nullable [] emailHash(@Nullable String email) {
        return email == null
                ? null
                : Person.email(email).map(address -> hash("email", address)).orElse(null);
    }

    byte @Nullable [] telephoneHash(@Nullable String telephone) {
        return telephone == null
                ? null
                : Person.telephone(telephone)
                        .map(digits -> hash("telephone", digits))
                        .orElse(null);
    }

    /** One hash for each word of a name, without its accents and in whatever case. */
    List<byte[]> nameHashes(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(20)
                .map(word -> hash("name", word))
                .toList();
    }

    byte[] machineHash(String machine) {
        return hash("machine", machine);
    }

    private byte[] hash(String kind, String text) {
        return Secret.mac(lookUp, (kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
