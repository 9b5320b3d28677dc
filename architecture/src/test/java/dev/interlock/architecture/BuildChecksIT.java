package dev.interlock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks of the build can fail: each refuses a planted mistake, and a clean project passes them
 * all.
 */
class BuildChecksIT {

  private static final String CLEAN =
      """
      package planted;

      /** A type without a mistake. */
      public final class Planted {

        private Planted() {}

        /** The length of a text. */
        public static int length(String text) {
          return text.length();
        }
      }
      """;

  @TempDir Path project;

  @BeforeEach
  void project_with_our_build() throws IOException {
    Path config = Files.createDirectories(project.resolve(".mvn"));
    Files.copy(Program.ROOT.resolve(".mvn/jvm.config"), config.resolve("jvm.config"));
    Path style = Files.createDirectories(project.resolve("config"));
    Files.copy(Program.ROOT.resolve("config/checkstyle.xml"), style.resolve("checkstyle.xml"));
    Files.writeString(project.resolve("pom.xml"), pom(""));
    Path code = Files.createDirectories(project.resolve("src/main/java/planted"));
    Files.writeString(
        code.resolve("package-info.java"),
        """
        /** Planted. */
        @NullMarked
        package planted;

        import org.jspecify.annotations.NullMarked;
        """);
  }

  @Test
  void clean_code_passes() throws Exception {
    var ended = build(CLEAN);
    assertThat(ended.exit()).withFailMessage(ended.out()).isZero();
  }

  @Test
  void a_null_that_may_not_be_is_refused() throws Exception {
    refused(
        CLEAN
            .replace("int length", "String length")
            .replace("return text.length();", "return text.isEmpty() ? null : text;"),
        "[NullAway]");
  }

  @Test
  void a_bug_that_error_prone_knows_is_refused() throws Exception {
    refused(
        CLEAN.replace("return text.length();", "return text.equals(1) ? 1 : text.length();"),
        "[EqualsIncompatibleType]");
  }

  @Test
  void a_compiler_warning_is_refused() throws Exception {
    refused(
        CLEAN.replace(
            "return text.length();", "return new java.util.ArrayList(4).size() + text.length();"),
        "raw type");
  }

  @Test
  void code_that_is_not_formatted_is_refused() throws Exception {
    refused(CLEAN.replace("return text", "return   text"), "spotless");
  }

  @Test
  void an_undocumented_public_type_is_refused() throws Exception {
    refused(CLEAN.replace("/** A type without a mistake. */\n", ""), "MissingJavadocType");
  }

  @Test
  void a_method_that_grew_too_long_is_refused() throws Exception {
    String lines = "    System.out.print(text);\n".repeat(80);
    refused(CLEAN.replace("    return text", lines + "    return text"), "MethodLength");
  }

  @Test
  void a_dependency_that_nobody_uses_is_refused() throws Exception {
    Files.writeString(
        project.resolve("pom.xml"),
        pom(
            """
            <dependencies><dependency>
              <groupId>org.snakeyaml</groupId><artifactId>snakeyaml-engine</artifactId>
            </dependency></dependencies>
            """));
    refused(CLEAN, "Unused declared dependencies");
  }

  @Test
  void a_framework_below_the_server_is_refused() throws Exception {
    Files.writeString(
        project.resolve("pom.xml"),
        pom(
            """
            <dependencies><dependency>
              <groupId>org.springframework.boot</groupId><artifactId>spring-boot</artifactId>
            </dependency></dependencies>
            """));
    refused(CLEAN, "BannedDependencies");
  }

  private void refused(String code, String word) throws Exception {
    var ended = build(code);
    assertThat(ended.exit()).isNotZero();
    assertThat(ended.out()).contains(word);
  }

  private Program.Ended build(String code) throws Exception {
    Files.writeString(project.resolve("src/main/java/planted/Planted.java"), code);
    return Program.run(
        project,
        Map.of("JAVA_HOME", System.getProperty("java.home"), "CI", ""),
        List.of("mvn", "-B", "-o", "-ntp", "-Dstrict.dependencies=true", "verify"));
  }

  private String pom(String dependencies) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <parent>
        <groupId>dev.interlock</groupId>
        <artifactId>interlock</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <relativePath>%s</relativePath>
      </parent>
      <artifactId>planted</artifactId>
      %s
    </project>
    """
        .formatted(project.relativize(Program.ROOT.resolve("pom.xml")), dependencies);
  }
}
