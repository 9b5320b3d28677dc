package dev.interlock.guardrails.pack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts, lists and free-form values in the file of compiled controls. */
final class PackFormat {

  /** Changes with every change of the file's form. */
  static final int VERSION = 1;

  private PackFormat() {}

  static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static @Nullable String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static List<String> readTexts(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  static void writeValue(DataOutputStream out, Object value) throws IOException {
    switch (value) {
      case String text -> {
        out.writeByte('s');
        out.writeUTF(text);
      }
      case Boolean flag -> out.writeByte(flag ? 't' : 'f');
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case BigDecimal number -> {
        out.writeByte('d');
        out.writeUTF(number.toString());
      }
      case List<?> list -> {
        out.writeByte('[');
        out.writeInt(list.size());
        for (Object element : list) {
          writeValue(out, element);
        }
      }
      case Map<?, ?> map -> writeMap(out, map);
      default -> throw new IllegalStateException("no parameter can be a " + value.getClass());
    }
  }

  private static void writeMap(DataOutputStream out, Map<?, ?> map) throws IOException {
    out.writeByte('{');
    out.writeInt(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeUTF((String) entry.getKey());
      writeValue(out, entry.getValue());
    }
  }

  static Object readValue(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case 's' -> in.readUTF();
      case 't' -> true;
      case 'f' -> false;
      case 'l' -> in.readLong();
      case 'd' -> new BigDecimal(in.readUTF());
      case '[' -> {
        int size = in.readInt();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(readValue(in));
        }
        yield list;
      }
      case '{' -> {
        int size = in.readInt();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
          map.put(in.readUTF(), readValue(in));
        }
        yield map;
      }
      default -> throw new IllegalStateException("the file of compiled controls is damaged");
    };
  }
}
