package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several users of a machine can drill on it, and none in a folder of another. */
class UsualPlaceTest {

  private static final String US = System.getProperty("user.name");
  private static final String SOMEBODY = US.equals("nobody") ? "root" : "nobody";

  @TempDir private Path folder;

  private Path place(String user) {
    return UsualPlace.in(folder, "interlock-drills", user);
  }

  @Test
  void the_own_folder_is_used_again() throws Exception {
    Path usual = folder.resolve("interlock-drills");
    assertThat(place(US)).isEqualTo(usual);
    Files.createDirectory(usual);
    assertThat(place(US)).isEqualTo(usual);
  }

  @Test
  void a_folder_of_somebody_else_is_not_used() throws Exception {
    Files.createDirectory(folder.resolve("interlock-drills"));
    Path own = folder.resolve("interlock-drills-" + SOMEBODY);
    assertThat(place(SOMEBODY)).isEqualTo(own);
    Files.createDirectory(own);
    assertThatThrownBy(() -> place(SOMEBODY))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(own.toString(), "somebody else", "--place");
  }

  @Test
  void what_is_no_folder_is_not_used() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("interlock-drills"), elsewhere);
    assertThat(place(US)).isEqualTo(folder.resolve("interlock-drills-" + US));
  }
}
