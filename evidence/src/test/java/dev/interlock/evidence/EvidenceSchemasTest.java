package dev.interlock.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas, the codec and the records say the same. */
class EvidenceSchemasTest {

  private static final Instant AT = Instant.parse("2026-11-21T08:00:00.5Z");
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  private final EvidenceSchemas schemas = new EvidenceSchemas();
  private final EvidenceCodec codec = new EvidenceCodec();

  static Stream<Predicate> examples() {
    Money money = Money.of("12.50", "EUR");
    YearMonth month = YearMonth.of(2026, 11);
    return Stream.of(
        new Approval("c", DIGEST, "e", "p", "r", "north", Approval.Answer.REJECT, "No: \"ü\"", AT),
        new Approval("c", DIGEST, "e", "p", "r", null, Approval.Answer.APPROVE, null, AT),
        new CheckResult("c", DIGEST, "e", Map.of("high", 1), Map.of(), 7, 21, List.of(DIGEST), AT),
        new CheckResult("c", DIGEST, "e", Map.of(), Map.of(), 7, null, null, AT),
        new Drill(
            "e",
            "b",
            true,
            List.of(new Drill.Measured("p", Duration.ofMinutes(80), Duration.ZERO)),
            AT),
        new Drill("e", "b", false, List.of(), AT),
        new Drill(
            "e",
            "b",
            true,
            List.of(),
            AT,
            AT,
            AT,
            List.of(new Drill.Stage("restore", Duration.ofMillis(1_500))),
            List.of(
                new Drill.Checked("c", Drill.Outcome.UNKNOWN, "nobody knows", Map.of("rows", 3L))),
            AT),
        new Backup("e", "b", "pg-dump", AT, AT, null, null, List.of(), null, AT),
        new Backup(
            "e",
            "b",
            "base-backup-and-wal",
            AT,
            AT,
            null,
            null,
            List.of(),
            null,
            null,
            new Backup.Log(
                "73",
                16,
                "0A",
                null,
                AT,
                List.of(new Backup.Branch(2, 1, "0/3000060")),
                new Backup.Mark(
                    "m", "0/3000060", AT, "7:9:7", "odoo", Map.of("max_connections", 100L))),
            null,
            AT),
        new Backup(
            "e",
            "b",
            "pg-dump",
            AT,
            AT,
            new Backup.Content(
                "erp",
                "15.18",
                List.of("plpgsql"),
                List.of(new Backup.Table("t", 7, "12-34")),
                true),
            new Backup.Filestore(2, 3_000_000_000L, "files", List.of("ab/cd")),
            List.of(new Backup.Part("b/files", 12, DIGEST)),
            "k",
            AT),
        new GameDay(
            "e",
            "region-lost",
            "p",
            AT,
            true,
            List.of(new GameDay.Done("w", "p", AT, null)),
            List.of("l"),
            List.of(new GameDay.Action("a", "t", LocalDate.of(2026, 12, 1), null)),
            AT),
        new TestRun(DIGEST, "e", "smoke", false, AT),
        new Deployment(DIGEST, "e", null, "p", true, AT),
        new IncidentRegister("e", List.of(), AT),
        new IncidentRegister(
            "e", List.of(new IncidentRegister.OpenIncident("I-1", "t", false, List.of("c"))), AT),
        new Review("change/c", null, "p", true, "fine", AT),
        new Cost("b", month, money, null, null, null, null, AT),
        new Cost("b", month, null, money, "c", DIGEST, Money.of("-3", "EUR"), AT),
        new DecisionRecord(
            "c",
            DIGEST,
            "e",
            DecisionRecord.Outcome.WAIT,
            "normal",
            List.of("why"),
            AT,
            AT,
            List.of(
                new DecisionRecord.ContactRecord(
                    "rules", DecisionRecord.State.CLOSED, "r", null, List.of("f"))),
            DIGEST,
            Map.of("a.json", DIGEST),
            "1",
            AT));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_is_written_is_valid_and_is_read_back_equal(Predicate says) {
    String json = codec.write(says);

    assertThat(schema(PredicateKind.of(says)).validate(json, InputFormat.JSON)).isEmpty();
    List<Diagnostic> problems = new ArrayList<>();
    assertThat(read(PredicateKind.of(says), json, problems)).contains(says);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PredicateKind.class)
  void what_must_be_said_is_missed_by_schema_and_codec_alike(PredicateKind kind) {
    for (Predicate says : examples().filter(e -> PredicateKind.of(e) == kind).toList()) {
      for (String key : kind.mustSay()) {
        String silent = codec.write(says).replace("\"" + key + "\":", "\"x-" + key + "\":");
        List<Diagnostic> problems = new ArrayList<>();

        assertThat(read(kind, silent, problems)).isEmpty();
        assertThat(problems).extracting(Diagnostic::code).contains("EVD001");
        assertThat(schema(kind).validate(silent, InputFormat.JSON).toString())
            .contains("required property '" + key + "' not found");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PredicateKind.class)
  void the_published_schema_is_the_generated_one(PredicateKind kind) throws IOException {
    Path file = root().resolve("docs/schema/evidence/" + kind.word() + ".json");
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.writeString(file, schemas.of(kind));
    }
    assertThat(schemas.of(kind))
        .as("%s (-Dgolden.update=true rewrites it)", file)
        .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }

  @Test
  void mistakes_in_a_predicate_are_told_all_at_once_with_their_places() {
    List<Diagnostic> problems = new ArrayList<>();
    String text = "artifact: sha256:abc\nenvironment: [test]\nsuit: smoke\npassed: maybe\n";

    assertThat(read(PredicateKind.TEST_RUN, text, problems)).isEmpty();

    assertThat(problems)
        .extracting(p -> p.source().toString())
        .contains("e.json:2:14", "e.json:3:1", "e.json:4:9");
    assertThat(problems.toString()).contains("did you mean \"suite\"?").contains("at is missing");
  }

  private Optional<Predicate> read(PredicateKind kind, String text, List<Diagnostic> problems) {
    List<Document> documents = new ArrayList<>();
    problems.addAll(DocumentReader.standard().read(text, "e.json", documents::add));
    return codec.read(kind, documents.getFirst().root(), "e.json", problems::add);
  }

  private Schema schema(PredicateKind kind) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schemas.of(kind));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("samples"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder;
  }
}
