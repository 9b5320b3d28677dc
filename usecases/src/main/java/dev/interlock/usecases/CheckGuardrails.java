package dev.interlock.usecases;

import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.Evaluation;
import dev.interlock.guardrails.Judgement;
import dev.interlock.guardrails.PolicyAssignments;
import dev.interlock.guardrails.Waivers;
import dev.interlock.usecases.spool.RereadInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Checks manifests and inventories against guardrails, one resource at a time. */
public final class CheckGuardrails {

  private final FactReader reader;
  private final RereadInput standardInput;
  private final int mostInMemory;

  /** Reads its inputs with the reader, and keeps in memory what it finds. */
  public CheckGuardrails(FactReader reader) {
    this(reader, new RereadInput(InputStream.nullInputStream()), Integer.MAX_VALUE);
  }

  private CheckGuardrails(FactReader reader, RereadInput standardInput, int mostInMemory) {
    this.reader = reader;
    this.standardInput = standardInput;
    this.mostInMemory = mostInMemory;
  }

  /**
   * A check of inputs of any size, as a user names them.
   *
   * @param standardInput what the input {@code -} stands for
   * @param mostInMemory further findings lie in a temporary file until the report is closed
   */
  public static CheckGuardrails ofAnySize(InputStream standardInput, int mostInMemory) {
    RereadInput input = new RereadInput(standardInput);
    return new CheckGuardrails(FactReader.standard(input), input, mostInMemory);
  }

  /**
   * What to check.
   *
   * @param inputs files, folders, or {@code -} for standard input
   * @param estate folder of the estate; null for the shipped controls alone
   * @param environment of the estate, or null
   * @param controls files and folders with further controls, in force whatever the estate selects
   * @param policies Azure Policy, in force beside that of the estate
   * @param target where templates would be deployed to; what the environment says where nothing is
   *     told
   * @param complete the inputs are all there is of the environment, or of the estate without one:
   *     waivers that cover nothing are then findings, and what policies ask for and is not there is
   *     missing
   */
  public record Request(
      List<String> inputs,
      @Nullable Path estate,
      @Nullable String environment,
      List<Path> controls,
      GivenPolicies policies,
      DeploymentTarget target,
      boolean complete) {
    public Request {
      inputs = List.copyOf(inputs);
      controls = List.copyOf(controls);
    }
  }

  /**
   * Checks.
   *
   * @param now waivers that have expired by then cover nothing
   * @throws InputRejected when the estate or the controls cannot be used
   * @throws dev.interlock.finding.Fault when there is no place for what is found
   */
  public CheckReport run(Request request, Instant now) {
    return run(request, now, _ -> {});
  }

  /**
   * Checks, and tells how far it is.
   *
   * @param progress is told after each resource how many were judged
   */
  public CheckReport run(Request request, Instant now, LongConsumer progress) {
    FoundFindings found = new FoundFindings(mostInMemory);
    try {
      return run(request, now, new Counted(progress), found);
    } catch (RuntimeException | Error e) {
      found.kept().close();
      throw e;
    } finally {
      standardInput.close();
    }
  }

  private CheckReport run(Request request, Instant now, Counted counted, FoundFindings found) {
    CheckContext context = context(request);
    ControlsInForce inForce = ControlsInForce.of(context, request.estate(), request.policies());
    Controls controls = inForce.with(ControlLoader.load(request.controls()));
    PolicyAssignments policies = inForce.policies();
    Estate estate = context.estate();
    Waivers waivers = estate == null ? Waivers.NONE : Waivers.of(estate);
    Evaluation evaluation = new Evaluation(controls, policies, waivers, context, now);
    FactReader facts = reader.deployingTo(TemplateTarget.of(request.target(), context));
    Reading reading =
        read(
            facts,
            request,
            evaluation,
            resource -> {
              found.addAll(evaluation.judge(resource));
              counted.one();
            });
    Judgement end = evaluation.finish(request.complete() && Survey.readAll(reading));
    found.addAll(end.findings());
    List<Diagnostic> problems = new ArrayList<>(policies.problems());
    problems.addAll(reading.diagnostics());
    idle(request, reading, end.summary().evaluations()).ifPresent(problems::add);
    return new CheckReport(
        reading.resources(),
        end.summary().evaluations(),
        byName(controls, policies),
        found.kept(),
        found.counts(),
        problems,
        reading.skipped(),
        reading.aside().notes());
  }

  /** Where policies ask for other resources, everything is read twice. */
  private Reading read(
      FactReader facts, Request request, Evaluation evaluation, Consumer<Resource> judge) {
    if (evaluation.needsSurvey()) {
      standardInput.keep();
      new Survey(facts, evaluation).of(request.inputs(), request.complete());
      standardInput.again();
    }
    return facts.read(request.inputs(), judge);
  }

  private static CheckContext context(Request request) {
    Path directory = request.estate();
    String environment = request.environment();
    if (directory == null) {
      if (environment != null) {
        throw new InputRejected(
            ActionCode.NO_ESTATE.code(),
            "--environment",
            "an environment is part of an estate",
            "add --estate DIR");
      }
      return CheckContext.NONE;
    }
    LoadedEstate loaded = new ReadEstate().require(directory);
    if (environment != null) {
      ReadEstate.environment(loaded, directory, environment);
    }
    return new CheckContext(loaded.estate(), environment);
  }

  /** A check of nothing must not look like a check that found nothing. */
  private static Optional<Diagnostic> idle(Request request, Reading reading, long evaluations) {
    SourceRef place = SourceRef.file(String.join(", ", request.inputs()));
    List<Diagnostic> wrong = reading.diagnostics();
    boolean explained =
        wrong.stream().anyMatch(Diagnostic::isError)
            || (wrong.isEmpty() && !reading.aside().notes().isEmpty());
    if (reading.resources() == 0 && !explained) {
      return Optional.of(
          new Diagnostic(
              ActionCode.NOTHING_TO_CHECK.code(),
              Diagnostic.Level.ERROR,
              place,
              "nothing here can be checked (" + reading.skipped() + " files of other kinds)",
              "expected manifests, templates, Terraform plans or Azure inventories"
                  + " (az resource list, Resource Graph) that hold something"));
    }
    if (reading.resources() > 0 && evaluations == 0) {
      return Optional.of(
          new Diagnostic(
              ActionCode.NOTHING_APPLIES.code(),
              Diagnostic.Level.WARNING,
              place,
              "no control speaks about what is here, so nothing was judged",
              "interlock controls list shows what the controls speak about"));
    }
    return Optional.empty();
  }

  private static SortedMap<String, AppliedControl> byName(
      Controls controls, PolicyAssignments policies) {
    SortedMap<String, AppliedControl> byName = new TreeMap<>();
    controls.stream()
        .forEach(guardrail -> byName.put(guardrail.name(), AppliedControl.of(guardrail.control())));
    policies.rules().forEach(rule -> byName.putIfAbsent(rule.name(), AppliedControl.of(rule)));
    return byName;
  }
}
