package io.baedge.badgelinux.panel;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes down what is sent, as JSON events: the bytes of a command joined, resets, waits. The panel
 * it stands for is always idle, so that each wait appears once.
 */
public final class RecordingBus implements PanelBus {
  private static final HexFormat HEX = HexFormat.of();

  private final List<String> events = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private long nowMs;

  /** The events so far, each a JSON object. */
  public List<String> events() {
    endCommand();
    return List.copyOf(events);
  }

  /** The events so far as one JSON array. */
  public String json() {
    return "[" + String.join(",", events()) + "]";
  }

  @Override
  public void powerOn() {
    event("{\"module_init\":true}");
  }

  @Override
  public void reset(List<Pulse> pulses) {
    var text = new StringBuilder("{\"reset\":true,\"seq\":[");
    for (Pulse pulse : pulses) {
      text.append(text.charAt(text.length() - 1) == '[' ? "[" : ",[");
      text.append(pulse.level()).append(',').append(pulse.ms()).append(']');
      nowMs += pulse.ms();
    }
    event(text.append("]}").toString());
  }

  @Override
  public void command(int code) {
    endCommand();
    open.append("{\"c\":\"").append(HEX.toHexDigits((byte) code)).append("\",\"d\":\"");
  }

  @Override
  public void data(byte[] bytes) {
    if (open.isEmpty()) {
      throw new IllegalStateException("data without a command");
    }
    open.append(HEX.formatHex(bytes));
  }

  @Override
  public boolean idle(int idleLevel) {
    event("{\"busy\":true,\"idle\":" + idleLevel + "}");
    return true;
  }

  @Override
  public void pause(long ms) {
    nowMs += ms;
    event("{\"delay_ms\":" + ms + "}");
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public void powerOff() {
    event("{\"module_exit\":true}");
  }

  private void event(String json) {
    endCommand();
    events.add(json);
  }

  private void endCommand() {
    if (!open.isEmpty()) {
      events.add(open.append("\"}").toString());
      open.setLength(0);
    }
  }
}
