package dev.interlock.guardrails.azurepolicy.alias;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.ScalarNode;
import dev.interlock.goldens.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped table against the facts it was made from. */
class AliasFactsTest {

  private static final AliasTable SHIPPED = AliasTable.shipped();
  private static final Corrections CORRECTIONS = Corrections.shipped();

  @Test
  void every_alias_of_the_facts_has_its_path(@TempDir Path folder) {
    Map<String, String> facts = facts(folder);
    List<String> wrong = new ArrayList<>();
    facts.forEach((name, path) -> {
      List<Alias> named = SHIPPED.named(name.toUpperCase(Locale.ROOT));
      if (named.isEmpty() || (!corrected(name) && !path.equals(only(named).standard().text()))) {
        wrong.add(name + " at " + path + ": " + named);
      }
    });

    assertThat(facts).hasSizeGreaterThan(70_000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_alias_is_about_the_type_in_its_name_or_one_below(@TempDir Path folder) {
    Set<String> types = new HashSet<>();
    for (String name : facts(folder).keySet()) {
      Alias alias = SHIPPED.named(name).getFirst();
      assertThat(SHIPPED.find(alias.type(), name)).isInstanceOf(AliasAnswer.Here.class);
      String prefix = name.substring(0, name.lastIndexOf('/'));
      if (!corrected(name) && !alias.type().equalsIgnoreCase(prefix)) {
        assertThat(alias.type().toLowerCase(Locale.ROOT))
            .startsWith(prefix.toLowerCase(Locale.ROOT) + "/");
        types.add(alias.type().toLowerCase(Locale.ROOT));
      }
    }

    assertThat(CORRECTIONS.children())
        .containsAll(types)
        .allMatch(child -> types.stream().anyMatch(type -> (type + "/").startsWith(child + "/")));
  }

  @Test
  void no_alias_is_left_without_a_resource_type(@TempDir Path folder) {
    assertThat(facts(folder).keySet())
        .filteredOn(name -> name.indexOf('/') == name.lastIndexOf('/'))
        .isNotEmpty()
        .allMatch(AliasFactsTest::corrected);
  }

  @Test
  void table_is_what_the_facts_compile_to(@TempDir Path folder) throws IOException {
    facts(folder);
    CompileAliases.main(
        new String[] {folder.resolve("facts.json").toString(), folder.resolve("t").toString()});

    assertThat(PackedAliases.read(Files.readAllBytes(folder.resolve("t"))).stream().map(this::open))
        .isEqualTo(PackedAliases.read(shippedBytes()).stream().map(this::open).toList());
  }

  @Test
  void table_is_small() throws IOException {
    assertThat(shippedBytes().length).isBetween(100_000, 1_000_000);
  }

  private List<PackedAliases.Group> open(PackedAliases.Block block) {
    try {
      return PackedAliases.unpack(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] shippedBytes() throws IOException {
    try (InputStream in = Resources.open("aliases.bin")) {
      return in.readAllBytes();
    }
  }

  private static boolean corrected(String name) {
    return CORRECTIONS.aliases().containsKey(name.toLowerCase(Locale.ROOT));
  }

  private static Alias only(List<Alias> named) {
    assertThat(named).hasSize(1);
    return named.getFirst();
  }

  private static Map<String, String> facts(Path folder) {
    Path json = folder.resolve("facts.json");
    Path packed = Shared.require("cases/aliases-all.json.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Document> documents = new ArrayList<>();
    DocumentReader.with(ReadOptions.exported()).read(json, "facts", documents::add);
    MappingNode root = (MappingNode) documents.getFirst().root();
    Map<String, String> facts = new LinkedHashMap<>();
    for (MappingNode.Entry entry : requireNonNull((MappingNode) root.get("aliases")).entries()) {
      facts.put(entry.key(), ((ScalarNode) entry.value()).text());
    }
    return facts;
  }
}
