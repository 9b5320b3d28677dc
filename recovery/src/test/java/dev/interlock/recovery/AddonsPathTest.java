package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders are modules, and which of two counts. */
class AddonsPathTest {

  private static final String MANIFEST = "__manifest__.py";

  @TempDir private Path folder;

  private final AddonsPath path = new AddonsPath();

  private Path module(String name, String file, String manifest) throws IOException {
    Path module = Files.createDirectories(folder.resolve(name));
    Files.writeString(module.resolve(file), manifest);
    return module;
  }

  @Test
  void a_folder_with_a_manifest_is_a_module_and_no_other() throws Exception {
    module("own/sale_more", MANIFEST, "{'version': '18.0.1.0.0'}");
    module("own/old_one", "__openerp__.py", "{'version': '0.2'}");
    module("own/no_version", MANIFEST, "{'name': 'x'}");
    module("own/odd", MANIFEST, "version = 3");
    module("own/setup/deeper", MANIFEST, "{'version': '1'}");
    Files.writeString(folder.resolve("own").resolve(MANIFEST), "{'version': '1'}");
    Files.createDirectories(folder.resolve("own/no_manifest").resolve(MANIFEST));
    Path shared = module("shared/linked", MANIFEST, "{'version': '3'}");
    Files.createSymbolicLink(folder.resolve("own/linked"), shared);

    assertThat(path.add(folder.resolve("own"))).isEqualTo(5);
    assertThat(path.code())
        .hasSize(5)
        .containsEntry("sale_more", "18.0.1.0.0")
        .containsEntry("old_one", "0.2")
        .containsEntry("no_version", "1.0")
        .containsEntry("odd", "")
        .containsEntry("linked", "3");
  }

  @Test
  void the_newer_manifest_of_a_module_counts() throws Exception {
    module("own/both", MANIFEST, "{'version': '2'}");
    module("own/both", "__openerp__.py", "{'version': '1'}");

    path.add(folder.resolve("own"));

    assertThat(path.code()).containsExactly(Map.entry("both", "2"));
  }

  @Test
  void the_first_folder_that_has_a_module_counts_also_when_odoo_must_not_load_it()
      throws Exception {
    module("own/stock", MANIFEST, "{'version': '2'}");
    module("own/ported", MANIFEST, "{'version': '17.0.1.0.0', 'installable': False}");
    module("odoo/stock", MANIFEST, "{'version': '1'}");
    module("odoo/ported", MANIFEST, "{'version': '18.0.1.0.0'}");
    module("odoo/sale", MANIFEST, "{'version': '1'}");

    assertThat(path.add(folder.resolve("own"))).isEqualTo(2);
    assertThat(path.add(folder.resolve("odoo"))).isEqualTo(3);
    assertThat(path.code()).isEqualTo(Map.of("stock", "2", "sale", "1"));
  }

  @Test
  void letters_that_are_no_utf_8_and_too_much_text_keep_nobody_from_reading_on() throws Exception {
    Path latin = module("own/latin", MANIFEST, "");
    Files.write(
        latin.resolve(MANIFEST),
        "{'author': 'Grün', 'version': '2'}".getBytes(StandardCharsets.ISO_8859_1));
    module("own/endless", MANIFEST, "{'version': '2', 'x': '" + "x".repeat(1 << 20) + "'}");

    path.add(folder.resolve("own"));

    assertThat(path.code()).isEqualTo(Map.of("latin", "2", "endless", ""));
  }

  @Test
  void a_folder_without_modules_has_none_and_one_that_is_not_there_is_told() throws Exception {
    assertThat(path.add(folder)).isZero();
    assertThatThrownBy(() -> path.add(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(path.code()).isEmpty();
  }
}
