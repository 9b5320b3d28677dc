package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A backup was made, with all that a restore is compared with later. */
@Doc("A backup was made, with all that a restore is compared with later.")
public record Backup(
    @Doc("The environment that was backed up.") String environment,
    @Doc(
            value = "Name of the backup, the only one of that name in its environment.",
            example = "20261121T083000Z")
        String backup,
    @Doc(value = "How the database was copied.", example = "pg-dump") String method,
    @Doc("When it was begun.") Instant begun,
    @Doc("The moment that a restore brings back: all that was committed before, nothing after.")
        Instant point,
    @Doc("What the database held at that moment.") @Nullable Content database,
    @Doc("The files of attachments that the database spoke of at that moment.")
        @Nullable Filestore filestore,
    @Doc("Everything that lies in the store for this backup alone.") List<Part> parts,
    @Doc("Fingerprint of the key that the parts are sealed with; none when they are not.")
        @Nullable String sealedWith,
    @Doc("A row and a file that were planted before, to be found in every restore; if asked for.")
        @Nullable Canary canary,
    @Doc("The part of the server's log that it needs or holds; none for a dump.") @Nullable Log log,
    @Doc("What stands around the database and was to be saved with it; none when nothing was.")
        @Nullable Surroundings surroundings,
    @Doc(value = "When it was complete.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Backup {
    parts = List.copyOf(parts);
  }

  /** Without a canary, a log, and what stands around. */
  public Backup(
      String environment,
      String backup,
      String method,
      Instant begun,
      Instant point,
      @Nullable Content database,
      @Nullable Filestore filestore,
      List<Part> parts,
      @Nullable String sealedWith,
      Instant at) {
    this(
        environment,
        backup,
        method,
        begun,
        point,
        database,
        filestore,
        parts,
        sealedWith,
        null,
        null,
        null,
        at);
  }

  /** The same backup, brought to another moment that it reaches: at that nobody counted rows. */
  public Backup broughtTo(Instant other) {
    return new Backup(
        environment,
        backup,
        method,
        begun,
        other,
        database == null ? null : database.uncounted(),
        filestore,
        parts,
        sealedWith,
        canary,
        log,
        surroundings,
        at);
  }

  /** What a database held. */
  @Doc("What a database held.")
  public record Content(
      @Doc("Name of the database.") String name,
      @Doc(value = "Version of its server.", example = "15.18") String server,
      @Doc("Extensions it uses.") List<String> extensions,
      @Doc("Its tables, by name.") List<Table> tables,
      @Doc("Whether its server kept checksums of its pages; none where nobody noted it.")
          @Nullable Boolean checksums) {

    public Content {
      extensions = List.copyOf(extensions);
      tables = List.copyOf(tables);
    }

    /** The same, and nobody knows what its tables held. */
    public Content uncounted() {
      return new Content(name, server, extensions, List.of(), checksums);
    }
  }

  /** What a table held. */
  @Doc("What a table held.")
  public record Table(
      @Doc(value = "Its name, with its schema when that is not public.", example = "sale_order")
          String name,
      @Doc("How many rows.") long rows,
      @Doc("Digest of all rows, the same in whatever order they lie.") String digest) {}

  /** The files of attachments. */
  @Doc("The files of attachments.")
  public record Filestore(
      @Doc("How many different files.") long files,
      @Doc("Their size together, in bytes.") long bytes,
      @Doc("Name of the part that lists them.") String list,
      @Doc("Names of files that the database spoke of and that were not there.")
          List<String> missing) {

    public Filestore {
      missing = List.copyOf(missing);
    }
  }

  /** One object in the store. */
  @Doc("One object in the store.")
  public record Part(
      @Doc("Its name in the store.") String name,
      @Doc("Its size as it lies there, in bytes.") long bytes,
      @Doc("Digest of it as it lies there.") String digest) {

    public Part {
      Digests.require("digest", digest);
    }
  }

  /** A row and its file, planted into the running system just before it was backed up. */
  @Doc("A row and its file, planted into the running system just before it was backed up.")
  public record Canary(
      @Doc("Id of the attachment, a row of ir_attachment.") long attachment,
      @Doc("Name of its file below the folder of files.") String file,
      @Doc("Digest of what the file holds.") String digest,
      @Doc("When it was planted, by the clock of the database's server.") Instant planted) {

    public Canary {
      Digests.require("digest", digest);
    }
  }

  /** Files of the log in which a database server writes down every change before it makes it. */
  @Doc("Files of the log in which a database server writes down every change before it makes it.")
  public record Log(
      @Doc(
              value = "Number that the server's data was given when it was made.",
              example = "7301234567890123456")
          String system,
      @Doc("Size of each file, in bytes.") long segmentBytes,
      @Doc(
              value = "The first file; none when only courses of history are told.",
              example = "000000010000000000000003")
          @Nullable String first,
      @Doc("The last file.") @Nullable String last,
      @Doc("The newest transaction that ends in these files; none when none does.")
          @Nullable Instant newest,
      @Doc("Where courses of history branched off, as after a recovery.") List<Branch> branches,
      @Doc("Where in it the rows of all tables were counted; none when nobody counted.")
          @Nullable Mark counted) {

    public Log {
      branches = List.copyOf(branches);
    }

    /** In which nobody counted. */
    public Log(
        String system,
        long segmentBytes,
        @Nullable String first,
        @Nullable String last,
        @Nullable Instant newest,
        List<Branch> branches) {
      this(system, segmentBytes, first, last, newest, branches, null);
    }
  }

  /** A point of a server's log that a recovery can stop at, and what could be seen there. */
  @Doc("A point of a server's log that a recovery can stop at, and what could be seen there.")
  public record Mark(
      @Doc(value = "Its name in the log.", example = "interlock-20261121T083000Z-1") String name,
      @Doc(value = "Where in the log it ends.", example = "0/3000060") String place,
      @Doc("When it was set, by the clock of the database's server.") Instant at,
      @Doc(
              value = "Which transactions could be seen, as PostgreSQL writes a snapshot.",
              example = "746:749:746")
          String visible,
      @Doc("The user of the server who read the tables.") String reader,
      @Doc("Settings of the server that whoever looks while it recovers must not fall below.")
          Map<String, Long> settings) {

    public Mark {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
  }

  /** A course of a server's history that began where another was left. */
  @Doc("A course of a server's history that began where another was left.")
  public record Branch(
      @Doc("Number of the course, called timeline.") long timeline,
      @Doc("Number of the one that was left.") long from,
      @Doc(value = "Where in the log.", example = "0/3000060") String left) {}

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
