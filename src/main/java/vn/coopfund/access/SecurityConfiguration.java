package vn.coopfund.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import vn.coopfund.database.Demonstration;

/** Two doors: people sign in by a form and hold a session; programs send HTTP Basic with each call to the REST face. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /** Pages that open without a sign-in; each such handler says so itself by {@link OpenToAll}. */
    private static final String[] OPEN_PAGES = {"/", "/sign-in", "/set-up/**", "/calculator/**", "/error", "/webjars/**",
        "/assets/**", "/favicon.ico", "/favicon.svg", "/actuator/health"};

    @Bean
    @Order(1)
    SecurityFilterChain doorForPrograms(HttpSecurity http, MessageSource messages, ObjectMapper json,
            Demonstration demonstration) throws Exception {
        AuthenticationEntryPoint signInFirst = problem(messages, json);
        return http.securityMatcher("/api/**", "/v3/api-docs/**")
                .authorizeHttpRequests(calls -> {
                    // whatever the method, so that another than POST is told that it is the wrong one
                    calls.requestMatchers("/api/v1/schedules").permitAll();
                    if (demonstration.on()) {
                        calls.requestMatchers("/v3/api-docs/**").permitAll();
                    }
                    calls.anyRequest().authenticated();
                })
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(signInFirst))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInFirst))
                .logout(logout -> logout.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorForPeople(HttpSecurity http) throws Exception {
        HttpSessionRequestCache unfinished = new HttpSessionRequestCache();
        unfinished.setRequestMatcher(SecurityConfiguration::isWorthResuming);
        return http
                .authorizeHttpRequests(pages -> pages
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations()).permitAll()
                        .requestMatchers(OPEN_PAGES).permitAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/home")
                        .failureHandler((request, response, refused) -> response.sendRedirect(request.getContextPath()
                                + (refused instanceof LockedException ? "/sign-in?locked" : "/sign-in?failed"))))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(cache -> cache.requestCache(unfinished))
                // the token lives in a cookie of its own, so that a form survives the end of its session
                .csrf(csrf -> csrf.csrfTokenRepository(new TokenBeyondSignOut()))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(Customizer.withDefaults())
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static boolean isWorthResuming(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && request.getHeader("HX-Request") == null
                && (request.getContentType() == null || !request.getContentType().startsWith("multipart/"));
    }

    private static AuthenticationEntryPoint problem(MessageSource messages, ObjectMapper json) {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException missing) ->
                writeProblem(request, response, missing instanceof LockedException, messages, json);
    }

    private static void writeProblem(HttpServletRequest request, HttpServletResponse response, boolean locked,
            MessageSource messages, ObjectMapper json) throws IOException {
        String wish = request.getHeader("Accept-Language");
        Locale locale = Locale.forLanguageTag(wish != null && wish.startsWith("en") ? "en" : "vi");
        HttpStatus status = locked ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
                messages.getMessage(locked ? "access.sign-in.locked" : "web.sign-in-first", null, locale));
        problem.setProperties(Map.of("errors", List.of()));
        response.setStatus(status.value());
        if (locked) {
            response.setHeader("Retry-After", "900");
        } else {
            response.setHeader("WWW-Authenticate", "Basic realm=\"coopfund\"");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    @Bean
    PasswordEncoder passwordEncoder(@Value("${coopfund.password-strength:10}") int strength) {
        return new RememberingPasswordEncoder(new BCryptPasswordEncoder(strength));
    }
}
