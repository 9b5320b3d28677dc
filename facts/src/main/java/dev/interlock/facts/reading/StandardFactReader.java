package dev.interlock.facts.reading;

import dev.interlock.facts.FactReader;
import dev.interlock.facts.LaidInput;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.facts.azure.AzureRecogniser;
import dev.interlock.facts.kubernetes.KubernetesRecogniser;
import dev.interlock.facts.terraform.TerraformRecogniser;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads Kubernetes manifests and Azure inventories from files, directories and standard input. */
public final class StandardFactReader implements FactReader {

  private final InputStream standardInput;
  private final Function<String, Optional<LaidInput>> places;

  /** A reader for which {@code -} is this stream. */
  public StandardFactReader(InputStream standardInput) {
    this(standardInput, Path.of(""));
  }

  /** The same; relative inputs begin at the folder. */
  public StandardFactReader(InputStream standardInput, Path folder) {
    this.standardInput = standardInput;
    this.places =
        name ->
            name.equals("-") ? Optional.empty() : Optional.of(LaidInput.of(folder.resolve(name)));
  }

  /** A reader of inputs that were brought here, by the names they have where they come from. */
  public StandardFactReader(Map<String, LaidInput> laid) {
    Map<String, LaidInput> all = Map.copyOf(laid);
    this.standardInput = InputStream.nullInputStream();
    this.places = name -> Optional.of(Objects.requireNonNull(all.get(name), name));
  }

  @Override
  public Reading read(List<String> inputs, Consumer<Resource> sink) {
    Session session = new Session(recognisers(), standardInput, places, sink);
    inputs.forEach(session::input);
    return session.result();
  }

  /** Everything that is known as a resource, the most certain first. */
  public static Recognisers recognisers() {
    return new Recognisers(
        List.of(
            new AzureRecogniser(),
            new KubernetesRecogniser(),
            new TerraformRecogniser(),
            new OtherKinds()));
  }
}
