package dev.interlock.guardrails.azurepolicy.alias;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The form of the shipped table: a directory of resource types, and blocks with the aliases of
 * several types each, all compressed by themselves, so that one question costs one block.
 */
final class PackedAliases {

  /** Changes with every change of the form. */
  static final int VERSION = 1;

  private PackedAliases() {}

  /**
   * One alias in a block.
   *
   * @param suffix its name after the last slash
   * @param code its path, as {@link PathCode} writes it
   */
  record Entry(String suffix, String code) {}

  /**
   * A resource type and its aliases, ordered so that neighbours begin alike.
   *
   * @param type what stands before the last slash of its aliases
   */
  record Group(String type, List<Entry> entries) {}

  /** The types of a block, and its compressed bytes. */
  record Block(List<String> types, ByteBuffer bytes) {}

  static Block pack(List<Group> groups) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = deflating(bytes)) {
      for (Group group : groups) {
        writeGroup(out, group);
      }
    }
    return new Block(
        groups.stream().map(Group::type).toList(), ByteBuffer.wrap(bytes.toByteArray()));
  }

  private static void writeGroup(DataOutputStream out, Group group) throws IOException {
    out.writeInt(group.entries().size());
    String before = "";
    for (Entry entry : group.entries()) {
      int shared = shared(before, entry.suffix());
      out.writeByte(shared);
      out.writeUTF(entry.suffix().substring(shared));
      out.writeUTF(entry.code());
      before = entry.suffix();
    }
  }

  private static int shared(String before, String text) {
    int most = Math.min(255, Math.min(before.length(), text.length()));
    int shared = 0;
    while (shared < most && before.charAt(shared) == text.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  static List<Group> unpack(Block block) throws IOException {
    List<Group> groups = new ArrayList<>();
    try (DataInputStream in = inflating(block.bytes())) {
      for (String type : block.types()) {
        groups.add(new Group(type, readEntries(in)));
      }
    }
    return groups;
  }

  private static List<Entry> readEntries(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Entry> entries = new ArrayList<>(size);
    String before = "";
    for (int i = 0; i < size; i++) {
      before = before.substring(0, in.readUnsignedByte()) + in.readUTF();
      entries.add(new Entry(before, in.readUTF()));
    }
    return entries;
  }

  static byte[] write(List<Block> blocks) throws IOException {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    try (DataOutputStream out = deflating(directory)) {
      out.writeInt(blocks.size());
      for (Block block : blocks) {
        out.writeInt(block.bytes().remaining());
        out.writeInt(block.types().size());
        for (String type : block.types()) {
          out.writeUTF(type);
        }
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(VERSION);
    out.writeInt(directory.size());
    directory.writeTo(out);
    for (Block block : blocks) {
      out.write(copy(block.bytes()));
    }
    return file.toByteArray();
  }

  static List<Block> read(byte[] file) throws IOException {
    DataInputStream head = new DataInputStream(new ByteArrayInputStream(file));
    if (head.readInt() != VERSION) {
      throw new IllegalStateException("the table of aliases belongs to another version");
    }
    int length = head.readInt();
    List<Block> blocks = new ArrayList<>();
    int at = 2 * Integer.BYTES + length;
    try (DataInputStream in = inflating(ByteBuffer.wrap(file, 2 * Integer.BYTES, length))) {
      for (int left = in.readInt(); left > 0; left--) {
        ByteBuffer bytes = ByteBuffer.wrap(file, at, in.readInt());
        at = bytes.limit();
        blocks.add(new Block(readTypes(in), bytes));
      }
    }
    return blocks;
  }

  private static List<String> readTypes(DataInputStream in) throws IOException {
    List<String> types = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      types.add(in.readUTF());
    }
    return types;
  }

  private static DataOutputStream deflating(ByteArrayOutputStream target) {
    return new DataOutputStream(
        new DeflaterOutputStream(target, new Deflater(Deflater.BEST_COMPRESSION)));
  }

  private static DataInputStream inflating(ByteBuffer bytes) {
    InputStream compressed = new ByteArrayInputStream(copy(bytes));
    return new DataInputStream(new BufferedInputStream(new InflaterInputStream(compressed)));
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }
}
