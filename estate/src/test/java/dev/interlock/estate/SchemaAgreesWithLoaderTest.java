package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentHeader;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.document.RecordWriter;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema takes the loader takes, and the other way round, as far as structure goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaAgreesWithLoaderTest {

  private final RecordWriter writer = new RecordWriter();
  private final RecordBinder binder = new RecordBinder();
  private final List<Map<String, Object>> samples = new ArrayList<>();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new EstateSchemas().combined());

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @BeforeAll
  void read_samples() throws IOException {
    DocumentReader reader = DocumentReader.standard();
    try (Stream<Path> files = Files.walk(TestFiles.root().resolve("samples/estate"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        assertThat(reader.read(file, "f", document -> samples.add(Trees.of(document.root()))))
            .isEmpty();
      }
    }
  }

  @Test
  void the_sample_estate_fits_the_schema() {
    assertThat(samples).hasSizeGreaterThan(50);
    for (Map<String, Object> sample : samples) {
      String json = writer.toJson(sample);
      assertThat(bySchema(json)).as(json).isEmpty();
      assertThat(byLoader(json)).as(json).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void schema_and_loader_agree_on_damaged_documents(int seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      Object damaged = Trees.damage(samples.get(random.nextInt(samples.size())), random);
      String json = writer.toJson(damaged);
      assertThat(bySchema(json).isEmpty())
          .as("%s%nschema: %s%nloader: %s", json, bySchema(json), byLoader(json))
          .isEqualTo(byLoader(json).isEmpty());
      refused += byLoader(json).isEmpty() ? 0 : 1;
    }
    assertThat(refused).as("documents that both refuse").isGreaterThan(10);
  }

  private List<Error> bySchema(String json) {
    return schema.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private List<Diagnostic> byLoader(String json) {
    List<Diagnostic> wrong = new ArrayList<>();
    wrong.addAll(DocumentReader.standard().read(json, "f", document -> bind(document, wrong)));
    return wrong;
  }

  private void bind(Document document, List<Diagnostic> wrong) {
    binder.header(document, wrong::add).ifPresent(header -> bind(header, wrong));
  }

  private void bind(DocumentHeader header, List<Diagnostic> wrong) {
    Kind.parse(header.kind())
        .ifPresentOrElse(
            kind -> binder.bind(kind.spec(), header.spec(), "f", wrong::add),
            () -> wrong.add(Diagnostic.error("EST003", header.source(), "unknown kind")));
  }
}
