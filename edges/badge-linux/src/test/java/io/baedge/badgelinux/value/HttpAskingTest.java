package io.baedge.badgelinux.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Pace;
import io.baedge.badge.value.ValueSource.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of this machine. */
final class HttpAskingTest extends AskingContract {
  private static final String MODIFIED = "Tue, 24 Nov 2026 12:00:00 GMT";

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile byte[] body = new byte[0];
  private volatile int status = 200;
  private volatile boolean tagged = true;
  private volatile boolean chunked;
  private volatile boolean silent;
  private volatile String asked = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      if (silent) {
        end.await();
        return;
      }
      String tag = "\"" + Arrays.hashCode(body) + "\"";
      String known = call.getRequestHeaders().getFirst("If-None-Match");
      String since = call.getRequestHeaders().getFirst("If-Modified-Since");
      asked = known + " " + since;
      if (tagged) {
        call.getResponseHeaders().set("ETag", tag);
      }
      call.getResponseHeaders().set("Last-Modified", MODIFIED);
      if (tagged ? tag.equals(known) : MODIFIED.equals(since)) {
        call.sendResponseHeaders(304, -1);
        return;
      }
      call.sendResponseHeaders(status, chunked ? 0 : body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  void has(byte[] bytes) {
    body = bytes;
  }

  @Override
  void gone() {
    server.stop(0);
  }

  @Override
  ValueSource source(String pointer) {
    return source(pointer, PACE);
  }

  private ValueSource source(String pointer, Pace pace) {
    String place = "http://127.0.0.1:" + server.getAddress().getPort() + "/menu.json?key=secret";
    return new ValueSource("lunch", Reach.OWN_URL, place, pointer, pace);
  }

  @Test
  void a_server_that_knows_only_the_time_of_a_change_is_asked_with_it() throws Exception {
    tagged = false;
    has("Soup");
    if (!(ask(source(""), "") instanceof ValueAnswer.Read(String _, String mark))) {
      throw new AssertionError("not read");
    }
    assertThat(ask(source(""), mark)).isEqualTo(new ValueAnswer.Unchanged());
    assertThat(asked).isEqualTo("null " + MODIFIED);
  }

  @Test
  void another_status_than_200_is_no_value() throws Exception {
    status = 503;
    has("Soup");
    assertThat(ask(source(""), ""))
        .isEqualTo(
            new ValueAnswer.Failed(
                source("").shownPlace() + " answers with status 503; it must be 200"));
  }

  @Test
  void an_answer_without_a_length_is_bounded_too() throws Exception {
    chunked = true;
    has("a".repeat(Body.MOST_BYTES + 1));
    assertThat(ask(source(""), "")).isInstanceOf(ValueAnswer.TooLarge.class);
  }

  @Test
  void a_server_that_says_nothing_is_given_up() throws Exception {
    silent = true;
    var brief = source("", new Pace(30_000, 100, 600_000));
    assertThat(ask(brief, ""))
        .isEqualTo(new ValueAnswer.Failed(brief.shownPlace() + " gave no answer within 100 ms"));
  }

  @Test
  void what_follows_the_question_mark_is_in_no_sentence() throws Exception {
    status = 404;
    assertThat(ask(source(""), "").toString()).contains("?…").doesNotContain("secret");
  }
}
