package io.baedge.testing.browser;

import io.baedge.testing.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The Chromium of the machine, headless, with a profile of its own. It is driven over its DevTools
/// protocol, so that no driver has to be downloaded. Mark the test with
/// `@EnabledIfProgram("chromium")`.
public final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final int START_SECONDS = 60;

  private final Process process;
  private final Path profile;
  private final DevTools devTools;

  private Chromium(Process process, Path profile, DevTools devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /// Starts a browser; close it at the end of the test or of the test class.
  public static Chromium start() throws IOException {
    Path profile = Files.createTempDirectory("baedge-chromium");
    Process process =
        new ProcessBuilder(
                Programs.require("chromium").toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Chromium(process, profile, DevTools.connect(address(process)));
    } catch (IOException | RuntimeException e) {
      stop(process, profile);
      throw e;
    }
  }

  /// Opens a page of the given size in CSS pixels and waits until it has loaded.
  public Page open(URI address, int width, int height) {
    var target = devTools.call("", "Target.createTarget", Map.of("url", "about:blank"));
    var session =
        devTools.call(
            "",
            "Target.attachToTarget",
            Map.of("targetId", String.valueOf(target.get("targetId")), "flatten", true));
    var page = new Page(devTools, String.valueOf(session.get("sessionId")));
    page.resize(width, height);
    page.go(address);
    return page;
  }

  @Override
  public void close() {
    devTools.close();
    stop(process, profile);
  }

  /// Reads on after the address, on a daemon thread, so that the browser never blocks on a full
  /// pipe.
  private static URI address(Process process) throws IOException {
    var found = new CompletableFuture<URI>();
    Thread.ofVirtual()
        .name("chromium-stderr")
        .start(
            () -> {
              try (BufferedReader lines = process.errorReader()) {
                lines
                    .lines()
                    .filter(line -> line.startsWith(LISTENING))
                    .forEach(
                        line -> found.complete(URI.create(line.substring(LISTENING.length()))));
              } catch (IOException | UncheckedIOException e) {
                found.completeExceptionally(e);
              }
              found.completeExceptionally(new IOException("Chromium ended before it listened"));
            });
    try {
      return found.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Chromium did not start within " + START_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Chromium started", e);
    }
  }

  private static void stop(Process process, Path profile) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> process).join();
    try (var files = Files.walk(profile)) {
      // Helpers of the browser may still write; what is left goes with the temporary folder.
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + profile + " (" + e.getMessage() + ")");
    }
  }
}
