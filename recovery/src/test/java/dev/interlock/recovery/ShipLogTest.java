package dev.interlock.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.store.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log comes into a store once, whole, and as it is. */
@Tag("slow")
class ShipLogTest {

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static final SealingKey KEY = SealingKey.generate();
  private static @Nullable LoggedOdoo made;

  @BeforeAll
  static void aLog() throws Exception {
    LoggedOdoo odoo = LoggedOdoo.in(shared);
    made = odoo;
    odoo.order("one");
    odoo.server().archiveAll();
    odoo.order("two");
    odoo.server().archiveAll();
  }

  @AfterAll
  static void end() {
    if (made != null) {
      made.close();
    }
  }

  @BeforeEach
  void aStoreAndACopy() throws IOException {
    FolderStore.create(store(), InstantSource.system());
    Files.createDirectory(archive());
    try (Stream<Path> files = Files.list(odoo().server().archive())) {
      for (Path file : files.toList()) {
        Files.copy(file, archive().resolve(file.getFileName()));
      }
    }
  }

  @Test
  void what_is_there_is_not_shipped_again() {
    ShipLog.Shipped first = ship(archive());
    ShipLog.Shipped again = ship(archive());

    assertThat(first.files()).isEqualTo(names());
    assertThat(first.newest()).isBetween(Instant.now().minusSeconds(600), Instant.now());
    assertThat(again.files()).isEmpty();
    assertThat(again.there()).isEqualTo(names().size());
    assertThat(again.problems()).isEmpty();
  }

  @Test
  void each_file_alone_as_a_server_archives_it() {
    for (String name : names()) {
      assertThat(ship(archive().resolve(name)).files()).containsExactly(name);
    }
    assertThat(ship(archive().resolve(names().getFirst())).there()).isEqualTo(1);
    assertThat(ship(archive()).files()).isEmpty();
  }

  @Test
  void other_content_under_a_name_that_is_there_is_refused() throws IOException {
    ship(archive());
    Path changed = archive().resolve(names().getFirst());
    byte[] bytes = Files.readAllBytes(changed);
    bytes[1_000_000] ^= 1;
    Files.write(changed, bytes);
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(ship(archive()).problems())
        .singleElement()
        .asString()
        .contains(names().getFirst(), "other content");
    assertThatThrownBy(() -> ship(changed))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("other content");
  }

  @Test
  void a_file_without_a_record_is_recorded_by_the_next_run() throws IOException {
    ship(archive());
    try (Stream<Path> records = Files.walk(store())) {
      for (Path record : records.filter(it -> it.toString().contains("/records/00")).toList()) {
        Files.delete(record);
      }
    }

    assertThat(ship(archive()).files()).isEqualTo(names());
    assertThat(ship(archive()).there()).isEqualTo(names().size());
  }

  @Test
  void what_is_cut_or_not_what_its_name_says_is_left_out_and_named() throws IOException {
    Path cut = archive().resolve(names().getFirst());
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 500_000));
    Path wrong = archive().resolve(names().getLast().substring(0, 20) + "00FE");
    Files.copy(archive().resolve(names().getLast()), wrong);

    ShipLog.Shipped shipped = ship(archive());

    assertThat(shipped.problems()).hasSize(2);
    assertThat(shipped.problems().getFirst())
        .contains(names().getFirst(), "has 500000 bytes instead of 1048576");
    assertThat(shipped.problems().getLast())
        .contains(wrong.getFileName().toString(), "is another file of the log");
    assertThat(shipped.files()).doesNotContain(names().getFirst());
  }

  @Test
  void what_a_server_may_still_be_writing_is_left_out_and_comes_later() throws IOException {
    Path file = archive().resolve(names().getFirst());
    byte[] finished = Files.readAllBytes(file);
    byte[] unfinished = finished.clone();
    Arrays.fill(unfinished, finished.length / 2, finished.length, (byte) 0);
    Files.write(file, unfinished);

    assertThat(ship(archive()).problems())
        .singleElement()
        .asString()
        .contains(names().getFirst(), "holds nothing from");
    assertThatThrownBy(() -> ship(file)).hasMessageContaining("holds nothing from");

    Files.write(file, finished);
    assertThat(ship(archive()).files()).containsExactly(names().getFirst());
  }

  @Test
  void a_damaged_file_is_left_out_unless_the_server_itself_hands_it_over() throws IOException {
    Path file = archive().resolve(names().getFirst());
    byte[] damaged = Files.readAllBytes(file);
    damaged[1_000] ^= 1;
    Files.write(file, damaged);

    assertThat(ship(archive()).files()).doesNotContain(names().getFirst());
    ShipLog.Shipped alone = ship(file);
    assertThat(alone.files()).containsExactly(names().getFirst());
    assertThat(alone.problems()).singleElement().asString().contains("was changed");
  }

  @Test
  void a_folder_without_a_log_and_files_that_no_restore_needs_are_no_mistake() throws IOException {
    Path label = Files.writeString(archive().resolve(names().getFirst() + ".00000028.backup"), "x");

    assertThat(ship(Files.createDirectory(folder.resolve("empty"))).files()).isEmpty();
    assertThat(ship(label).files()).isEmpty();
    assertThatThrownBy(() -> ship(folder.resolve("none"))).isInstanceOf(Fault.class);
  }

  private ShipLog.Shipped ship(Path source) {
    return odoo().ship(source, store(), KEY);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(odoo().server().archive())) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.length() == 24)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private static LoggedOdoo odoo() {
    return Objects.requireNonNull(made);
  }
}
