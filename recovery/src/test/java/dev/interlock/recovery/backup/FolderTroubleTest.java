package dev.interlock.recovery.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FolderTroubleTest {

  private final FolderTrouble trouble = new FolderTrouble(Path.of("/spool"));

  @Test
  void what_is_worse_than_in_a_stream_is_told_with_what_helps() {
    assertThat(trouble.hint("pg_dump: error: could not write to file: No space left on device"))
        .contains("lies in /spool until it is stored: make room there");
    assertThat(trouble.hint("could not write to file: Disk quota exceeded")).contains("/spool");
    assertThat(trouble.hint("could not obtain lock on relation \"public.stock_move\""))
        .contains("make the backup when nobody does");
    assertThat(trouble.hint("permission denied for table x")).isEmpty();
  }
}
