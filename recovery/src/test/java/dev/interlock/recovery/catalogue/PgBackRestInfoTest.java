package dev.interlock.recovery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupState;
import dev.interlock.recovery.KeptBackup;
import dev.interlock.recovery.KeptBackups;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a catalogue tells that a clean run never shows: answers as pgBackRest 2.45 writes them. */
class PgBackRestInfoTest {

  private static final String FULL = "20261122-191516F";
  private static final String INCREMENTAL = FULL + "_20261122-191520I";

  private static final String INFO =
      """
      [{"archive":[{"database":{"id":1,"repo-key":1},"id":"15-1",
        "max":"000000010000000000000006","min":"000000010000000000000002"}],
       "backup":[BACKUPS],"cipher":"aes-256-cbc",
       "db":[{"id":1,"repo-key":1,"system-id":7711076487533920748,"version":"15"}],
       "name":"erp","repo":[{"cipher":"aes-256-cbc","key":1,"status":{"code":0,"message":"ok"}}],
       "status":{"code":0,"lock":{"backup":{"held":false}},"message":"ok"}}]
      """;

  private static final String BACKUP =
      """
      {"archive":{"start":"000000010000000000000004","stop":"000000010000000000000005"},
       "backrest":{"format":5,"version":"2.45"},"database":{"id":1,"repo-key":1},"error":%s,
       "info":{"delta":7529228,"repository":{"delta":1013917,"size":4069718},"size":30464232},
       "label":"%s","lsn":{"start":"0/4000028","stop":"0/5000358"},"prior":null,
       "reference":%s,"timestamp":{"start":1795374920,"stop":1795374921},"type":"%s"}
      """;

  private static final String LOG =
      """
      {".":{"type":"path"},"0000000100000000":{"type":"path"},
       "0000000100000000/000000010000000000000004-986d39d76a11f540c76c3771ba8f74cbce84ae10.gz":
         {"type":"file","size":16532,"time":1795374920},
       "0000000100000000/000000010000000000000004.00000028.backup":
         {"type":"file","size":370,"time":1795374921},
       "0000000100000000/00000001000000000000000A.partial-5c54d70015a7d85a50612b55f45901932341f667.gz":
         {"type":"file","size":370,"time":1795374921},
       "0000000100000000/000000010000000000000005-aa8505f2723cade587d165e5a2cb59f129c24235":
         {"type":"file","size":16616,"time":1795374929}}
      """;

  @Test
  void a_backup_that_builds_on_one_that_is_gone_can_not_be_restored() {
    KeptBackup backup = only(BACKUP.formatted("false", INCREMENTAL, "[\"" + FULL + "\"]", "incr"));

    assertThat(backup.kind()).isEqualTo("incremental");
    assertThat(backup.state()).isEqualTo(BackupState.DAMAGED);
    assertThat(backup.trouble()).isEqualTo("it builds on " + FULL + ", which is gone");
    assertThat(backup.isGood()).isFalse();
  }

  @Test
  void damaged_pages_that_pgbackrest_found_are_told() {
    KeptBackup backup = only(BACKUP.formatted("true", FULL, "null", "full"));

    assertThat(backup.isGood()).isFalse();
    assertThat(backup.trouble()).contains("damaged pages");
  }

  @Test
  void a_good_one_is_told_with_its_cipher_and_its_log_without_unfinished_files() {
    KeptBackups kept = kept(BACKUP.formatted("false", FULL, "null", "full"));
    KeptBackup backup = kept.backups().getFirst();

    assertThat(backup.isGood()).isTrue();
    assertThat(backup.cipher()).isEqualTo("aes-256-cbc by pgBackRest");
    assertThat(kept.log(backup).files())
        .containsOnlyKeys("000000010000000000000004", "000000010000000000000005");
    assertThat(Objects.requireNonNull(kept.window(backup)).gaps()).isEmpty();
  }

  @Test
  void what_is_no_json_is_told_with_its_beginning() {
    assertThatThrownBy(() -> PgBackRestInfo.of("P00   WARN: something", "erp"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("pgBackRest");
    assertThatThrownBy(() -> PgBackRestInfo.of("[{", "erp"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("can't be read");
    assertThatThrownBy(() -> PgBackRestInfo.of("[]", "erp"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no stanza erp");
  }

  private static KeptBackup only(String backup) {
    return kept(backup).backups().getFirst();
  }

  private static KeptBackups kept(String backup) {
    return PgBackRestInfo.of(INFO.replace("BACKUPS", backup), "erp")
        .with(_ -> ToolAnswer.read("pgBackRest", LOG), (_, _) -> "");
  }
}
