package uk.slipway.enquiries;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.slipway.kept.Secret;
import uk.slipway.kernel.Seal;

/**
 * What is known of people who enquire as bytes that only this installation reads, and hashes under a key by which an
 * address, a number or a name is found again without opening any of it.
 */
@Component
class Sealing {

    private final EnquiryKeys keys;
    private final JsonMapper json;

    Sealing(EnquiryKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The name of the key that seals now. */
    String under() {
        return keys.current().name();
    }

    byte[] seal(UUID id, Person person) {
        return seal(id, json.writeValueAsBytes(person));
    }

    /** @throws IllegalStateException when no key of the ring opens it */
    Person open(UUID id, byte[] sealed) {
        return json.readValue(opened(id, sealed), Person.class);
    }

    byte[] seal(UUID id, String words) {
        return seal(id, words.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when no key of the ring opens it */
    String words(UUID id, byte[] sealed) {
        return new String(opened(id, sealed), StandardCharsets.UTF_8);
    }

    private byte[] seal(UUID id, byte[] content) {
        return Seal.seal(keys.current().sealing(), id.toString(), content);
    }

    /** What is not sealed anew yet opens by an older key: each knows whether it is the one. */
    private byte[] opened(UUID id, byte[] sealed) {
        Seal.Broken last = null;
        for (var key : keys.all()) {
            try {
                return Seal.open(key.sealing(), id.toString(), sealed);
            } catch (Seal.Broken anothers) {
                last = anothers;
            }
        }
        throw new IllegalStateException(
                "Somebody who enquired cannot be read: put their key back into " + EnquiryKeys.PROPERTY, last);
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
        return Secret.mac(keys.current().lookUp(), (kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
