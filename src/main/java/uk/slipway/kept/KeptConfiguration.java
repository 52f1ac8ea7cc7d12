package uk.slipway.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import uk.slipway.accounts.CurrentViewer;

/** Puts the key beside the CSRF token into every {@code th:action} form of a signed-in person. */
@Configuration(proxyBeanMethods = false)
class KeptConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<KeptForms> keptForms;

    KeptConfiguration(ObjectProvider<KeptForms> keptForms) {
        this.keptForms = keptForms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(keptForms.getObject());
    }

    /** Spring MVC knows one processor of forms, and Spring Security has it: this one asks that one first. */
    @Bean
    static BeanPostProcessor keyInEveryForm(ObjectProvider<KeepKey> keys, ObjectProvider<CurrentViewer> viewer) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return "requestDataValueProcessor".equals(name) && bean instanceof RequestDataValueProcessor security
                        ? new KeyInEveryForm(security, keys, viewer)
                        : bean;
            }
        };
    }

    private static final class KeyInEveryForm implements RequestDataValueProcessor {

        private static final String WANTED = KeyInEveryForm.class.getName();

        private final RequestDataValueProcessor security;
        private final ObjectProvider<KeepKey> keys;
        private final ObjectProvider<CurrentViewer> viewer;

        KeyInEveryForm(
                RequestDataValueProcessor security,
                ObjectProvider<KeepKey> keys,
                ObjectProvider<CurrentViewer> viewer) {
            this.security = security;
            this.keys = keys;
            this.viewer = viewer;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            boolean holdsText = !"get".equalsIgnoreCase(method) && !action.endsWith("/sign-out");
            request.setAttribute(WANTED, holdsText);
            return security.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return security.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var theirs = security.getExtraHiddenFields(request);
            if (!Boolean.TRUE.equals(request.getAttribute(WANTED))) {
                return theirs;
            }
            var fields = theirs == null ? new LinkedHashMap<String, String>() : new LinkedHashMap<>(theirs);
            viewer.getObject()
                    .signedInAccount()
                    .ifPresent(account ->
                            fields.put(KeptForms.KEY, keys.getObject().of(account)));
            return fields;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return security.processUrl(request, url);
        }
    }
}
