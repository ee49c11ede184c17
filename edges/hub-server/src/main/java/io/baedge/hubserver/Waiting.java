package io.baedge.hubserver;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a part that starts by itself. */
final class Waiting {
  private static final long START_S = 30;

  private Waiting() {}

  /** What the part says; its failure's message is the sentence. */
  static <T> T until(CompletionStage<T> started, String late) throws HubStartFailed {
    try {
      return started.toCompletableFuture().get(START_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof CompletionException wrapped && wrapped.getCause() != null) {
        cause = wrapped.getCause();
      }
      throw new HubStartFailed(String.valueOf(cause.getMessage()), cause);
    } catch (TimeoutException e) {
      throw new HubStartFailed(late + " within " + START_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubStartFailed("interrupted while starting", e);
    }
  }
}
