package dev.interlock.guardrails.judge;

import dev.interlock.estate.Environment;
import dev.interlock.facts.Resource;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.Guardrail;
import dev.interlock.guardrails.cel.Scope;
import dev.interlock.guardrails.cel.Variable;
import dev.interlock.guardrails.cel.Work;
import dev.interlock.guardrails.path.PodTemplate;
import dev.interlock.guardrails.view.Absences;
import dev.interlock.guardrails.view.EstateView;
import dev.interlock.guardrails.view.Location;
import dev.interlock.guardrails.view.RecordView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the variables of controls for one check, resource after resource. */
public final class ResourceScope {

  private final Scope outer;

  /** Binds what stays the same for the whole check. */
  public ResourceScope(CheckContext context) {
    Absences absences = new Absences();
    outer = new Scope(absences);
    if (context.estate() != null) {
      outer.bind(Variable.ESTATE, new EstateView(context.estate(), absences));
    }
    Environment environment = context.environmentSpec();
    if (environment != null) {
      outer.bind(
          Variable.ENVIRONMENT,
          new RecordView("environment", context.environment(), environment, absences));
    }
  }

  /** True when a resource runs pods: by its kind, or because a pod template is in it. */
  public static boolean runsPods(Resource resource) {
    return PodTemplate.isWorkload(resource.type())
        || PodTemplate.find(resource.type(), Location.root(resource.body())) != null;
  }

  /** Judges a resource under every guardrail given. */
  public Judged of(Resource resource) {
    Location root = Location.root(resource.body());
    Location pod = PodTemplate.find(resource.type(), root);
    Scope scope = outer.copy();
    scope.bind(Variable.RESOURCE, root);
    scope.bind(Variable.OBJECT, root);
    scope.bind(Variable.PATH, "");
    scope.bind(
        Variable.SUBJECT,
        Map.of(
            "plane", resource.plane().word(),
            "type", resource.type(),
            "id", resource.id(),
            "name", resource.name()));
    if (pod != null) {
      scope.bind(Variable.POD, pod);
    }
    return new Judged(scope, root, pod);
  }

  /** A resource whose variables are bound. */
  public record Judged(Scope scope, Location root, @Nullable Location pod) {

    /**
     * Judges it under one guardrail.
     *
     * @param work that it may make
     */
    public Rulings under(Guardrail guardrail, Work work) {
      scope.begin(work);
      scope.bind(Variable.PARAMS, Values.of(guardrail.control().params()));
      return new ControlJudge(guardrail.compiled(), guardrail.control().title(), scope, root, pod)
          .judge();
    }
  }
}
