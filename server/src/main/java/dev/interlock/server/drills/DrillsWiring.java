package dev.interlock.server.drills;

import dev.interlock.server.database.DataFolder;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.RecordDrill;
import dev.interlock.usecases.ServerLedger;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of restore drills. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrillSettings.class)
class DrillsWiring {

  @Bean
  DrillRuns drillRuns(DataSource database) {
    return new DrillRuns(Jdbi.create(database));
  }

  @Bean
  DrillSetup drillSetup(DrillSettings settings, DataFolder folder) {
    return new DrillSetup(settings, folder);
  }

  @Bean
  DrillHistory drillHistory(ChangeBook book, CurrentEstate estate) {
    return new DrillHistory(book, estate);
  }

  @Bean
  KnownBackups knownBackups(DrillSetup setup, InstantSource clock) {
    return new KnownBackups(setup, clock);
  }

  @Bean
  Drills drills(
      DrillRuns runs,
      DrillSetup setup,
      DrillHistory history,
      KnownBackups backups,
      CurrentEstate estate,
      InstantSource clock) {
    return new Drills(runs, setup, history, backups, estate, clock);
  }

  @Bean
  RecordDrill recordDrill(ChangeBook book, ServerLedger ledger) {
    return new RecordDrill(book, ledger);
  }

  @Bean
  DrillRunner drillRunner(
      DrillRuns runs,
      DrillSetup setup,
      RecordDrill recording,
      KnownBackups backups,
      CurrentEstate estate,
      InstantSource clock) {
    return new DrillRunner(runs, setup, recording, backups, estate, clock).start(setup.look());
  }
}
