package dev.interlock.server.changes;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.CarryOutChange;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.ImportChanges;
import dev.interlock.usecases.RefreshJudgements;
import dev.interlock.usecases.ServerLedger;
import dev.interlock.usecases.ServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registered changes, and the job that keeps their judgements fresh. */
@Configuration(proxyBeanMethods = false)
class ChangesWiring {

  private static final Logger LOG = LoggerFactory.getLogger(ChangesWiring.class);
  private static final int AT_ONCE = 200;

  @Bean
  ChangeBook changeBook(
      DataSource database, ServerOptions options, CurrentEstate estate, InstantSource clock) {
    ChangeBook book = ChangeBook.in(database);
    Path changes = options.changes();
    if (changes != null && book.position() == 0) {
      new ImportChanges(book)
          .run(changes, options.evidence(), estate.inForce(), new Author("sample", clock.instant()))
          .forEach(problem -> LOG.warn("not taken in: {}", problem.render()));
    }
    return book;
  }

  @Bean
  DecideRegistered decideRegistered(ChangeBook book, ServerOptions options) {
    return new DecideRegistered(book, ProgramVersion.number(), options::asOf);
  }

  @Bean
  CarryOutChange carryOutChange(ChangeBook book, DecideRegistered deciding, ServerLedger ledger) {
    return new CarryOutChange(book, deciding, ledger);
  }

  @Bean
  RefreshJudgements refreshJudgements(
      ChangeBook book, DecideRegistered deciding, InstantSource clock) {
    return new RefreshJudgements(book, deciding, clock);
  }

  /** One replica at a time does a job. */
  @Bean(initMethod = "start", destroyMethod = "stop")
  Scheduler scheduler(DataSource database, RefreshJudgements refresh, CurrentEstate estate) {
    var judge =
        Tasks.recurring("judge-changes", FixedDelay.of(Duration.ofSeconds(2)))
            .execute((instance, context) -> refresh.run(estate.inForce(), AT_ONCE));
    return Scheduler.create(database)
        .tableName("server.job")
        .threads(1)
        .pollingInterval(Duration.ofSeconds(1))
        .startTasks(judge)
        .build();
  }
}
