package dev.interlock.guardrails.pack;

import dev.interlock.guardrails.Guardrail;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The file of compiled controls: written when Interlock is built, read when it runs. */
public final class PackFile {

  /** Its name, beside the root package's classes. */
  public static final String RESOURCE = "pack/controls.bin";

  private PackFile() {}

  /** Writes controls. */
  public static void write(OutputStream stream, Collection<Guardrail> controls) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(PackFormat.VERSION);
    out.writeInt(controls.size());
    for (Guardrail control : controls) {
      PackedControl.write(out, control);
    }
    out.flush();
  }

  /** Reads them back. */
  public static List<Guardrail> read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != PackFormat.VERSION) {
      throw new IllegalStateException("the file of compiled controls belongs to another version");
    }
    int size = in.readInt();
    List<Guardrail> controls = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      controls.add(PackedControl.read(in));
    }
    return controls;
  }
}
