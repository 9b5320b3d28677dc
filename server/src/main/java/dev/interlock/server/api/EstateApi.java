package dev.interlock.server.api;

import dev.interlock.document.RecordWriter;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.server.estate.CurrentEstate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The estate in force. */
@RestController
@RequestMapping("/api/v1/estate")
class EstateApi {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final CurrentEstate current;
  private final RecordWriter writer = new RecordWriter();

  EstateApi(CurrentEstate current) {
    this.current = current;
  }

  /** Which estate is in force, and why nothing newer is. */
  record EstateView(
      String source,
      String revision,
      String digest,
      Instant since,
      List<String> trouble,
      Map<String, Integer> documents) {}

  /** One document; its spec as the JSON Schema of its kind says. */
  record DocumentView(
      String kind,
      String name,
      Map<String, String> labels,
      String file,
      int line,
      Map<String, Object> spec) {}

  @GetMapping
  EstateView estate() {
    return view(current);
  }

  static EstateView view(CurrentEstate current) {
    CurrentEstate.State state = current.state();
    Map<String, Integer> documents = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      documents.put(kind.word(), state.loaded().estate().names(kind).size());
    }
    return new EstateView(
        current.sourceName(),
        state.revision(),
        state.loaded().digest(),
        state.since(),
        state.trouble(),
        documents);
  }

  @GetMapping("/documents")
  List<DocumentView> documents(@RequestParam(required = false) @Nullable String kind) {
    Stream<Kind> kinds = kind == null ? Arrays.stream(Kind.values()) : Stream.of(kind(kind));
    return kinds.flatMap(this::entries).map(this::view).toList();
  }

  @GetMapping("/documents/{kind}/{name}")
  DocumentView document(@PathVariable String kind, @PathVariable String name) {
    return entries(kind(kind))
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(this::view)
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.NOT_FOUND, "the estate has no " + kind + " \"" + name + "\""));
  }

  @GetMapping("/environments")
  List<DocumentView> environments() {
    return entries(Kind.ENVIRONMENT).map(this::view).toList();
  }

  private Stream<Entry<?>> entries(Kind kind) {
    Estate estate = current.state().loaded().estate();
    return estate.entries(kind).stream();
  }

  private static Kind kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no kind " + word));
  }

  private DocumentView view(Entry<?> entry) {
    return new DocumentView(
        entry.kind().word(),
        entry.name(),
        new TreeMap<>(entry.labels()),
        entry.source().file(),
        entry.source().line(),
        JSON.readValue(writer.toJson(entry.spec()), FIELDS));
  }
}
