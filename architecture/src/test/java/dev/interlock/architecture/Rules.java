package dev.interlock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of the house over a tree of packages. The root is a parameter so that each rule is also
 * run over a small tree of offenders, which proves that it can fail.
 */
record Rules(String root) {

  /** A module uses only what the table gives it. */
  ArchRule usesOnlyWhatTheTableGives(String module, Set<String> mayUse) {
    return noClasses()
        .that()
        .resideInAPackage(in(module))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to another module than " + mayUse,
                c -> ours(c) && !moduleOf(c).equals(module) && !mayUse.contains(moduleOf(c))))
        .allowEmptyShould(true);
  }

  /** A surface uses the table's modules, and beyond them only types that somebody hands to it. */
  ArchRule usesOnlyWhatIsOffered(String surface, Set<String> mayUse, Set<String> offered) {
    return noClasses()
        .that()
        .resideInAPackage(in(surface))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to another module than " + mayUse + " and are not handed to a surface",
                c ->
                    ours(c)
                        && !moduleOf(c).equals(surface)
                        && !mayUse.contains(moduleOf(c))
                        && !offered.contains(c.getBaseComponentType().getName())))
        .allowEmptyShould(true);
  }

  /** Other modules see only a module's root package. */
  ArchRule keepsOutOfPrivatePackages(String module) {
    return noClasses()
        .that()
        .resideInAPackage(in(module))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "lie in a sub-package of another module",
                c -> ours(c) && !moduleOf(c).equals(module) && isPrivate(c)))
        .allowEmptyShould(true);
  }

  /** Below the surfaces time is an argument. */
  ArchRule asksNoClock(Set<String> modules) {
    return noClasses()
        .that()
        .resideInAnyPackage(in(modules))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "asks what time it is", call -> asksTheTime(call.getTarget())))
        .allowEmptyShould(true);
  }

  private static boolean asksTheTime(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
  }

  /** Judges neither read nor write: all is handed to them, except to those that are named. */
  ArchRule touchesNoDisk(Set<String> judges, Set<String> except) {
    return noClasses()
        .that()
        .resideInAnyPackage(in(judges))
        .and(
            DescribedPredicate.describe(
                "are not named",
                c -> except.stream().noneMatch(e -> c.getName().matches(e + "(\\$.*)?"))))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("read or write files or the network", Outside::reaches))
        .allowEmptyShould(true);
  }

  /** Plain Java everywhere below the server. */
  ArchRule knowsNoFramework() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..", "org.mockito..");
  }

  /** SQL stays in the packages that own tables; others may hand a DataSource on. */
  ArchRule speaksNoSql() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(
            root + ".ledger.postgres..",
            root + ".changes.register..",
            root + ".recovery..",
            root + ".server..",
            root + ".bench..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "talk to a database",
                c ->
                    c.getPackageName().startsWith("java.sql")
                        || c.getPackageName().startsWith("org.jdbi")
                        || c.getPackageName().startsWith("org.flywaydb")
                        || (c.getPackageName().startsWith("javax.sql")
                            && !c.getSimpleName().equals("DataSource"))));
  }

  private boolean ours(JavaClass type) {
    return type.getPackageName().startsWith(root + ".");
  }

  private String moduleOf(JavaClass type) {
    String rest = type.getPackageName().substring(root.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private boolean isPrivate(JavaClass type) {
    return !type.getPackageName().equals(root + "." + moduleOf(type));
  }

  private String in(String module) {
    return root + "." + module + "..";
  }

  private String[] in(Set<String> modules) {
    return modules.stream().map(this::in).collect(Collectors.toSet()).toArray(String[]::new);
  }
}
