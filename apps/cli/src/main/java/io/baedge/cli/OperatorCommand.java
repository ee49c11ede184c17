package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command of the operator's work, done over the API of a hub. */
abstract class OperatorCommand implements Callable<Integer> {
  @Mixin private HubOption hub = new HubOption();

  @Mixin Output output = new Output();

  /** Asks, and prints what came of it; the exit code. */
  abstract int ask(HubApi api) throws HubApi.Refused;

  @Override
  public final Integer call() throws CommandFailure {
    try (HubApi api = hub.open()) {
      return ask(api);
    } catch (HubApi.Refused e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  /** Sends JSON with the verb. */
  static Doc.Fields send(HubApi api, String verb, String path, Doc.Builder body)
      throws HubApi.Refused {
    return api.send(verb, path, Map.of(), HubApi.Body.json(body.build()));
  }

  /** The path of one badge. */
  static String badge(String badge) {
    return "/api/v1/badges/" + HubApi.segment(badge);
  }

  static List<Doc.Text> texts(List<String> values) {
    return values.stream().map(Doc.Text::new).toList();
  }

  /** Milliseconds of a span that was given; 0 when none was. */
  static long millis(String option, @Nullable String span) throws CommandFailure {
    if (span == null) {
      return 0;
    }
    Duration duration = Times.duration(option, span);
    return duration.toMillis();
  }

  /** How many glasses show something, will, or are out of reach. */
  static String reach(Doc.Fields answer) {
    return "on glass "
        + HubApi.number(answer, "onGlass")
        + ", on the way "
        + HubApi.number(answer, "onTheWay")
        + ", not heard "
        + HubApi.number(answer, "unreachable");
  }
}
