package uk.slipway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of Slipway's own controllers, in the order of their names. */
record Routes(List<Route> all) {

    static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-zA-Z]+)(:[^}]*)?}");

    record Route(String method, String pattern) {

        /** How many parts of the pattern are the word itself: of two that match, the more literal one is meant. */
        private long literal() {
            return Stream.of(pattern.split("/"))
                    .filter(part -> !part.contains("{"))
                    .count();
        }

        private boolean matches(String path) {
            var expression = VARIABLE.splitAsStream(pattern).map(Pattern::quote).toList();
            var whole = String.join("[^/]+", expression) + (pattern.endsWith("}") ? "[^/]+" : "");
            return Pattern.matches(whole, path);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Routes of(RequestMappingHandlerMapping mappings) {
        var found = new ArrayList<Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("uk.slipway")) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (var pattern : mapping.getPatternValues()) {
                    (methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name))
                            .forEach(method -> found.add(new Route(method, pattern)));
                }
            }
        });
        found.sort((one, other) -> one.toString().compareTo(other.toString()));
        return new Routes(found);
    }

    /** The route that answers a path without its query. */
    Optional<Route> of(String method, String path) {
        return all.stream()
                .filter(route -> route.method().equals(method) && route.matches(path))
                .max((one, other) -> Long.compare(one.literal(), other.literal()));
    }
}
