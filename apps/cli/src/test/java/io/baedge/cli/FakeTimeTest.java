package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.testing.EnabledIfProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real badge process whose wall clock is wrong at its start and jumps while it runs. */
@EnabledIfProgram("faketime")
class FakeTimeTest {
  private static final long DAY_MS = 86_400_000;

  @TempDir Path directory;

  @Test
  void a_badge_in_1970_lives_on_through_jumps_and_has_the_right_time_from_its_hub()
      throws Exception {
    Path time = Files.writeString(directory.resolve("time"), "-20000d");
    try (RunningHub hub = RunningHub.start(directory.resolve("hub"));
        Badge badge = Badge.start(directory, time, hub.mqttAddress())) {
      badge.untilClockIs("hub");
      Doc.Fields clock = badge.get("/v1/status/clock");
      assertThat(HubApi.number(clock, "systemAheadMs")).isLessThan(-19_000 * DAY_MS);
      assertThat(HubApi.number(clock, "wallMs"))
          .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);

      Files.writeString(time, "+365d");
      badge.untilAheadBy(364 * DAY_MS);
      assertThat(HubApi.number(badge.get("/v1/status/clock"), "wallMs"))
          .isLessThan(System.currentTimeMillis() + 60_000);
      long taken = HubApi.number(badge.get("/v1/status/outbox"), "taken");
      Cli.until(
          () -> HubApi.number(badge.get("/v1/status/outbox"), "taken") > taken + 2,
          () -> "the badge goes on measuring after the jump");
      assertThat(HubApi.text(badge.get("/v1/status/uplink"), "state")).isEqualTo("connected");
    }
  }

  /** One badge process, its wall clock faked and its monotonic clock real. */
  private record Badge(Process process, String page, HttpClient client) implements AutoCloseable {
    static Badge start(Path directory, Path time, String hub) throws IOException {
      var builder =
          new ProcessBuilder(
              ProcessHandle.current().info().command().orElse("java"),
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "badge",
              "--http",
              "0",
              "--state",
              directory.resolve("state").toString(),
              "--hub",
              hub,
              "--panel",
              "emulated:2in9_V2",
              "--set",
              "panel_pace=0",
              "--json");
      builder
          .environment()
          .putAll(
              Map.of(
                  "LD_PRELOAD",
                  library().toString(),
                  "FAKETIME_TIMESTAMP_FILE",
                  time.toString(),
                  "FAKETIME_NO_CACHE",
                  "1",
                  "FAKETIME_DONT_FAKE_MONOTONIC",
                  "1"));
      Process process = builder.redirectError(directory.resolve("badge.err").toFile()).start();
      String line = process.inputReader().readLine();
      assertThat(line).as(Files.readString(directory.resolve("badge.err"))).isNotNull();
      return new Badge(process, HubApi.text(Cli.json(line), "page"), HttpClient.newHttpClient());
    }

    /** The library for programs with threads lies in another place on each architecture. */
    private static Path library() throws IOException {
      try (Stream<Path> found =
          Files.find(
              Path.of("/usr/lib"),
              3,
              (file, _) -> file.getFileName().toString().equals("libfaketimeMT.so.1"))) {
        List<Path> files = found.toList();
        Assumptions.assumeFalse(files.isEmpty(), "libfaketimeMT.so.1 is not below /usr/lib");
        return files.getFirst();
      }
    }

    Doc.Fields get(String path) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(page).resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return Cli.json(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    void untilClockIs(String source) throws InterruptedException {
      Cli.until(
          () -> HubApi.text(get("/v1/status/clock"), "source").equals(source),
          () -> "the clock is " + get("/v1/status/clock"));
    }

    void untilAheadBy(long ms) throws InterruptedException {
      Cli.until(
          () -> HubApi.number(get("/v1/status/clock"), "systemAheadMs") > ms,
          () -> "the clock is " + get("/v1/status/clock"));
    }

    @Override
    public void close() {
      process.destroyForcibly();
      client.close();
    }
  }
}
