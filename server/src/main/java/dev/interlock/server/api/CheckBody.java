package dev.interlock.server.api;

import dev.interlock.usecases.FilesToCheck;
import dev.interlock.usecases.SentInput;
import dev.interlock.usecases.SentTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody wants checked.
 *
 * @param environment they are meant for
 * @param complete they are all there is of the environment: waivers that cover nothing are findings
 * @param inputs what the findings call them, in the order in which they are judged; without, every
 *     file is an input by its own path
 * @param target where templates among them would be deployed to
 * @param files text by path, with forward slashes
 * @param base64 what is no text, in base64 by path
 */
public record CheckBody(
    @Nullable String environment,
    @Nullable Boolean complete,
    @Nullable List<InputBody> inputs,
    @Nullable TargetBody target,
    @Nullable Map<String, String> files,
    @Nullable Map<String, String> base64) {

  public CheckBody {
    BadBody.requireValues("files", files);
    BadBody.requireValues("base64", base64);
    BadBody.requireElements("inputs", inputs);
    inputs = inputs == null ? null : List.copyOf(inputs);
  }

  /**
   * A file or folder.
   *
   * @param name what the findings call it
   * @param path of the file, or of the folder with a slash at its end
   * @param others how many files of other kinds the folder holds that are not sent
   * @param unread what could not be read there; a file with such an entry is not looked at
   */
  public record InputBody(
      String name, String path, @Nullable Long others, @Nullable List<CheckProblem> unread) {

    public InputBody {
      BadBody.require("name", name);
      BadBody.require("path", path);
      BadBody.requireElements("unread", unread);
      if (others != null && others < 0) {
        throw BadBody.of("\"others\" is below zero");
      }
      unread = unread == null ? null : List.copyOf(unread);
    }

    SentInput input() {
      return new SentInput(
          name,
          path,
          others == null ? 0 : others,
          unread == null ? List.of() : unread.stream().map(CheckProblem::diagnostic).toList());
    }
  }

  /**
   * Where templates would be deployed to. What is left out is what the environment says, or not
   * known.
   *
   * @param subscription its id
   * @param location region of the resource group
   * @param deploymentName that of the file when absent
   */
  public record TargetBody(
      @Nullable String tenant,
      @Nullable String managementGroup,
      @Nullable String subscription,
      @Nullable String resourceGroup,
      @Nullable String location,
      @Nullable String deploymentName) {

    public TargetBody {
      BadBody.requireWords("target.tenant", tenant);
      BadBody.requireWords("target.managementGroup", managementGroup);
      BadBody.requireWords("target.subscription", subscription);
      BadBody.requireWords("target.resourceGroup", resourceGroup);
      BadBody.requireWords("target.location", location);
      BadBody.requireWords("target.deploymentName", deploymentName);
    }

    SentTarget target() {
      return new SentTarget(
          tenant, managementGroup, subscription, resourceGroup, location, deploymentName);
    }
  }

  /** Where templates would be deployed to. */
  SentTarget goesTo() {
    return target == null ? SentTarget.NONE : target.target();
  }

  /** What is to be checked. */
  FilesToCheck sent() {
    var contents = SentFiles.contents(files, base64);
    return inputs == null
        ? FilesToCheck.of(contents)
        : new FilesToCheck(inputs.stream().map(InputBody::input).toList(), contents);
  }
}
