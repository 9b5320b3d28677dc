package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** The code keeps to the table of rooms. */
class HouseTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.interlock");

  private static final Rules RULES = new Rules("dev.interlock");

  static Set<String> modules() {
    return ModuleTable.MAY_USE.keySet();
  }

  static Set<String> rooms() {
    Set<String> rooms = new LinkedHashSet<>(modules());
    rooms.removeAll(ModuleTable.SURFACES);
    return rooms;
  }

  static Set<String> surfaces() {
    return ModuleTable.SURFACES;
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void surface_uses_only_actions_and_what_these_take_and_return(String surface) {
    Set<String> offered = new Offered("dev.interlock").by("usecases", CODE);
    offered.addAll(ModuleTable.FOR_SURFACES);
    RULES
        .usesOnlyWhatIsOffered(
            surface, ModuleTable.MAY_USE.getOrDefault(surface, Set.of()), offered)
        .check(CODE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void module_uses_only_what_the_table_gives(String module) {
    RULES
        .usesOnlyWhatTheTableGives(module, ModuleTable.MAY_USE.getOrDefault(module, Set.of()))
        .check(CODE);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void module_keeps_out_of_private_packages(String module) {
    RULES.keepsOutOfPrivatePackages(module).check(CODE);
  }

  @Test
  void only_surfaces_ask_the_clock() {
    Set<String> below = new LinkedHashSet<>(modules());
    below.removeAll(Set.of("cli", "server"));
    RULES.asksNoClock(below).check(CODE);
  }

  @Test
  void judges_touch_neither_disk_nor_network() {
    RULES.touchesNoDisk(ModuleTable.JUDGES, ModuleTable.READ_AND_WRITE).check(CODE);
  }

  @Test
  void no_framework_below_the_server() {
    RULES.knowsNoFramework().check(CODE);
  }

  @Test
  void only_packages_that_own_tables_speak_sql() {
    RULES.speaksNoSql().check(CODE);
  }

  @Tag("slow")
  @Test
  void modules_form_no_cycle_and_respect_each_others_privacy() {
    ApplicationModules.of("dev.interlock").verify();
  }

  @Test
  void every_module_with_code_is_in_the_table() {
    assertThat(CODE.stream().map(HouseTest::module).distinct().toList())
        .filteredOn(m -> !Set.of("goldens", "testkit", "architecture", "bench").contains(m))
        .isSubsetOf(modules());
  }

  @Test
  void the_shared_words_stay_few() {
    long types =
        CODE.stream()
            .filter(c -> c.getPackageName().equals("dev.interlock.finding"))
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .count();
    assertThat(types).isBetween(1L, 20L);
  }

  @Test
  void the_reactor_lists_every_module_of_the_table() throws Exception {
    String pom = Files.readString(Path.of("../pom.xml"));
    assertThat(modules()).allSatisfy(m -> assertThat(pom).contains("<module>" + m + "</module>"));
  }

  private static String module(com.tngtech.archunit.core.domain.JavaClass type) {
    String rest = type.getPackageName().substring("dev.interlock".length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }
}
