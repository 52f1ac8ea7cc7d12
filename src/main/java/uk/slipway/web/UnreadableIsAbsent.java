package uk.slipway.web;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An identifier, a version or a choice that cannot be read counts as not sent. Nobody types these, so nobody can mend
 * them: a form whose record could not be bound would come back without anything that was typed into its other fields. In
 * an address such a part leads nowhere: 404.
 */
@Component
// A converter may answer null; the signatures it is registered with do not say so.
@SuppressWarnings("NullAway")
final class UnreadableIsAbsent implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, UnreadableIsAbsent::identifier);
        registry.addConverter(String.class, Long.class, UnreadableIsAbsent::number);
        registry.addConverterFactory(new Choices());
    }

    private static @Nullable UUID identifier(String sent) {
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable Long number(String sent) {
        try {
            return Long.valueOf(sent.strip());
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static final class Choices implements ConverterFactory<String, Enum<?>> {

        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return sent -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(sent))
                    .findFirst()
                    .orElse(null);
        }
    }
}
