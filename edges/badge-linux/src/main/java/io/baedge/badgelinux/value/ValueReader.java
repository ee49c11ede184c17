package io.baedge.badgelinux.value;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks sources for a badge that must never wait: addresses on two threads, so that one that hangs
 * does not hold up all others, and files, which nothing of that holds up, on a third. The threads
 * end when nobody asks.
 */
public final class ValueReader implements AutoCloseable {
  private static final int THREADS = 2;
  private static final long IDLE_S = 20;

  private final ThreadPoolExecutor addresses = threads(THREADS, "values");
  private final ThreadPoolExecutor files = threads(1, "value-files");

  private static ThreadPoolExecutor threads(int many, String name) {
    var threads =
        new ThreadPoolExecutor(
            many,
            many,
            IDLE_S,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(ValueSource.MOST),
            Thread.ofPlatform().daemon().name(name).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Asks a source and tells what came of it, on another thread. */
  public void ask(BadgeEffect.AskValue wanted, Consumer<BadgeEvent> tell) {
    try {
      ThreadPoolExecutor threads =
          wanted.source().reach() == ValueSource.Reach.FILE ? files : addresses;
      threads.execute(() -> tell(wanted, answer(wanted), tell));
    } catch (RejectedExecutionException e) {
      var busy = new ValueAnswer.Failed("other sources hang; see which, and correct them");
      tell(wanted, busy, tell);
    }
  }

  private static void tell(
      BadgeEffect.AskValue wanted, ValueAnswer answer, Consumer<BadgeEvent> tell) {
    tell.accept(new BadgeEvent.ValueAnswered(wanted.source().name(), wanted.ask(), answer));
  }

  private static ValueAnswer answer(BadgeEffect.AskValue wanted) {
    try {
      return wanted.source().reach() == ValueSource.Reach.FILE
          ? FileAsker.ask(wanted.source(), wanted.mark())
          : HttpAsker.ask(wanted.source(), wanted.mark());
    } catch (RuntimeException e) {
      // A source that is wrong in a way that nobody thought of must not end the thread.
      return Body.failed(wanted.source(), "is read wrongly: " + e + "; report this");
    }
  }

  /** Leaves alone who has not answered. */
  @Override
  public void close() {
    addresses.shutdownNow();
    files.shutdownNow();
  }
}
