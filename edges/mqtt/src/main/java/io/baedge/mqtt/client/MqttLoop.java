package io.baedge.mqtt.client;

import io.baedge.mqtt.client.CloseReason.Kind;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One thread and one selector for any number of clients. What other threads ask for is queued; the
/// queue is bounded by the clients' own limits.
public final class MqttLoop implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int TASKS_PER_PASS = 10_000;

  private final Selector selector;
  private final Thread thread;
  private final long originNs = System.nanoTime();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final LoopCounters counters = new LoopCounters();
  private volatile boolean stopping;

  // Touched by the loop's thread only.
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private ArrayDeque<MqttClient> changed = new ArrayDeque<>();
  private final ByteBuffer readBuffer = ByteBuffer.allocate(BUFFER_BYTES);
  private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

  /// A look at one client at a time to come; the client is null once that is no longer wanted.
  static final class Timer implements Comparable<Timer> {
    final long atMs;
    @Nullable MqttClient client;

    Timer(long atMs, MqttClient client) {
      this.atMs = atMs;
      this.client = client;
    }

    @Override
    public int compareTo(Timer other) {
      return Long.compare(atMs, other.atMs);
    }
  }

  private MqttLoop(String threadName) throws IOException {
    this.selector = Selector.open();
    this.thread = Thread.ofPlatform().name(threadName).daemon(true).unstarted(this::loop);
  }

  /// Starts a loop with a thread of this name.
  public static MqttLoop start(String threadName) throws IOException {
    MqttLoop loop = new MqttLoop(threadName);
    loop.thread.start();
    return loop;
  }

  /// Begins to connect; everything else is told to the listener, on the loop's thread.
  public MqttClient connect(ClientOptions options, ClientListener listener) {
    MqttClient client = new MqttClient(this, options, listener);
    counters.opened.increment();
    run(client, () -> open(client));
    return client;
  }

  /// Runs a task on the loop's thread: for owners that keep their state there.
  public void execute(Runnable task) {
    tasks.add(task);
    wake();
  }

  /// Whether the caller is on the loop's thread.
  public boolean inLoop() {
    return Thread.currentThread() == thread;
  }

  public LoopCounters counters() {
    return counters;
  }

  /// Ends all clients and the thread. Waits for it unless called from it.
  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    if (inLoop()) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Milliseconds since the start of the loop.
  long nowMs() {
    return (System.nanoTime() - originNs) / 1_000_000;
  }

  /// Runs something of one client on the loop's thread, at once when already there.
  void run(MqttClient client, Runnable task) {
    if (inLoop()) {
      guarded(client, task);
    } else {
      tasks.add(() -> guarded(client, task));
      wake();
    }
  }

  /// The client is over: nothing may hold it any longer.
  void forget(MqttClient client) {
    Timer timer = client.timer;
    if (timer != null) {
      timer.client = null;
      client.timer = null;
    }
    counters.ended.increment();
  }

  static String sentence(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private void wake() {
    if (!inLoop() && woken.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  private void loop() {
    try {
      while (!stopping) {
        selector.select(this::ready, waitMs());
        woken.set(false);
        runTasks();
        runTimers();
        settleChanged();
      }
    } catch (IOException e) {
      counters.listenerFailures.increment();
    } finally {
      stopping = true;
      endAll();
    }
  }

  /// How long nothing is due: 0 means for ever, as the selector reads it.
  private long waitMs() {
    if (!tasks.isEmpty()) {
      return 1;
    }
    Timer next = timers.peek();
    return next == null ? 0 : Math.max(1, next.atMs - nowMs());
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof MqttClient client) {
      guarded(client, () -> client.ready(readBuffer));
    }
  }

  private void runTasks() {
    for (int i = 0; i < TASKS_PER_PASS; i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException e) {
        // One owner's mistake must not end the thread that carries all the others.
        counters.listenerFailures.increment();
      }
    }
  }

  private void runTimers() {
    long nowMs = nowMs();
    for (Timer next = timers.peek(); next != null && next.atMs <= nowMs; next = timers.peek()) {
      timers.poll();
      MqttClient client = next.client;
      if (client != null && client.timer == next) {
        client.timer = null;
        guarded(client, () -> client.session().tick(nowMs));
      }
    }
  }

  /// Runs something of a client and notes that the client needs a look. A listener that throws
  /// loses its connection, nothing else.
  private void guarded(MqttClient client, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      fail(client, e);
    }
    if (!client.changed) {
      client.changed = true;
      changed.add(client);
    }
  }

  private void fail(MqttClient client, RuntimeException cause) {
    counters.listenerFailures.increment();
    try {
      client.session().end(new CloseReason(Kind.LOCAL, 0, "the listener failed: " + cause));
    } catch (RuntimeException e) {
      // The listener fails even at being told; its session has ended all the same.
      counters.listenerFailures.increment();
    }
  }

  private void settleChanged() {
    ArrayDeque<MqttClient> looked = changed;
    // Callbacks while settling may change more clients: they go into the next round.
    while (!looked.isEmpty()) {
      changed = new ArrayDeque<>();
      for (MqttClient client : looked) {
        client.changed = false;
        settle(client);
      }
      looked = changed;
    }
  }

  private void settle(MqttClient client) {
    try {
      client.settle(writeBuffer);
    } catch (RuntimeException e) {
      fail(client, e);
      client.settle(writeBuffer);
    }
    long deadlineMs = client.session().deadlineMs();
    Timer timer = client.timer;
    if (deadlineMs != ClientSession.NEVER && (timer == null || deadlineMs < timer.atMs)) {
      if (timer != null) {
        timer.client = null;
      }
      client.timer = new Timer(deadlineMs, client);
      timers.add(client.timer);
    }
  }

  private void open(MqttClient client) {
    if (stopping) {
      client.session().end(closedLoop());
      return;
    }
    SocketChannel channel = null;
    try {
      if (client.options().server().isUnresolved()) {
        throw new IOException("the address of " + client.options().server() + " is not known");
      }
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      boolean open = channel.connect(client.options().server());
      Wire wire = wire(channel, client.options().carrier());
      SelectionKey key = channel.register(selector, wire.openingInterest(), client);
      client.attach(wire, key);
      if (open) {
        client.goOnOpening();
      }
    } catch (IOException e) {
      if (channel != null) {
        new PlainWire(channel).close();
      }
      client.session().end(new CloseReason(Kind.NETWORK, 0, sentence(e)));
    }
  }

  private static Wire wire(SocketChannel channel, Carrier carrier) {
    Wire plain = new PlainWire(channel);
    return carrier instanceof Carrier.Secure secure
        ? wire(new TlsWire(plain, secure), secure.inside())
        : wire(plain, carrier);
  }

  private static Wire wire(Wire below, Carrier carrier) {
    return carrier instanceof Carrier.WebSocket webSocket
        ? new WebSocketWire(below, webSocket)
        : below;
  }

  private static CloseReason closedLoop() {
    return new CloseReason(Kind.LOCAL, 0, "the MQTT loop was closed");
  }

  private void endAll() {
    List<SelectionKey> keys = new ArrayList<>(selector.keys());
    for (SelectionKey key : keys) {
      if (key.attachment() instanceof MqttClient client) {
        guarded(client, () -> client.session().end(closedLoop()));
      }
    }
    runTasks();
    settleChanged();
    try {
      selector.close();
    } catch (IOException e) {
      counters.listenerFailures.increment();
    }
  }
}
