package uk.slipway.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as it is kept: without spaces around it, in lower case, at most 254 characters (RFC 5321).
 *
 * @param value the address
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[a-z0-9]([a-z0-9.-]{0,188}[a-z0-9])?");
    private static final int LONGEST = 254;

    /** Reads an address as it was typed; empty when it has not the shape of one. */
    public static Optional<EmailAddress> of(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && SHAPE.matcher(address).matches() && !address.contains("..")
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException when it has not the shape of an address */
    static EmailAddress required(String typed) {
        return of(typed).orElseThrow(() -> new IllegalArgumentException("Not an e-mail address"));
    }

    String domain() {
        return value.substring(value.indexOf('@') + 1);
    }
}
