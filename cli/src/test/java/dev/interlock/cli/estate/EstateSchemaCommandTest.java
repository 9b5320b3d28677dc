package dev.interlock.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.cli.CliRun;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstateSchemaCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void the_schema_of_changes_accepts_the_samples_and_can_refuse() throws IOException {
    String text = CliRun.of("estate", "schema", "change").out();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    try (var changes = Files.list(Checkout.samples().resolve("changes"))) {
      for (Path change : changes.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String yaml = Files.readString(change);
        assertThat(schema.validate(yaml, InputFormat.YAML)).as(change.toString()).isEmpty();
        assertThat(schema.validate(yaml.replace("title:", "titel:"), InputFormat.YAML))
            .isNotEmpty();
      }
    }
  }

  @Test
  void a_folder_of_schemas_has_every_kind_and_changes() {
    CliRun run = CliRun.of("estate", "schema", "--out", folder.toString());
    assertThat(run.exit()).isZero();
    assertThat(folder.resolve("Plant.schema.json")).exists();
    assertThat(folder.resolve("Change.schema.json"))
        .hasContent(CliRun.of("estate", "schema", "Change").out());
    assertThat(folder.resolve("estate.schema.json")).exists();
    assertThat(folder.resolve("test-run.schema.json"))
        .hasContent(CliRun.of("estate", "schema", "test-run").out());
  }

  @ParameterizedTest
  @EnumSource(PredicateKind.class)
  void the_schema_of_evidence_is_the_published_one(PredicateKind kind) {
    Path published = Checkout.root().resolve("docs/schema/evidence/" + kind.word() + ".json");
    assertThat(published).hasContent(CliRun.of("estate", "schema", kind.word()).out());
  }

  @Test
  void a_kind_that_does_not_exist_is_refused_with_a_hint() {
    CliRun run = CliRun.of("estate", "schema", "Chang");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("[CLI011]", "Change");
  }
}
