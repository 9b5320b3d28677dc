package dev.interlock.recovery.postgres.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of the PostgreSQL of a drill. They are given on its command line, which overrules every
 * file: a data directory that was copied from production brings its own along.
 *
 * @param values by name
 */
public record ClusterSettings(Map<String, String> values) {

  /** What is measured must hold in an emergency too: nothing here makes a restore unsafe. */
  private static final Map<String, String> FOR_A_RESTORE =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("checkpoint_timeout", "30min"),
          Map.entry("max_connections", "50"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("lc_messages", "C"));

  /**
   * No way in but for us, no way out, nothing left behind outside of the folder. A subscription of
   * a copied server would take from its publisher what production has yet to get.
   */
  private static final Map<String, String> ISOLATED =
      Map.ofEntries(
          Map.entry("listen_addresses", ""),
          Map.entry("unix_socket_directories", DrillSocket.FROM_DATA),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("synchronous_standby_names", ""),
          Map.entry("ssl", "off"),
          Map.entry("archive_mode", "off"),
          Map.entry("primary_conninfo", ""),
          Map.entry("shared_preload_libraries", ""),
          Map.entry("session_preload_libraries", ""),
          Map.entry("local_preload_libraries", ""),
          Map.entry("logging_collector", "off"),
          Map.entry("log_destination", "stderr"),
          // What is asked of the log later needs to know who says something.
          Map.entry("log_line_prefix", "%m [%p] %b "),
          Map.entry("cluster_name", "interlock-drill"),
          // Files in the data directory instead of shared memory, which a killed server leaves.
          Map.entry("dynamic_shared_memory_type", "mmap"));

  public ClusterSettings {
    values = Map.copyOf(values);
  }

  /** Sensible for a restore. */
  public static ClusterSettings forRestore() {
    return new ClusterSettings(FOR_A_RESTORE);
  }

  /**
   * Sensible for the restore of a dump: what is loaded is written once, into the tables, and not
   * into the log too, and no statement waits for the disk. PostgreSQL puts what is loaded on disk
   * at each commit and the log soon after, within three times {@code wal_writer_delay}; a server
   * that dies before is restored anew anyway. Whoever restores in an emergency can do the same:
   * history begins anew with the next base backup.
   */
  public static ClusterSettings forDump() {
    return forRestore()
        .with("wal_level", "minimal")
        .with("max_wal_senders", "0")
        .with("synchronous_commit", "off");
  }

  /** With another value, or one more. */
  public ClusterSettings with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new ClusterSettings(more);
  }

  /** As arguments; isolation comes last and can't be set off. */
  List<String> arguments() {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(ISOLATED);
    all.put("port", Integer.toString(DrillSocket.PORT));
    return all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
        .toList();
  }
}
