package dev.interlock.recovery.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresToolsTest {

  @TempDir Path machine;

  private PostgresTools tools;

  @BeforeEach
  void three_versions_are_installed() throws IOException {
    tools =
        new PostgresTools(
            null, List.of(installed("a", "15.18"), installed("b", "18.1"), installed("c", "16.4")));
  }

  @Test
  void the_newest_is_taken_when_nobody_asks_for_a_version() {
    assertThat(tools.require(Tool.PG_DUMP).version().text()).isEqualTo("18.1");
  }

  @Test
  void the_same_version_is_taken_before_a_newer_one() {
    assertThat(major(tools, 15)).isEqualTo(15);
    assertThat(major(tools, 16)).isEqualTo(16);
  }

  @Test
  void the_next_newer_version_is_taken_where_the_same_is_not_installed() {
    assertThat(major(tools, 14)).isEqualTo(15);
    assertThat(major(tools, 17)).isEqualTo(18);
  }

  @Test
  void a_named_folder_comes_first_unless_it_is_too_old() throws IOException {
    Path named = installed("named", "17.0");
    PostgresTools preferring = new PostgresTools(named, List.of(machine.resolve("b")));

    assertThat(major(preferring, 15)).isEqualTo(17);
    assertThat(preferring.require(Tool.PG_DUMP).path()).startsWith(named);
    assertThat(major(preferring, 18)).isEqualTo(18);
  }

  @Test
  void a_tool_that_is_too_old_is_refused_with_what_to_install() {
    assertThatThrownBy(() -> tools.require(Tool.PG_DUMP, 19, "the server"))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC002"))
        .hasMessageContaining("pg_dump 18.1")
        .hasMessageContaining("older than the server, which is PostgreSQL 19")
        .hasMessageContaining("postgresql-client-19");
  }

  @Test
  void a_tool_that_is_missing_is_named_with_what_to_install() {
    assertThatThrownBy(() -> tools.require(Tool.INITDB, 15, "the server"))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo("REC001"))
        .hasMessageContaining("initdb")
        .hasMessageContaining("apt install postgresql-15");
  }

  @Test
  void a_program_that_is_none_of_postgresql_is_no_tool() throws IOException {
    Path strange = installed("strange", "x");
    Files.writeString(strange.resolve("pg_dump"), "#!/bin/sh\necho another program\n");

    assertThatThrownBy(() -> new PostgresTools(strange, List.of()).require(Tool.PG_DUMP))
        .hasMessageContaining("pg_dump of PostgreSQL is not on this machine");
  }

  private static int major(PostgresTools tools, int server) {
    return tools.require(Tool.PG_DUMP, server, "the server").version().major();
  }

  private Path installed(String name, String version) throws IOException {
    Path folder = Files.createDirectory(machine.resolve(name));
    Path tool = folder.resolve("pg_dump");
    Files.writeString(tool, "#!/bin/sh\necho 'pg_dump (PostgreSQL) " + version + " (Some 1)'\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }
}
