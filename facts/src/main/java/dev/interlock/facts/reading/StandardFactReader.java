package dev.interlock.facts.reading;

import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.LaidInput;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.facts.arm.TemplateRecogniser;
import dev.interlock.facts.azure.AzureRecogniser;
import dev.interlock.facts.kubernetes.KubernetesRecogniser;
import dev.interlock.facts.terraform.TerraformRecogniser;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads Kubernetes manifests and Azure inventories from files, directories and standard input. */
public final class StandardFactReader implements FactReader {

  /** A bare list, and the lists of Kubernetes, Azure REST, Resource Graph and plans. */
  public static final Set<String> LISTS = Set.of("", "items", "value", "data", Parts.CHANGES);

  private final InputStream standardInput;
  private final Function<String, Optional<LaidInput>> places;
  private final Function<String, Optional<Path>> paths;
  private final DeploymentTarget target;

  private StandardFactReader(
      InputStream standardInput,
      Function<String, Optional<LaidInput>> places,
      Function<String, Optional<Path>> paths,
      DeploymentTarget target) {
    this.standardInput = standardInput;
    this.places = places;
    this.paths = paths;
    this.target = target;
  }

  /** A reader for which {@code -} is this stream; relative inputs begin at the folder. */
  public static StandardFactReader of(InputStream standardInput, Path folder) {
    Function<String, Optional<Path>> paths =
        name -> name.equals("-") ? Optional.empty() : Optional.of(folder.resolve(name));
    return new StandardFactReader(
        standardInput,
        name -> paths.apply(name).map(LaidInput::of),
        paths,
        DeploymentTarget.UNNAMED);
  }

  /** A reader of inputs that were brought here, by the names they have where they come from. */
  public static StandardFactReader of(Map<String, LaidInput> laid) {
    Map<String, LaidInput> all = Map.copyOf(laid);
    return new StandardFactReader(
        InputStream.nullInputStream(),
        name -> Optional.of(Objects.requireNonNull(all.get(name), name)),
        name -> below(all, name),
        DeploymentTarget.UNNAMED);
  }

  private static Optional<Path> below(Map<String, LaidInput> laid, String name) {
    for (Map.Entry<String, LaidInput> input : laid.entrySet()) {
      String prefix = input.getKey().endsWith("/") ? input.getKey() : input.getKey() + "/";
      if (input.getKey().equals(name)) {
        return Optional.of(input.getValue().path());
      }
      if (name.startsWith(prefix)) {
        return Optional.of(input.getValue().path().resolve(name.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  @Override
  public FactReader deployingTo(DeploymentTarget other) {
    return new StandardFactReader(standardInput, places, paths, other);
  }

  @Override
  public Reading read(List<String> inputs, Consumer<Resource> sink) {
    Session session = new Session(recognisers(target, paths), standardInput, places, sink);
    inputs.forEach(session::input);
    return session.result();
  }

  /** Everything that is known as a resource, but for templates, whose names may not be known. */
  public static Recognisers recognisers() {
    return whatIs(DeploymentTarget.UNNAMED);
  }

  private static Recognisers whatIs(DeploymentTarget target) {
    return new Recognisers(
        List.of(
            new AzureRecogniser(),
            new KubernetesRecogniser(),
            new TerraformRecogniser(target),
            new OtherKinds()));
  }

  /** The most certain first. */
  private static Recognisers recognisers(
      DeploymentTarget target, Function<String, Optional<Path>> paths) {
    List<Recogniser> all = new ArrayList<>(List.of(new TemplateRecogniser(target, paths)));
    all.addAll(whatIs(target).all());
    return new Recognisers(all);
  }
}
