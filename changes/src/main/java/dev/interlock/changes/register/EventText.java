package dev.interlock.changes.register;

import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.document.RecordWriter;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import java.util.ArrayList;
import java.util.List;

/** Events as JSON. */
final class EventText {

  private final RecordWriter writer = new RecordWriter();
  private final DocumentReader reader = DocumentReader.standard();
  private final RecordBinder binder = new RecordBinder();

  String write(RegisterEvent event) {
    return writer.toJson(event);
  }

  RegisterEvent read(long position, String word, String text) {
    String name = "event " + position;
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    problems.addAll(reader.read(text, name, documents::add));
    if (documents.size() != 1) {
      throw unreadable(name, problems);
    }
    return binder
        .bind(type(word), documents.getFirst().root(), name, problems::add)
        .orElseThrow(() -> unreadable(name, problems));
  }

  private static Class<? extends RegisterEvent> type(String word) {
    return switch (word) {
      case "filed" -> RegisterEvent.Filed.class;
      case "revised" -> RegisterEvent.Revised.class;
      case "evidence-received" -> RegisterEvent.EvidenceReceived.class;
      case "decided" -> RegisterEvent.Decided.class;
      case "withdrawn" -> RegisterEvent.Withdrawn.class;
      case "carried-out" -> RegisterEvent.CarriedOut.class;
      default ->
          throw new Fault(
              RegisterCode.UNREADABLE.code(),
              "the register holds an event of a kind that this version does not know: " + word);
    };
  }

  private static Fault unreadable(String name, List<Diagnostic> problems) {
    return new Fault(
        RegisterCode.UNREADABLE.code(), "the register's " + name + " can't be read: " + problems);
  }
}
