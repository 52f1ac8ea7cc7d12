package uk.slipway.web;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The application's template engine without the application: fast enough to render every fixture. */
final class Rendering {
    static final SpringTemplateEngine ENGINE = engine();

    private Rendering() {}

    /** Renders markup that uses the kit's fragments. */
    static String render(String markup, Map<String, Object> model) {
        return ENGINE.process(markup, new Context(Locale.UK, model));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCheckExistence(true);
        files.setOrder(1);
        StringTemplateResolver inline = new StringTemplateResolver();
        inline.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(inline);
        engine.addDialect(new KitDialect());
        return engine;
    }
}
