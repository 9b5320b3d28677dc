package dev.interlock.server;

import dev.interlock.server.database.DataFolder;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.estate.EstateFolder;
import dev.interlock.server.estate.EstateSettings;
import dev.interlock.server.estate.EstateSnapshot;
import dev.interlock.server.estate.EstateSource;
import dev.interlock.server.estate.EstateWatch;
import dev.interlock.server.estate.GitAddress;
import dev.interlock.server.estate.GitEstate;
import dev.interlock.server.observing.LedgerMeter;
import dev.interlock.usecases.ServerLedger;
import dev.interlock.usecases.ServerOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** Puts the parts together; the one place that knows them all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EstateSettings.class)
@EnableJdbcHttpSession(tableName = "server.spring_session", maxInactiveIntervalInSeconds = 900)
class ServerWiring {

  /** A browser's first requests come together: who stores the same attribute second overwrites. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsUnderConcurrency() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  InstantSource clock(ServerOptions options, DataFolder folder) {
    return options.trustOwnKey() ? SampleClock.of(folder) : InstantSource.system();
  }

  /** The key may lie elsewhere, where several replicas share it. */
  @Bean
  ServerLedger serverLedger(
      DataSource database,
      DataFolder folder,
      InstantSource clock,
      LedgerMeter meter,
      @Value("${interlock.key:}") String key) {
    Path file = key.isEmpty() ? folder.resolve("server.key") : Path.of(key);
    return ServerLedger.open(database, file, clock, meter);
  }

  @Bean
  CurrentEstate currentEstate(
      ServerOptions options,
      DataFolder folder,
      ServerLedger ledger,
      InstantSource clock,
      EstateSettings settings) {
    Map<String, String> added =
        options.trustOwnKey()
            ? Map.of("this-server.yaml", ownKey(ledger.key().verificationKey().toBase64()))
            : Map.of();
    EstateSource source = source(options.estate(), folder, settings);
    CurrentEstate estate =
        new CurrentEstate(new EstateSnapshot(source, folder.resolve("estates"), added), clock);
    estate.refresh();
    return estate;
  }

  @Bean
  EstateWatch estateWatch(CurrentEstate estate, EstateSettings settings) {
    return new EstateWatch(estate, settings.poll());
  }

  private static EstateSource source(String where, DataFolder folder, EstateSettings settings) {
    return GitAddress.is(where)
        ? new GitEstate(GitAddress.parse(where), folder.resolve("estate.git"), settings)
        : new EstateFolder(Path.of(where));
  }

  /** The sample trusts the server that shows it; an estate of one's own says so itself. */
  private static String ownKey(String publicKey) {
    return """
    # The server that shows this sample signs for the people who have signed in there.
    apiVersion: interlock.dev/v1
    kind: TrustedKey
    metadata:
      name: this-server
    spec:
      publicKey: %s
      system: this-server
      signsIn: true
      predicates: [approval]
    """
        .formatted(publicKey);
  }
}
