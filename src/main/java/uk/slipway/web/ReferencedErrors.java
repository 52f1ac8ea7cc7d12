package uk.slipway.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives every fault of ours a reference that the reader can quote and the log explains; nothing else of it reaches the page. */
@Component
final class ReferencedErrors extends DefaultErrorAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(ReferencedErrors.class);
    private static final int OURS = 500;
    private static final int LENGTH = 8;

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= OURS) {
            String reference = UUID.randomUUID().toString().substring(0, LENGTH).toUpperCase(Locale.ROOT);
            attributes.put("reference", reference);
            LOG.error("Reference {}: {} failed", reference, attributes.get("path"), getError(request));
        }
        return attributes;
    }
}
