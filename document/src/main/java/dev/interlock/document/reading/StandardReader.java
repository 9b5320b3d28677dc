package dev.interlock.document.reading;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Pieces;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.SpecialFile;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.json.JsonFactory;

/** Reads YAML and JSON with one set of options. */
public final class StandardReader implements DocumentReader {

  private final ReadOptions options;
  private final JsonFactory plain;
  private final JsonFactory commented;

  /** A reader with these options. */
  public StandardReader(ReadOptions options) {
    this.options = options;
    this.plain = JsonReading.factory(options.limits(), false);
    this.commented = JsonReading.factory(options.limits(), true);
  }

  /** See {@link DocumentReader#hidesText}. */
  public static boolean hidesText(Diagnostic mistake) {
    return Problem.hidesText(mistake);
  }

  @Override
  public List<Diagnostic> read(Path path, String name, Consumer<Document> sink) {
    return read(path, name, Set.of(), new Whole(sink));
  }

  @Override
  public List<Diagnostic> read(String text, String name, Consumer<Document> sink) {
    Problems problems = new Problems(name);
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      run(new StringReader(content), name, Set.of(), new Whole(sink), problems);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
    return problems.all();
  }

  @Override
  public List<Diagnostic> read(Path path, String name, Set<String> lists, Pieces sink) {
    if (SpecialFile.is(path)) {
      return List.of(unreadable(name, new IOException("it is a pipe or device, name a file")));
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return read(stream, name, lists, sink);
    } catch (IOException e) {
      return List.of(unreadable(name, e));
    }
  }

  @Override
  public List<Diagnostic> read(InputStream stream, String name, Set<String> lists, Pieces sink) {
    Problems problems = new Problems(name);
    try {
      InputStream limited = new LimitedStream(stream, options.limits().fileBytes());
      run(Encodings.decode(limited), name, lists, sink, problems);
    } catch (Stopped stopped) {
      problems.add(unreadable(name, stopped.failure()));
    } catch (IOException e) {
      problems.add(unreadable(name, e));
    }
    return problems.all();
  }

  private void run(Reader text, String name, Set<String> lists, Pieces sink, Problems problems)
      throws IOException {
    String head = Sniffer.head(text);
    Reader whole = Sniffer.whole(head, text);
    if (Sniffer.isJson(head)) {
      PieceLimit limit = new PieceLimit(name, options.limits().pieceChars());
      Builder builder = new Builder(name, options.limits(), lists, sink, limit::reset, problems);
      JsonText json = new JsonText(whole, limit::passed);
      boolean comments = options.comments() || ArmHead.is(head);
      new JsonReading(json, builder, comments ? commented : plain, problems).run();
    } else {
      Chunk chunk = new Chunk(whole, name, options.limits(), head.length());
      Builder builder =
          new Builder(name, options.limits(), lists, sink, chunk::handedOver, problems);
      new YamlReading(chunk, builder, options, problems).run();
    }
  }

  private static Diagnostic unreadable(String name, IOException e) {
    if (e instanceof LimitedStream.TooLong) {
      return Problem.TOO_LARGE.at(SourceRef.file(name), String.valueOf(e.getMessage()));
    }
    String why =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "permission denied";
          default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    return Problem.UNREADABLE.at(SourceRef.file(name), "the file cannot be read: " + why);
  }

  /** Takes documents whole: no list was named that could come as elements. */
  private record Whole(Consumer<Document> sink) implements Pieces {
    @Override
    public void document(Document whole) {
      sink.accept(whole);
    }

    @Override
    public void element(Document element, MappingNode envelope) {
      throw new IllegalStateException("nobody asked for elements");
    }

    @Override
    public void end(Document envelope) {
      throw new IllegalStateException("nobody asked for elements");
    }
  }
}
