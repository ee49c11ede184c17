package io.baedge.cli;

import io.baedge.badgelinux.BadgeProcess;
import io.baedge.badgelinux.BadgeStartFailed;
import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs one badge in this process until it is told to end. */
final class BadgeRun {
  private BadgeRun() {}

  static void untilEnd(BadgeConfigReader.Result.Usable usable, boolean json, PrintWriter out)
      throws CommandFailure, InterruptedException {
    AtomicReference<@Nullable BadgeProcess> current = new AtomicReference<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(current.get()), "badge-stop"));
    OptionalLong wakesInMs;
    do {
      BadgeProcess badge = start(usable);
      current.set(badge);
      out.println(ready(badge, json));
      out.flush();
      Optional<String> failure = badge.awaitEnd();
      if (failure.isPresent()) {
        throw new CommandFailure(failure.get());
      }
      wakesInMs = badge.wakesInMs();
      if (wakesInMs.isPresent()) {
        // An emulated board that naps, or a badge that must count anew: nothing of it runs.
        current.set(null);
        badge.close();
        Thread.sleep(wakesInMs.getAsLong());
      }
    } while (wakesInMs.isPresent());
  }

  private static BadgeProcess start(BadgeConfigReader.Result.Usable usable) throws CommandFailure {
    try {
      return BadgeProcess.start(usable.config(), usable.settings(), System.err);
    } catch (BadgeStartFailed e) {
      throw new CommandFailure(e.sentence());
    }
  }

  /** On SIGTERM the badge says good-bye, and the name stays on the glass: an end in order. */
  private static void stop(@Nullable BadgeProcess badge) {
    if (badge != null) {
      badge.close();
    }
    if (badge == null || badge.endedInOrder()) {
      Runtime.getRuntime().halt(Main.OK);
    }
  }

  private static String ready(BadgeProcess badge, boolean json) {
    String page = "http://127.0.0.1:" + badge.httpPort() + "/";
    return json
        ? DocCodec.toJson(
            Doc.fields()
                .put("device", badge.device().text())
                .put("claimCode", badge.device().claimCode())
                .put("http", badge.httpPort())
                .put("page", page)
                .build())
        : "Baedge badge " + badge.device() + ": page and API on " + page;
  }
}
