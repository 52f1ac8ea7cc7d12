package uk.slipway.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import uk.slipway.kernel.Seal;

/** Encrypts what was typed, bound to the id it is kept under. */
@Component
class Sealed {

    private final SecretKeySpec key;

    Sealed(Secret secret) {
        this.key = secret.key("what was typed", "AES");
    }

    byte[] seal(UUID id, List<TypedField> fields) {
        return Seal.seal(key, id.toString(), bytes(fields));
    }

    List<TypedField> open(UUID id, byte[] kept) {
        try {
            return fields(Seal.open(key, id.toString(), kept));
        } catch (Seal.Broken broken) {
            throw new IllegalStateException("What was kept cannot be read: has slipway.secret changed?", broken);
        }
    }

    private static byte[] bytes(List<TypedField> fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(fields.size());
            for (var field : fields) {
                write(out, field.name());
                write(out, field.text());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<TypedField> fields(byte[] bytes) {
        var fields = new ArrayList<TypedField>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            for (int field = 0; field < count; field++) {
                fields.add(new TypedField(read(in), read(in)));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return fields;
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
