package dev.interlock.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What can happen to a dump, its list of files and the files, and which check catches it. */
final class StoreDamages {

  private StoreDamages() {}

  static Stream<Damage<DumpStore>> all() {
    return Stream.of(ofDump(), ofList(), ofFile()).flatMap(it -> it);
  }

  private static Stream<Damage<DumpStore>> ofDump() {
    return Stream.of(
        part("dump is gone", it -> Files.delete(it.dump().path())),
        part("dump is cut by a byte", it -> it.dump().cut(1)),
        part("dump is cut in half", it -> it.dump().cut(20_000)),
        part("dump is empty", it -> it.dump().cut(Integer.MAX_VALUE)),
        part("a bit of the dump's head is flipped", it -> it.dump().flip(60)),
        part("a bit of the dump's data is flipped", it -> it.dump().flipLate()),
        part("a byte is added to the dump", it -> it.dump().cut(-1)),
        part("dump is another backup's", it -> it.dump().write(it.dumpOfSecond().content())));
  }

  private static Stream<Damage<DumpStore>> ofList() {
    return Stream.of(
        part("list of files is gone", it -> Files.delete(it.listOfFiles().path())),
        part("list of files is cut", it -> it.listOfFiles().cut(30)),
        part("list of files is edited", it -> it.listOfFiles().flip(5)));
  }

  private static Stream<Damage<DumpStore>> ofFile() {
    return Stream.of(
        file("a file is gone", it -> Files.delete(it.attachment().path())),
        file("a file is cut", it -> it.attachment().cut(1)),
        file("a file is empty", it -> it.attachment().cut(Integer.MAX_VALUE)),
        file("a bit of a file is flipped", it -> it.attachment().flipLate()),
        file("a file is another one", it -> it.attachment().write(it.otherAttachment().content())),
        file("a file is a folder", it -> folderInstead(it.attachment().path())),
        file("a file is a link to where it lies now", it -> linkInstead(it.attachment().path())));
  }

  private static Damage<DumpStore> part(String name, OfStore deed) {
    return damage(name, "backup/parts-are-whole", deed);
  }

  private static Damage<DumpStore> file(String name, OfStore deed) {
    return damage(name, "restore/files-come-back", deed);
  }

  private interface OfStore {
    void to(DumpStore store) throws IOException;
  }

  private static Damage<DumpStore> damage(String name, String caughtBy, OfStore deed) {
    return new Damage<>(
        name,
        caughtBy,
        store -> {
          deed.to(store);
          return "";
        });
  }

  private static void folderInstead(Path file) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
  }

  /** What it leads to is right, and lies where nobody protects it. */
  private static void linkInstead(Path file) throws IOException {
    Path moved = file.resolveSibling("moved");
    Files.move(file, moved);
    Files.createSymbolicLink(file, moved);
  }
}
