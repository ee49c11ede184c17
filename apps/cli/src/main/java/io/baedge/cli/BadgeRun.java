package io.baedge.cli;

import io.baedge.badgelinux.BadgeProcess;
import io.baedge.badgelinux.BadgeStartFailed;
import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintWriter;
import java.util.Optional;

/** Runs one badge in this process until it is told to end. */
final class BadgeRun {
  private BadgeRun() {}

  static void untilEnd(BadgeConfigReader.Result.Usable usable, boolean json, PrintWriter out)
      throws CommandFailure, InterruptedException {
    BadgeProcess badge;
    try {
      badge = BadgeProcess.start(usable.config(), usable.settings(), System.err);
    } catch (BadgeStartFailed e) {
      throw new CommandFailure(e.sentence());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(badge), "badge-stop"));
    out.println(ready(badge, json));
    out.flush();
    Optional<String> failure = badge.awaitEnd();
    if (failure.isPresent()) {
      throw new CommandFailure(failure.get());
    }
  }

  /** On SIGTERM the badge says good-bye, and the name stays on the glass: an end in order. */
  private static void stop(BadgeProcess badge) {
    badge.close();
    if (badge.endedInOrder()) {
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
