package uk.slipway.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation, {@code slipway.address}. Never taken from a request: whoever asks for somebody
 * else's password link could put their own address there.
 */
@Component
@Lazy(false)
public class PublicAddress {

    private static final Logger LOG = LoggerFactory.getLogger(PublicAddress.class);

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
        if (!environment.containsProperty("slipway.address")
                && !environment.acceptsProfiles(Profiles.of("demonstration | test"))) {
            LOG.warn("slipway.address is not set: links in messages will lead to this machine only");
        }
    }

    /** The whole address of a page. */
    public String of(String path) {
        var base = environment.getProperty("slipway.address");
        if (base == null || base.isBlank()) {
            var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            base = "http://localhost:" + port;
        }
        return base.replaceAll("/+$", "") + path;
    }
}
