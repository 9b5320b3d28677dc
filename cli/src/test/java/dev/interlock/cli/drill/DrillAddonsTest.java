package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill compares the modules of the database with code that lies in folders. */
class DrillAddonsTest {

  private static final String CHECK = "odoo/modules-have-code";
  private static final String OWN = "{'name': 'Own', 'version': '19.0.2.0.0'}";

  @TempDir private Path folder;

  private Path module(String addons, String name, String manifest) throws IOException {
    Path path = folder.resolve(addons);
    Path module = Files.createDirectories(path.resolve(name));
    Files.writeString(module.resolve("__manifest__.py"), manifest);
    return path;
  }

  @Test
  @Tag("slow")
  void an_installed_module_without_code_fails_and_with_all_code_it_passes() throws Exception {
    SavedErp saved = SavedErp.in(folder);
    Path odoo = module("odoo", "base", "{'name': 'Base', 'version': '1.3'}");
    module("odoo", "stock", "{'name': 'Inventory', 'version': '1.1'}");
    module("odoo", "sale", "{'name': 'Sales', 'version': '1.2'}");
    Path old = module("old", "acme_ext", "{'version': '19.0.1.0.0'}");

    CliRun unasked = saved.drill(List.of());
    assertThat(unasked.exit()).as(unasked.err()).isZero();
    assertThat(saved.shown()).doesNotContain(CHECK);

    CliRun absent = saved.drill(List.of("--addons", odoo.toString()));
    assertThat(absent.exit()).as(absent.err()).isEqualTo(1);
    assertThat(absent.err()).contains(CHECK, "installed modules without code: 1 (acme_ext)");

    List<String> both = List.of("--addons", old.toString(), "--addons", odoo.toString());
    CliRun other = saved.drill(both);
    assertThat(other.exit()).as(other.err()).isEqualTo(1);
    assertThat(other.err()).contains("acme_ext is 19.0.2.0.0, its code 19.0.1.0.0");

    module("old", "acme_ext", OWN);
    CliRun whole = saved.drill(both);
    assertThat(whole.exit()).as(whole.err()).isZero();
    assertThat(saved.shown()).contains(CHECK).doesNotContain("NOT VERIFIED");
  }

  @Test
  void a_folder_that_holds_no_module_or_is_not_there_ends_the_command_before_anything()
      throws Exception {
    SignedManifests store = SignedManifests.in(folder);
    Path own = module("own", "acme_ext", OWN);
    Path empty = Files.createDirectories(folder.resolve("empty/odoo/addons"));

    assertRefused(store, "there is no such folder: ", own, folder.resolve("none"));
    assertRefused(store, "there is no such folder: ", own.resolve("acme_ext/__manifest__.py"));
    assertRefused(store, "holds no module", own, empty);
    assertRefused(store, "holds no module", own.resolve("acme_ext"));
  }

  private void assertRefused(SignedManifests store, String why, Path... addons) throws IOException {
    List<String> words = List.of(addons).stream().map(it -> "--addons=" + it).toList();

    CliRun run = store.drill(words.toArray(String[]::new));

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err())
        .contains("--addons: error: ", why, addons[addons.length - 1].toString(), "addons_path");
    assertThat(folder.resolve("drill.json")).doesNotExist();
    assertThat(folder.resolve("place")).doesNotExist();
  }

  @Test
  void a_server_knows_by_itself_where_its_code_lies() {
    CliRun run =
        CliRun.of(
            "drill",
            "run",
            "--server",
            "http://127.0.0.1:1",
            "--environment",
            "erp",
            "--addons",
            folder.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("leave away --addons");
  }
}
