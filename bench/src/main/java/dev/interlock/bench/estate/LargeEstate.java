package dev.interlock.bench.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an estate without mistakes of about any number of documents: groups of twenty, each a
 * small company of its own with plant, people, services, processes and environments.
 */
public final class LargeEstate {

  private static final int PER_GROUP = 20;

  private final int group;
  private final List<String> documents = new ArrayList<>();

  private LargeEstate(int group) {
    this.group = group;
  }

  /**
   * Writes the files, one for each group and kind of document.
   *
   * @return how many documents were written
   */
  public static int write(Path directory, int documents) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("organization.yaml"),
        document("Organization", "group", "displayName: Group\ncurrency: EUR\ntimeZone: UTC"));
    int written = 1;
    for (int i = 0; written < documents; i++) {
      LargeEstate group = new LargeEstate(i);
      group.people();
      group.business();
      group.processes();
      group.platform();
      group.environments();
      Path folder = directory.resolve("area-" + i / 50);
      Files.createDirectories(folder);
      for (int half = 0; half < 2; half++) {
        List<String> part =
            group.documents.subList(half * PER_GROUP / 2, (half + 1) * PER_GROUP / 2);
        Files.writeString(
            folder.resolve("g" + i + "-" + half + ".yaml"), String.join("---\n", part));
      }
      written += group.documents.size();
    }
    return written;
  }

  private void people() {
    for (String person : List.of("manager", "owner", "engineer")) {
      add(
          "Person",
          person,
          "displayName: %s\naccounts:\n  - {plane: entra, name: %s-%d@example.com}"
              .formatted(person, person, group));
    }
    add("Team", "platform", "displayName: Platform\nmembers: [%s, %s]", "owner", "engineer");
    add("Role", "plant-manager", "displayName: Plant manager\npersons: [%s]", "manager");
    add("Role", "release-manager", "displayName: Release manager\npersons: [%s]", "owner");
  }

  private void business() {
    add("LegalEntity", "company", "displayName: Company\ncountry: AT\ncurrency: EUR");
    add(
        "Plant",
        "site",
        """
        displayName: Site
        site: plant
        timeZone: Europe/Vienna
        country: AT
        criticality: high
        legalEntity: %s
        manager: %s
        shifts:
          - {name: early, days: [monday, tuesday, wednesday, thursday, friday], start: 06:00, end: 14:00}
          - {name: late, days: [monday, tuesday, wednesday, thursday], start: 14:00, end: 22:00}
        calendars: [%s]\
        """,
        "company",
        "manager",
        "close");
    add(
        "Calendar",
        "close",
        """
        displayName: Month-end close
        effect: freeze
        events:
          - summary: Last two working days
            start: 2026-01-29
            rrule: FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2,-1\
        """);
  }

  private void processes() {
    for (String process : List.of("orders", "planning")) {
      add(
          "BusinessProcess",
          process,
          """
          displayName: %s
          criticality: critical
          rto: PT4H
          rpo: PT15M
          services: [%s]
          plants: [%s]
          owner: %s
          data: [orders, stock, customers]
          manualFallback: Paper forms, booked afterwards.\
          """,
          process,
          "odoo",
          "site",
          "platform");
    }
  }

  private void platform() {
    service("odoo", "odoo", "dependsOn: [%s, %s]".formatted(name("database"), name("cache")));
    service("database", "postgresql", "backupPlan: " + name("fast"));
    service("cache", "redis", "version: '8.0'");
    add(
        "BackupPlan",
        "fast",
        "displayName: Fast\nmethod: pgbackrest\nevery: PT5M\nkeep: P35D\ntarget: vault");
    add(
        "Budget",
        "budget",
        "displayName: Budget\nmonthly: 12500.00 EUR\nalertsAtPercent: [80, 100]");
  }

  private void environments() {
    add(
        "RiskPolicy",
        "risk",
        """
        tiers:
          - {name: low, window: outside-freeze, waives: [money]}
          - {name: high, window: maintenance, drillWithin: P30D}
        rules:
          - {tier: high, environments: [production], destructive: true}
        otherwise: low\
        """);
    add(
        "ApprovalPolicy",
        "agree",
        """
        tiers:
          - tier: low
            approvals: [{role: %s}]
          - tier: high
            approvals: [{role: %s, perPlant: true}]\
        """,
        "release-manager",
        "plant-manager");
    environment("test", "test", "budget: " + name("budget"));
    environment("live", "production", "promotesFrom: " + name("test"));
  }

  private void service(String name, String type, String more) {
    add(
        "Service",
        name,
        "displayName: %s\ntype: %s\nowner: %s\ndataClassification: confidential\n%s"
            .formatted(name, type, name("platform"), more));
  }

  private void environment(String name, String tier, String more) {
    add(
        "Environment",
        name,
        """
        displayName: %s
        tier: %s
        hosting: dedicated
        region: westeurope
        owner: %s
        plants: [%s]
        services: [%s, %s, %s]
        approvalPolicy: %s
        riskPolicy: %s
        %s\
        """
            .formatted(
                name,
                tier,
                name("platform"),
                name("site"),
                name("odoo"),
                name("database"),
                name("cache"),
                name("agree"),
                name("risk"),
                more));
  }

  /** Names within the spec are those of this group. */
  private void add(String kind, String name, String spec, String... names) {
    Object[] full = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      full[i] = name(names[i]);
    }
    documents.add(document(kind, name(name), names.length == 0 ? spec : spec.formatted(full)));
  }

  private String name(String name) {
    return name + "-" + group;
  }

  private static String document(String kind, String name, String spec) {
    return "apiVersion: interlock.dev/v1\nkind: %s\nmetadata:\n  name: %s\nspec:\n%s"
        .formatted(kind, name, spec.indent(2));
  }
}
