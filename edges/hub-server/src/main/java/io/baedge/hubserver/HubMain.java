package io.baedge.hubserver;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.config.HubConfigReader;
import io.baedge.hubserver.store.Backup;
import io.baedge.hubserver.store.Database;
import io.baedge.kit.settings.Setting;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub as a process: {@code [--KEY=VALUE …] [--config=FILE] [--json] [backup FILE | restore
 * FILE]}. Exit 0 = done or asked to stop, 1 = failed, 2 = wrong usage.
 */
public final class HubMain {
  private static final Logger LOG = LoggerFactory.getLogger(HubMain.class);

  private HubMain() {}

  /** Runs until the process is asked to stop. */
  public static void main(String[] args) {
    int code = 1;
    try {
      code = run(args, System.out, System.err);
    } catch (RuntimeException | Error e) {
      LOG.error("the hub failed", e);
    }
    // Threads of libraries must not keep a failed process alive.
    System.exit(code);
  }

  /** The same without leaving the process. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      Arguments arguments = Arguments.parse(args);
      var reader = new HubConfigReader(arguments.flags(), System.getenv());
      return switch (reader.read(arguments.file())) {
        case HubConfigReader.Result.Wrong wrong -> {
          wrong.problems().forEach(problem -> err.println(problem.sentence()));
          yield 2;
        }
        case HubConfigReader.Result.Usable(HubConfig config, List<Setting> settings) ->
            act(arguments, config, settings, out, err);
      };
    } catch (HubStartFailed e) {
      err.println(e.sentence());
      return 2;
    }
  }

  private static int act(
      Arguments arguments,
      HubConfig config,
      List<Setting> settings,
      PrintStream out,
      PrintStream err) {
    try {
      List<String> words = arguments.words();
      if (words.isEmpty()) {
        return serve(config, settings, arguments.json(), out, err);
      }
      if (words.size() == 2 && words.getFirst().equals("backup")) {
        out.println(backup(config, Path.of(words.getLast())));
        return 0;
      }
      if (words.size() == 2 && words.getFirst().equals("restore")) {
        out.println(restore(config, Path.of(words.getLast())));
        return 0;
      }
      err.println("say nothing to run the hub, or 'backup FILE', or 'restore FILE'");
      return 2;
    } catch (HubStartFailed e) {
      err.println(e.sentence());
      return 1;
    }
  }

  /**
   * Runs a hub until SIGTERM or its own end; prints one line when it is ready.
   *
   * @return the exit code
   */
  public static int serve(
      HubConfig config, List<Setting> settings, boolean json, PrintStream out, PrintStream err)
      throws HubStartFailed {
    HubProcess hub = HubProcess.start(config, settings);
    // On SIGTERM the process waits for this: what was taken is stored before it ends.
    Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "baedge-stop"));
    out.println(json ? DocCodec.toJson(ready(hub)) : sentence(hub));
    out.flush();
    String reason = hub.ended().join();
    if (reason.isEmpty()) {
      return 0;
    }
    err.println("the hub ends: " + reason);
    hub.close();
    return 1;
  }

  /**
   * Copies the store to a file, also while a hub runs.
   *
   * @return what was done, one sentence
   */
  public static String backup(HubConfig config, Path file) throws HubStartFailed {
    try {
      Backup.save(Database.of(config), file);
      return "saved the hub's store to " + file;
    } catch (StoreFailed e) {
      throw new HubStartFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Replaces the store by a copy, unless a hub runs on it.
   *
   * @return what was done, one sentence
   */
  public static String restore(HubConfig config, Path file) throws HubStartFailed {
    try (DataDirectory held = DataDirectory.hold(config.data())) {
      long generation = Backup.restore(file, Database.of(config), System.currentTimeMillis());
      return "restored "
          + file
          + " to "
          + held.path()
          + "; the store has the new generation "
          + generation;
    } catch (StoreFailed e) {
      throw new HubStartFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private static Doc.Fields ready(HubProcess hub) {
    return Doc.fields()
        .put("console", hub.consoleUrl())
        .put("http", hub.httpPort())
        .put("mqtt", hub.mqttPort())
        .put("site", hub.parts().config().site().text())
        .put("generation", hub.parts().hub().health().generation())
        .put("pid", ProcessHandle.current().pid())
        .build();
  }

  private static String sentence(HubProcess hub) {
    return "Baedge hub of site "
        + hub.parts().config().site()
        + ": console "
        + hub.consoleUrl()
        + ", badges connect to port "
        + hub.mqttPort();
  }
}
