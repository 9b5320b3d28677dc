package dev.interlock.server.security;

import dev.interlock.server.Terminal;
import dev.interlock.server.database.DataFolder;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.accounts.Accounts;
import dev.interlock.server.security.accounts.FirstAdministrator;
import dev.interlock.server.security.accounts.OpenSessions;
import dev.interlock.server.security.accounts.Passwords;
import dev.interlock.server.security.events.LedgerEvents;
import dev.interlock.server.security.signin.Attempts;
import dev.interlock.server.security.signin.LocalSignIn;
import dev.interlock.server.security.signin.SessionCookie;
import dev.interlock.server.security.signin.SignInSettings;
import dev.interlock.server.security.tokens.Tokens;
import dev.interlock.usecases.ServerLedger;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of signing in: accounts, tokens, attempts, and where all of it is kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class AccessWiring implements WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SignedInArgument());
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  Accounts accounts(
      DataSource database,
      InstantSource clock,
      SignInSettings settings,
      Passwords passwords,
      DataFolder folder,
      Terminal terminal) {
    Accounts accounts = new Accounts(Jdbi.create(database), clock);
    if (!settings.oidc()) {
      new FirstAdministrator(accounts, passwords).ensure(folder, terminal);
    }
    return accounts;
  }

  @Bean
  Tokens tokens(DataSource database, InstantSource clock) {
    return new Tokens(Jdbi.create(database), clock);
  }

  @Bean
  LocalSignIn localSignIn(
      Accounts accounts, Passwords passwords, DataSource database, InstantSource clock) {
    return new LocalSignIn(accounts, passwords, new Attempts(Jdbi.create(database), clock));
  }

  @Bean
  SessionCookie sessionCookie() {
    return new SessionCookie();
  }

  @Bean
  OpenSessions openSessions(FindByIndexNameSessionRepository<?> sessions) {
    return new OpenSessions(sessions);
  }

  @Bean
  EstatePersons estatePersons(CurrentEstate estate, SignInSettings settings, InstantSource clock) {
    return new EstatePersons(estate, settings.plane(), clock);
  }

  @Bean
  CurrentAccess currentAccess(Accounts accounts, EstatePersons persons, SignInSettings settings) {
    return new CurrentAccess(accounts, persons, !settings.oidc());
  }

  @Bean
  LedgerEvents securityEvents(ServerLedger ledger) {
    return new LedgerEvents(ledger);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.shipped();
  }

  @Bean
  Happenings happenings(LedgerEvents events, RouteRules routes, InstantSource clock) {
    return new Happenings(events, routes, clock);
  }
}
