package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.finding.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueriesTest {

  @TempDir private Path directory;

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private Estate estate(String... documents) {
    return new EstateFolder(directory).with("e.yaml", String.join("", documents)).load().estate();
  }

  private static String service(String name, String type, String rest) {
    return EstateFolder.document("Service", name, "displayName: S\ntype: " + type + "\n" + rest);
  }

  private static String process(String name, String services) {
    return EstateFolder.document(
        "BusinessProcess",
        name,
        "displayName: P\ncriticality: high\nrto: PT4H\nrpo: PT1H\nservices: " + services);
  }

  @Test
  void a_change_of_a_service_touches_the_processes_above_it() {
    Estate estate =
        estate(
            service("odoo", "odoo", "dependsOn: [postgresql]"),
            service("postgresql", "postgresql", ""),
            service("mail", "mail", ""),
            process("orders", "[odoo]"),
            process("newsletters", "[mail]"));

    assertThat(ProcessImpact.of(estate).processesOn(List.of("postgresql")).keySet())
        .containsExactly("orders");
    assertThat(ProcessImpact.of(estate).processesOn(List.of("unknown"))).isEmpty();
  }

  @Test
  void the_backup_plans_of_a_process_are_those_of_all_it_needs() {
    Estate estate =
        estate(
            service("odoo", "odoo", "dependsOn: [postgresql]"),
            service("postgresql", "postgresql", "backupPlan: fast"),
            EstateFolder.document(
                "BackupPlan",
                "fast",
                "displayName: F\nmethod: barman\nevery: PT5M\nkeep: P9D\ntarget: vault"),
            process("orders", "[odoo]"));
    BusinessProcess orders = estate.find(BusinessProcess.class, "orders").orElseThrow();

    assertThat(ProcessImpact.of(estate).backupPlansOf(orders)).containsOnlyKeys("postgresql");
  }

  @Test
  void roles_are_held_directly_or_through_a_team_and_for_places() {
    Estate estate =
        estate(
            EstateFolder.document("Person", "anna", "displayName: A"),
            EstateFolder.document("Person", "ben", "displayName: B"),
            EstateFolder.document("Team", "night", "displayName: N\nmembers: [ben]"),
            EstateFolder.document(
                "Role", "approver", "displayName: R\npersons: [anna, ghost]\nteams: [night]"),
            EstateFolder.document(
                "Role", "north", "displayName: R\npersons: [anna]\nplants: [north]"));
    RoleHolders holders = RoleHolders.of(estate);

    assertThat(holders.of("approver")).containsExactlyInAnyOrder("anna", "ben");
    assertThat(holders.rolesOf("anna")).containsExactly("approver", "north");
    assertThat(holders.of("north", "live", "north")).containsExactly("anna");
    assertThat(holders.of("north", "live", "south")).isEmpty();
    assertThat(holders.of("nonsense")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dependents_are_who_reaches_them(int seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(12);
    boolean[][] reach = new boolean[size][size];
    StringBuilder documents = new StringBuilder();
    for (int i = 0; i < size; i++) {
      List<String> needs = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        if (random.nextInt(size) == 0) {
          reach[i][j] = true;
          needs.add("s" + j);
        }
      }
      reach[i][i] = true;
      documents.append(service("s" + i, "other", "dependsOn: " + needs));
    }
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    ServiceDependencies dependencies = ServiceDependencies.of(estate(documents.toString()));

    for (int i = 0; i < size; i++) {
      Set<String> above = new TreeSet<>();
      Set<String> below = new TreeSet<>();
      for (int j = 0; j < size; j++) {
        if (reach[j][i]) {
          above.add("s" + j);
        }
        if (reach[i][j]) {
          below.add("s" + j);
        }
      }
      assertThat(dependencies.dependentsOf(List.of("s" + i))).isEqualTo(above);
      assertThat(dependencies.neededBy(List.of("s" + i))).isEqualTo(below);
    }
  }

  @Test
  void an_entry_knows_the_place_of_each_value() {
    Estate estate = estate(process("orders", "\n  - odoo\n  - mail"));
    Entry<BusinessProcess> entry = estate.entry(BusinessProcess.class, "orders").orElseThrow();

    assertThat(entry.at("rto").line()).isEqualTo(8);
    assertThat(entry.at("services", 1).line()).isEqualTo(12);
    assertThat(entry.at("services", 7).line()).isEqualTo(11);
    assertThat(entry.at("nowhere").line()).isEqualTo(6);
  }

  @Test
  void an_entry_made_in_memory_has_the_place_it_was_given() {
    SourceRef source = new SourceRef("f", 3, 1);
    Map<String, String> none = new TreeMap<>();
    Entry<Team> entry = new Entry<>(Kind.TEAM, "t", none, new Team("T", List.of(), null), source);

    assertThat(entry.at("members")).isEqualTo(source);
  }
}
