package uk.slipway.web;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.NoOpToken;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * What Thymeleaf lacks for a form kit without preprocessing: {@code kit:attributes} writes a map of attributes,
 * {@code kit:content} writes the {@code html} (a fragment) or else the {@code text} (escaped) of a component's options, or a {@link SafeHtml},
 * {@code kit:options} writes the items of a select;
 * and the objects {@code #words}, {@code #bound} and {@code #kit}.
 */
@Component
final class KitDialect extends AbstractProcessorDialect implements IExpressionObjectDialect {
    private static final int PRECEDENCE_OF_STANDARD = 1000;
    private static final int AFTER_ATTRIBUTES = 1100;
    private static final int LIKE_TEXT = 1300;

    private static final Words WORDS = new Words();
    private static final Kit KIT = new Kit();

    KitDialect() {
        super("Slipway form kit", "kit", PRECEDENCE_OF_STANDARD);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Attributes(dialectPrefix), new Content(dialectPrefix), new Options(dialectPrefix));
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new Objects();
    }

    private static final class Objects implements IExpressionObjectFactory {
        @Override
        public Set<String> getAllExpressionObjectNames() {
            return Set.of("words", "bound", "kit");
        }

        @Override
        public @Nullable Object buildObject(IExpressionContext context, String name) {
            return switch (name) {
                case "words" -> WORDS;
                case "kit" -> KIT;
                case "bound" -> new Bound(context);
                default -> null;
            };
        }

        @Override
        public boolean isCacheable(String name) {
            return true;
        }
    }

    /** An attribute of the kit: it is evaluated, and what comes of it is written. */
    private abstract static class Evaluated extends AbstractAttributeTagProcessor {
        Evaluated(String prefix, String name, int precedence) {
            super(TemplateMode.HTML, prefix, null, false, name, true, precedence, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attributeName,
                String attributeValue,
                IElementTagStructureHandler structureHandler) {
            write(
                    StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, attributeValue)
                            .execute(context),
                    structureHandler);
        }

        abstract void write(@Nullable Object value, IElementTagStructureHandler structureHandler);
    }

    /** Follows the design system's rule: an optional attribute that is true is written without a value, false or null not at all. */
    private static final class Attributes extends Evaluated {
        Attributes(String prefix) {
            super(prefix, "attributes", AFTER_ATTRIBUTES);
        }

        @Override
        void write(@Nullable Object value, IElementTagStructureHandler structureHandler) {
            if (value instanceof Map<?, ?> attributes) {
                attributes.forEach((name, given) -> write(String.valueOf(name), given, structureHandler::setAttribute));
            }
        }

        static void write(String name, @Nullable Object given, BiConsumer<String, String> attribute) {
            Object value = given;
            if (given instanceof Map<?, ?> options) {
                value = options.get("value");
                if (Boolean.TRUE.equals(options.get("optional"))) {
                    if (value == null || Boolean.FALSE.equals(value)) {
                        return;
                    }
                    value = Boolean.TRUE.equals(value) ? "" : value;
                }
            }
            attribute.accept(name, HtmlEscape.escapeHtml5Xml(value == null ? "" : value.toString()));
        }
    }

    /** All at once, because a select of England's authorities has more than 150, and a page may have two of them. */
    private static final class Options extends Evaluated {
        Options(String prefix) {
            super(prefix, "options", LIKE_TEXT);
        }

        @Override
        void write(@Nullable Object value, IElementTagStructureHandler structureHandler) {
            var html = new StringBuilder();
            if (value instanceof Map<?, ?> select && select.get("items") instanceof Iterable<?> items) {
                for (var item : items) {
                    if (item instanceof Map<?, ?> option && KIT.has(option)) {
                        write(option, select.get("value"), html);
                    }
                }
            }
            structureHandler.setBody(html.toString(), false);
        }

        private static void write(Map<?, ?> option, @Nullable Object chosen, StringBuilder html) {
            BiConsumer<String, String> attribute = (name, value) ->
                    html.append(' ').append(name).append("=\"").append(value).append('"');
            var text = option.get("text");
            html.append("<option");
            if (option.containsKey("value")) {
                Attributes.write("value", option.get("value"), attribute);
            }
            if (isSelected(option, chosen)) {
                attribute.accept("selected", "selected");
            }
            if (KIT.has(option.get("disabled"))) {
                attribute.accept("disabled", "disabled");
            }
            if (option.get("attributes") instanceof Map<?, ?> more) {
                more.forEach((name, value) -> Attributes.write(String.valueOf(name), value, attribute));
            }
            html.append('>')
                    .append(text == null ? "" : HtmlEscape.escapeHtml5Xml(text.toString()))
                    .append("</option>\n");
        }

        private static boolean isSelected(Map<?, ?> option, @Nullable Object chosen) {
            var said = option.get("selected");
            if (said != null) {
                return Boolean.TRUE.equals(said);
            }
            return KIT.has(chosen)
                    && java.util.Objects.equals(
                            chosen, option.containsKey("value") ? option.get("value") : option.get("text"));
        }
    }

    private static final class Content extends Evaluated {
        Content(String prefix) {
            super(prefix, "content", LIKE_TEXT);
        }

        @Override
        void write(@Nullable Object value, IElementTagStructureHandler structureHandler) {
            Object content = value;
            if (content instanceof Map<?, ?> options) {
                content = options.get("html") instanceof Object markup
                                && (markup instanceof Fragment || markup instanceof SafeHtml)
                        ? markup
                        : options.get("text");
            }
            if (content == null || content == NoOpToken.VALUE) {
                structureHandler.setBody("", false);
            } else if (content instanceof SafeHtml safe) {
                structureHandler.setBody(safe.html(), false);
            } else if (content instanceof Fragment markup) {
                insert(markup, structureHandler);
            } else {
                structureHandler.setBody(HtmlEscape.escapeHtml5Xml(content.toString()), false);
            }
        }

        private static void insert(Fragment markup, IElementTagStructureHandler structureHandler) {
            var model = markup.getTemplateModel();
            if (model == null) {
                structureHandler.setBody("", false);
                return;
            }
            structureHandler.setTemplateData(model.getTemplateData());
            Map<String, Object> parameters = markup.getParameters();
            if (parameters != null) {
                parameters.forEach(structureHandler::setLocalVariable);
            }
            structureHandler.setBody(model, true);
        }
    }
}
