package io.baedge.hubserver.endpoint;

import io.vertx.core.Context;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Brings work of other threads to the endpoint's thread, many pieces with one wake-up: after a
/// group commit thousands of acknowledgements come at once.
final class Mailbox {
  private static final int PER_TURN = 256;

  private final Context context;
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  Mailbox(Context context) {
    this.context = context;
  }

  void post(Runnable work) {
    queue.add(work);
    schedule();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      context.runOnContext(_ -> drain());
    }
  }

  private void drain() {
    scheduled.set(false);
    for (int i = 0; i < PER_TURN; i++) {
      Runnable work = queue.poll();
      if (work == null) {
        return;
      }
      work.run();
    }
    schedule();
  }
}
