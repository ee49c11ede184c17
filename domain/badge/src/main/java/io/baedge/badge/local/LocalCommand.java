package io.baedge.badge.local;

/** What somebody at the badge wants. */
public sealed interface LocalCommand {
  /** Show a screen for the hold time. */
  record WriteScreen(String name) implements LocalCommand {}

  /** Make the glass white for the hold time. */
  record ClearGlass() implements LocalCommand {}

  /** Put a value for screens: {@code {value.KEY}}. An empty value removes it. */
  record PutValue(String key, String value) implements LocalCommand {}

  /**
   * A button was pressed.
   *
   * @param number the first one is number 1
   * @param held whether for long
   */
  record ButtonPressed(int number, boolean held) implements LocalCommand {
    /** Pressed shortly. */
    public ButtonPressed(int number) {
      this(number, false);
    }
  }

  /** End the choice made at the badge. */
  record ReleaseScreen() implements LocalCommand {}
}
