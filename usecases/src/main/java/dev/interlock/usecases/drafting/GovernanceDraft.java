package dev.interlock.usecases.drafting;

import dev.interlock.estate.Service.ServiceType;
import java.time.Duration;
import java.util.Optional;

/** Drafts who answers, what must be agreed, and how things come back. */
final class GovernanceDraft {

  private final Picture picture;
  private final Choices choices;
  private final Answers answers;

  GovernanceDraft(Picture picture, Choices choices, Answers answers) {
    this.picture = picture;
    this.choices = choices;
    this.answers = answers;
  }

  String people() {
    Guess owner = answers.owner().map(Guess::known).orElse(choices.owner());
    Page page =
        new Page()
            .comment(
                "Persons stand for roles until you name them. Segregation of duties is judged on")
            .comment("persons: whoever asks for a change neither approves nor carries it out.");
    person(page, "service-owner", owner);
    for (String role :
        new String[] {"release-manager", "plant-manager", "platform-engineer", "odoo-developer"}) {
      person(page, role, new Guess(role.replace('-', ' '), "no file tells who it is"));
    }
    page.document("Team", "platform")
        .field("displayName", "Platform team")
        .line("members: [platform-engineer, service-owner]  # guess: who else?");
    role(page, "release-manager", "release-manager");
    role(page, "service-owner", "service-owner");
    role(page, "plant-manager", "plant-manager");
    role(page, "emergency-approver", "service-owner");
    return page.text();
  }

  private static void person(Page page, String name, Guess display) {
    page.document("Person", name).field("displayName", display);
    if (display.value().contains("@")) {
      page.field("email", display.value());
    }
    page.gap("accounts: [{plane: entra, name: …}, {plane: odoo, name: …}]");
  }

  private static void role(Page page, String name, String person) {
    page.document("Role", name)
        .field("displayName", name.replace('-', ' '))
        .line("persons: [" + person + "]  # guess: who else?");
  }

  String policies() {
    return Shipped.text("policies.yaml") + budget();
  }

  private String budget() {
    return answers
        .budget()
        .map(monthly ->
            "---\n"
                + new Page()
                    .document("Budget", "production")
                    .field("displayName", "ERP, production")
                    .field("monthly", monthly)
                    .field("owner", "service-owner")
                    .line("alertsAtPercent: [80, 100]")
                    .text())
        .orElse(Shipped.text("budget.yaml"));
  }

  String backups() {
    Page page = new Page();
    for (ServiceType type : choices.services()) {
      if (Sections.isKept(type)) {
        backup(page, type);
      }
    }
    return page.text();
  }

  private void backup(Page page, ServiceType type) {
    Optional<Integer> days = picture.databaseRetentionDays;
    if (type == ServiceType.POSTGRESQL && days.isPresent()) {
      page.document("BackupPlan", Words.word(type))
          .field("displayName", "Point-in-time restore of the database")
          .line("method: azure-point-in-time")
          .field("every", new Guess("PT5M", "that is what the flexible server keeps"))
          .field("keep", "P" + days.get() + "D")
          .line("target: Azure Database for PostgreSQL, same region");
      return;
    }
    boolean database = type == ServiceType.POSTGRESQL;
    page.document("BackupPlan", Words.word(type), "no file shows how it is backed up")
        .field("displayName", "Backup of " + Words.word(type))
        .field("method", database ? "pg-dump" : "file-copy")
        .field("every", "P1D")
        .field("keep", "P14D")
        .field("target", "unknown");
  }

  String processes() {
    Page page =
        new Page()
            .comment(
                "What the business does with the system, and how soon it must be able to again.");
    process(page, "order-to-cash", "Order to cash", "critical");
    process(page, "warehouse", "Receiving, picking and shipping", "high");
    process(page, "month-end-close", "Invoicing and month-end close", "high");
    return page.text();
  }

  private void process(Page page, String name, String display, String criticality) {
    Guess rto =
        answers
            .rto()
            .map(length -> Guess.known(length.toString()))
            .orElse(new Guess("PT8H", "no file tells; one working day is common"));
    page.document("BusinessProcess", name, "most companies with an ERP have it")
        .field("displayName", display)
        .field("criticality", criticality)
        .field("rto", rto)
        .field("rpo", rpo())
        .line("services: [odoo]")
        .gap("manualFallback: how do people work on while the system stands still?");
  }

  /** Backups of a day keep no shorter objective; files are copied daily until told otherwise. */
  private Guess rpo() {
    return answers
        .rpo()
        .map(length ->
            length.compareTo(Duration.ofDays(1)) >= 0
                ? Guess.known(length.toString())
                : new Guess(
                    "P1D", "you asked for " + length + ", which no backup known here keeps"))
        .orElse(new Guess("P1D", "the drafted backups run once a day"));
  }
}
