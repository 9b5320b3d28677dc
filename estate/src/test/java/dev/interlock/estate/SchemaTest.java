package dev.interlock.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Doc;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  private static final Path FOLDER = TestFiles.root().resolve("docs/schema");

  private final EstateSchemas schemas = new EstateSchemas();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_published_schema_of_a_kind_is_the_generated_one(Kind kind) throws IOException {
    TestFiles.assertMatches(FOLDER.resolve(kind.word() + ".json"), schemas.of(kind));
  }

  @Test
  void the_published_schema_of_all_kinds_is_the_generated_one() throws IOException {
    TestFiles.assertMatches(FOLDER.resolve("interlock.json"), schemas.combined());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_key_is_explained(Kind kind) {
    for (RecordComponent component : kind.spec().getRecordComponents()) {
      assertThat(component.isAnnotationPresent(Doc.class)).as(component.getName()).isTrue();
    }
  }
}
