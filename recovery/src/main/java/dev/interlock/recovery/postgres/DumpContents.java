package dev.interlock.recovery.postgres;

import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of contents of a dump, as pg_restore lists it, and what of it leads out of a copy. A
 * line is the number of an entry, two numbers of the catalogue, the kind, the schema and the name.
 *
 * @param entries one a line; none when the dump can't be read, and its restore will tell why
 */
record DumpContents(List<String> entries) {

  private static final String NUMBERS = "\\d+; \\d+ \\d+ ";

  private static final Pattern MAPPING = Pattern.compile(NUMBERS + "USER MAPPING .*");

  /** Primary keys and unique constraints are indexes; what is only checked is part of a table. */
  private static final Pattern BUILT =
      Pattern.compile(NUMBERS + "(?:INDEX(?! ATTACH)|CONSTRAINT|FK CONSTRAINT) .*");

  private static final Pattern SUBSCRIPTION =
      Pattern.compile(NUMBERS + "(?:SUBSCRIPTION |(?:COMMENT|SECURITY LABEL) - SUBSCRIPTION ).*");

  private static final Pattern SUBSCRIBED = Pattern.compile(NUMBERS + "SUBSCRIPTION - .*");

  private static final Pattern VIEW =
      Pattern.compile(NUMBERS + "MATERIALIZED VIEW DATA (?<name>.*) \\S+");

  /** Other servers, and extensions and languages that can call them by themselves. */
  private static final Pattern OUTSIDE =
      Pattern.compile(
          NUMBERS
              + "(?:SERVER|FOREIGN DATA WRAPPER|FOREIGN TABLE"
              + "|EXTENSION - (?:dblink|http|pg_net|pgsql_http|plsh|plr|pljava|aws_s3|azure_storage"
              + "|pg_curl|pl(?:python[23]?|perl|tcl)u|\\w*_fdw)\\b"
              + "|PROCEDURAL LANGUAGE - (?:plsh|plr|java\\w*|pl(?:python[23]?|perl|tcl)u)\\b).*");

  DumpContents {
    entries = List.copyOf(entries);
  }

  /** Reads them with the program pg_restore. */
  static DumpContents of(Path restore, Path dump) throws IOException, InterruptedException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    List<String> words = List.of(restore.toString(), "--list", dump.toAbsolutePath().toString());
    new ToolRun(new ToolCommand(words, Map.of())).run(list);
    return new DumpContents(
        list.toString(StandardCharsets.UTF_8).lines().filter(it -> !it.startsWith(";")).toList());
  }

  /** Those that may be restored. */
  List<String> kept() {
    return entries.stream().filter(it -> !leadsOut(it)).toList();
  }

  /** How many indexes and foreign keys are built when the rows are there. */
  long built() {
    return matching(BUILT).count();
  }

  LeftOut leftOut() {
    return new LeftOut(
        (int) matching(MAPPING).count(),
        (int) matching(SUBSCRIBED).count(),
        knowsOthers() ? matching(VIEW).map(DumpContents::name).toList() : List.of());
  }

  private boolean leadsOut(String entry) {
    return MAPPING.matcher(entry).matches()
        || SUBSCRIPTION.matcher(entry).matches()
        || (knowsOthers() && VIEW.matcher(entry).matches());
  }

  private boolean knowsOthers() {
    return matching(OUTSIDE).findAny().isPresent();
  }

  private Stream<String> matching(Pattern pattern) {
    return entries.stream().filter(it -> pattern.matcher(it).matches());
  }

  private static String name(String entry) {
    return VIEW.matcher(entry).replaceFirst("${name}").replaceFirst(" ", ".");
  }
}
