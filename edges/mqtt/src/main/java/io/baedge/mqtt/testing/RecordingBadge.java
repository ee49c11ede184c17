package io.baedge.mqtt.testing;

import io.baedge.mqtt.client.Ack;
import io.baedge.mqtt.client.ClientListener;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.ConnectedInfo;
import io.baedge.mqtt.client.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A badge's end of a connection that keeps everything it is told. `acknowledging` answers each
/// message at once; otherwise the test does it.
public final class RecordingBadge implements ClientListener {
  private final boolean acknowledging;
  private final BlockingQueue<ConnectedInfo> connected = new LinkedBlockingQueue<>();
  private final BlockingQueue<Refusal> refused = new LinkedBlockingQueue<>();
  private final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<List<Integer>> subscriptions = new LinkedBlockingQueue<>();

  /// A message as it came.
  public record Message(String topic, String text, Ack ack) {}

  /// The server's answer to a message.
  public record Answer(long token, int reasonCode) {}

  private RecordingBadge(boolean acknowledging) {
    this.acknowledging = acknowledging;
  }

  public static RecordingBadge acknowledging() {
    return new RecordingBadge(true);
  }

  public static RecordingBadge silent() {
    return new RecordingBadge(false);
  }

  @Override
  public void connected(ConnectedInfo info) {
    connected.add(info);
  }

  @Override
  public void refused(Refusal refusal) {
    refused.add(refusal);
  }

  @Override
  public void closed(CloseReason reason) {
    closed.add(reason);
  }

  @Override
  public void message(String topic, byte[] payload, Ack ack) {
    messages.add(new Message(topic, new String(payload, StandardCharsets.UTF_8), ack));
    if (acknowledging) {
      ack.accept();
    }
  }

  @Override
  public void published(long token, int reasonCode) {
    answers.add(new Answer(token, reasonCode));
  }

  @Override
  public void subscribed(long token, List<Integer> reasonCodes) {
    subscriptions.add(reasonCodes);
  }

  public ConnectedInfo awaitConnected() {
    return next(connected, "CONNACK");
  }

  public Refusal awaitRefused() {
    return next(refused, "a refusal");
  }

  public CloseReason awaitClosed() {
    return next(closed, "the end of the connection");
  }

  public Message awaitMessage() {
    return next(messages, "a message");
  }

  public Answer awaitAnswer() {
    return next(answers, "an answer to a publish");
  }

  public List<Integer> awaitSubscribed() {
    return next(subscriptions, "SUBACK");
  }

  public int answers() {
    return answers.size();
  }

  public int messages() {
    return messages.size();
  }

  public boolean isClosed() {
    return !closed.isEmpty();
  }

  static <T> T next(BlockingQueue<T> queue, String what) {
    try {
      T value = queue.poll(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
      if (value == null) {
        throw new AssertionError("waited " + Await.DEADLINE_MS + " ms in vain for " + what);
      }
      return value;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    }
  }
}
