package dev.interlock.server.security;

import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.errors.Outage;
import dev.interlock.server.security.signin.IdleSessions;
import dev.interlock.server.security.signin.LocalSignIn;
import dev.interlock.server.security.signin.OidcPeople;
import dev.interlock.server.security.signin.ProviderSignOut;
import dev.interlock.server.security.signin.SignInOutcome;
import dev.interlock.server.security.signin.SignInSettings;
import dev.interlock.server.security.tokens.TokenFilter;
import dev.interlock.server.security.tokens.Tokens;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The chains of filters: one for programs with a token, one for people in a browser. Both ask the
 * same table.
 */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

  /** What proves by its own signature who sent it. */
  private static final String SIGNED_CALLS = "/api/v1/estate/webhook";

  private final RouteAccess routes;
  private final Happenings happenings;
  private final Refusals refusals;
  private final InstantSource clock;

  SecurityWiring(
      RouteRules rules, CurrentAccess access, Happenings happenings, InstantSource clock) {
    this.clock = clock;
    this.routes = new RouteAccess(rules, access);
    this.happenings = happenings;
    this.refusals = new Refusals(happenings);
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(SignInSettings settings) {
    var headers = new FilterRegistrationBean<>(new SecurityHeaders(settings.origin()));
    headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return headers;
  }

  @Bean
  FilterRegistrationBean<Outage> outage() {
    var outage = new FilterRegistrationBean<>(new Outage());
    // Behind what begins the request's trace, so that the log tells its id.
    outage.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return outage;
  }

  /** Programs: no session, and no form that another site could send in their name. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, Tokens tokens, CurrentAccess access) {
    return common(http)
        .securityMatcher(TokenFilter::concerns)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new TokenFilter(tokens, access), AnonymousAuthenticationFilter.class)
        .build();
  }

  /** People: a session that changes its number at sign-in, and a secret in every form. */
  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http,
      SignInSettings settings,
      LocalSignIn local,
      Accounts accounts,
      ObjectProvider<ClientRegistrationRepository> provider) {
    SignInOutcome outcome = new SignInOutcome(happenings, accounts);
    common(http)
        .addFilterBefore(new IdleSessions(clock), SecurityContextHolderFilter.class)
        .csrf(c -> c.ignoringRequestMatchers(SIGNED_CALLS))
        .logout(l ->
            l.logoutUrl("/logout").logoutSuccessUrl("/sign-in").addLogoutHandler(happenings::left))
        .sessionManagement(s -> s.sessionFixation(f -> f.changeSessionId()));
    if (settings.oidc()) {
      LogoutSuccessHandler away = new ProviderSignOut(provider.getObject());
      http.logout(l -> l.logoutSuccessHandler(away));
      http.oauth2Login(o ->
          o.loginPage("/sign-in")
              .successHandler(outcome)
              .failureHandler(outcome)
              .userInfoEndpoint(u -> u.oidcUserService(new OidcPeople(settings, accounts))));
    } else {
      http.authenticationProvider(local)
          .formLogin(f -> f.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome));
    }
    return http.build();
  }

  private HttpSecurity common(HttpSecurity http) {
    return http.authorizeHttpRequests(a -> a.anyRequest().access(routes))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterAfter(new RoleUse(happenings), AuthorizationFilter.class)
        .requestCache(c -> c.requestCache(new NullRequestCache()))
        .headers(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable);
  }
}
