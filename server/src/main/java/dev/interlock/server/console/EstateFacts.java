package dev.interlock.server.console;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.finding.Durations;
import dev.interlock.server.console.DecisionPage.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is declared of a part of the estate, in words. */
final class EstateFacts {

  private final Estate estate;
  private final List<Fact> facts = new ArrayList<>();

  private EstateFacts(Estate estate) {
    this.estate = estate;
  }

  static List<Fact> of(Estate estate, BusinessProcess process) {
    EstateFacts all = new EstateFacts(estate);
    all.add("Criticality", word(process.criticality()));
    all.add("May stand still for", Durations.words(process.rto()) + " (RTO)");
    all.add("May lose work of", Durations.words(process.rpo()) + " (RPO)");
    all.add("Answers for it", process.owner());
    all.add("Data it needs", String.join(", ", process.data()));
    all.add("Without the system", process.manualFallback());
    return all.facts;
  }

  static List<Fact> of(Estate estate, Service service) {
    EstateFacts all = new EstateFacts(estate);
    all.add("What it is", word(service.type()));
    all.add("Version", service.version());
    all.add("Answers for it", service.owner());
    all.add(
        "Its data",
        service.dataClassification() == null ? null : word(service.dataClassification()));
    all.add("Kept in", String.join(", ", service.residency()));
    all.add(
        "Backup",
        service.backupPlan() == null ? "none declared" : all.backup(service.backupPlan()));
    return all.facts;
  }

  static List<Fact> of(Estate estate, Environment environment) {
    EstateFacts all = new EstateFacts(estate);
    all.add("What it is for", word(environment.tier()));
    all.add("Hosting", word(environment.hosting()));
    all.add("Region", environment.region());
    all.add("Answers for it", environment.owner());
    all.add("Plants", String.join(", ", environment.plants()));
    all.add("Companies", String.join(", ", environment.legalEntities()));
    all.add("Takes what has passed", environment.promotesFrom());
    all.add("Budget", environment.budget());
    return all.facts;
  }

  private String backup(String name) {
    return estate
        .find(BackupPlan.class, name)
        .map(plan ->
            plan.displayName()
                + ": every "
                + Durations.words(plan.every())
                + ", kept "
                + Durations.words(plan.keep()))
        .orElse(name);
  }

  private void add(String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  /** A constant as people write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
