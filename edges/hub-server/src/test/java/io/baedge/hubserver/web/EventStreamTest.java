package io.baedge.hubserver.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events over a real socket. */
final class EventStreamTest {
  @TempDir static Path folder;
  private static TestConference conference;

  @BeforeAll
  static void start() throws Exception {
    conference = TestConference.start(folder, 12, 0);
  }

  @AfterAll
  static void stop() {
    conference.close();
  }

  /** One event as it came. */
  private record Event(String id, String name, String data) {}

  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    int comments;

    Reader(String query, String... head) throws IOException {
      socket = new Socket("127.0.0.1", conference.web.port());
      socket.setSoTimeout(30_000);
      String request =
          "GET /api/v1/events"
              + query
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + String.join("", head)
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    Event next() throws IOException {
      String id = "";
      String name = "";
      while (true) {
        String line = lines.readLine();
        if (line == null) {
          throw new IOException("the stream ended");
        }
        if (line.startsWith(":")) {
          comments++;
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          return new Event(id, name, line.substring(6));
        }
      }
    }

    Event next(String name) throws IOException {
      Event event = next();
      while (!event.name().equals(name)) {
        event = next();
      }
      return event;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void a_stream_begins_with_hello_and_the_counts_and_tells_of_changes() throws Exception {
    try (var reader = new Reader("")) {
      assertThat(reader.next().name()).isEqualTo("hello");
      assertThat(reader.next().name()).isEqualTo("fleet");
      conference.crowd.press(TestConference.device(3), "hardware");
      Event rows = reader.next("rows");
      while (!rows.data().contains("\"screen\":\"hardware\"")) {
        rows = reader.next("rows");
      }
      assertThat(rows.data()).contains("\"key\":\"b-0003\"");
      assertThat(rows.id()).contains("-");
    }
  }

  @Test
  void a_stream_goes_on_after_the_last_event_that_the_reader_has() throws Exception {
    String id;
    try (var reader = new Reader("?topics=rows")) {
      reader.next("hello");
      conference.crowd.press(TestConference.device(4), "hardware");
      id = reader.next("rows").id();
    }
    conference.crowd.press(TestConference.device(5), "baedge");
    try (var reader = new Reader("?topics=rows&key=b-0005", "Last-Event-ID: " + id + "\r\n")) {
      assertThat(reader.next("hello").data()).contains("\"resumed\":true");
      assertThat(reader.next().data()).contains("\"key\":\"b-0005\"").doesNotContain("b-0004");
    }
    try (var reader = new Reader("?topics=rows&key=b-0005&since=" + id)) {
      assertThat(reader.next("rows").data()).contains("\"screen\":\"baedge\"");
    }
  }

  @Test
  void a_reader_from_before_another_hub_is_told_to_read_everything_anew() throws Exception {
    try (var reader = new Reader("?topics=rows", "Last-Event-ID: earlier-77\r\n")) {
      assertThat(reader.next().data()).contains("\"resumed\":false");
      assertThat(reader.next().name()).isEqualTo("reset");
    }
  }

  @Test
  void the_page_of_a_badge_says_after_which_event_it_wants_to_hear() throws Exception {
    try (var http = new Http(conference.web.port())) {
      String page =
          http.client
              .send(
                  HttpRequest.newBuilder(conference.at("/badges/b-0007")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher at = Pattern.compile("data-at=\"([^\"]+)\"").matcher(page);
      assertThat(at.find()).isTrue();
      conference.crowd.press(TestConference.device(7), "hardware");
      String row = "";
      while (!row.contains("\"screen\":\"hardware\"")) {
        row = new String(http.get("/api/v1/badges?q=b-0007").raw().body(), UTF_8);
      }
      // The page's script opens the stream only now; what came before is told all the same.
      try (var reader = new Reader("?topics=rows&key=b-0007&since=" + at.group(1))) {
        assertThat(reader.next("rows").data()).contains("\"screen\":\"hardware\"");
      }
    }
  }

  @Test
  void a_quiet_stream_has_a_heartbeat_and_the_hubs_clock() throws Exception {
    try (var reader = new Reader("?topics=note&key=nobody")) {
      assertThat(reader.next("time").data()).contains("nowMs");
      assertThat(reader.comments).isPositive();
    }
  }
}
