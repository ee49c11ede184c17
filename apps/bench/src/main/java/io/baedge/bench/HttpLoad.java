package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Several connections that ask for one page as fast as it comes.
final class HttpLoad {
  private final int port;
  private final String path;
  private final boolean keep;
  private final LongAdder answered = new LongAdder();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private volatile boolean running = true;

  private HttpLoad(int port, String path, boolean keep) {
    this.port = port;
    this.path = path;
    this.keep = keep;
  }

  /// What to ask for.
  ///
  /// @param keep false = a new connection for each request
  record Plan(int port, String path, int connections, boolean keep, long warmUpMs, long forMs) {}

  /// Answers with status 200 per second; any other answer ends the run.
  static double perSecond(Plan plan) throws InterruptedException {
    var load = new HttpLoad(plan.port(), plan.path(), plan.keep());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < plan.connections(); i++) {
      threads.add(Thread.ofPlatform().daemon().name("http-load-" + i).start(load::ask));
    }
    Machine.pause(plan.warmUpMs());
    long startNs = System.nanoTime();
    long before = load.answered.sum();
    Machine.pause(plan.forMs());
    long count = load.answered.sum() - before;
    double seconds = (System.nanoTime() - startNs) / 1e9;
    load.running = false;
    for (Thread thread : threads) {
      thread.join();
    }
    String trouble = load.failure.get();
    if (trouble != null) {
      throw new CommandFailure("the server fails under load: " + trouble);
    }
    return count / seconds;
  }

  private void ask() {
    try (var connection = new HttpConnection(port, keep)) {
      while (running) {
        int status = connection.get(path);
        if (status != 200) {
          throw new IOException(path + " answers " + status);
        }
        answered.increment();
      }
    } catch (IOException e) {
      failure.compareAndSet(null, e.toString());
      running = false;
    }
  }
}
