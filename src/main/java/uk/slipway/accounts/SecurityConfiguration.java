package uk.slipway.accounts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String[] OPEN_TO_ALL = {
        "/assets/**",
        "/favicon.ico",
        "/sign-in",
        "/invitations/**",
        "/password-reset/**",
        "/notices/acknowledge/**",
        "/accessibility",
        "/privacy",
        "/cookies",
        "/fostering/protocol",
        "/fostering/protocol/versions/*",
        "/error",
        "/actuator/health/**"
    };

    /** Pages for whoever runs or builds Slipway, which nobody has in production. */
    private static final String DEVELOPMENT = "/development/**";

    /** Programs: no session and no cookie, so that nothing a browser holds can be made to act here. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, PersonalTokens tokens, CurrentViewer currentViewer)
            throws Exception {
        return http.securityMatcher("/api/v1/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .addFilterBefore(new TokenFilter(tokens, currentViewer), AnonymousAuthenticationFilter.class)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    /**
     * Forms that anybody may send without an account: no session and no cookie, for them or for a program that sends
     * thousands. They do nothing in anybody's name, so that there is nothing to forge.
     */
    @Bean
    @Order(2)
    SecurityFilterChain formsForAnybody(HttpSecurity http) throws Exception {
        return http.securityMatcher("/foster", "/foster/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            ObjectProvider<LostSubmission> lostSubmission,
            Environment environment)
            throws Exception {
        boolean demonstration = environment.acceptsProfiles(Profiles.of("demonstration | test"));
        var refusal = new RefusedForm(lostSubmission);
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN_TO_ALL).permitAll();
                    requests.requestMatchers("/actuator/**").denyAll();
                    if (demonstration) {
                        requests.requestMatchers(DEVELOPMENT).permitAll();
                    } else {
                        requests.requestMatchers(DEVELOPMENT).denyAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .securityContext(context -> context.securityContextRepository(contexts))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in"))
                                .accessDeniedHandler(refusal))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }

    /** The one cookie: it names the session, is read by no script, and goes over https only where the page came so. */
    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("slipway");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Argon2id with the parameters Spring Security recommends. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
