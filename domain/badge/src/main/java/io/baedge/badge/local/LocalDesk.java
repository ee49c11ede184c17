package io.baedge.badge.local;

import io.baedge.model.tier.LocalApiUse;
import io.baedge.model.tier.TierRules;
import io.baedge.screen.library.Screens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people and programs at the badge chose: a screen for a while, values for screens. Local
 * state that is reported, never a quarrel with the desired state.
 */
public final class LocalDesk {
  /** Most values that programs may put. */
  public static final int MOST_VALUES = 64;

  /** Longest value, characters. */
  public static final int VALUE_CHARS = 300;

  private static final int KEY_CHARS = 64;
  private static final int MOST_WAITING = 64;
  private static final long SAVE_SPACING_MS = 60_000;
  private static final Pattern KEY =
      Pattern.compile("[a-z][a-z0-9_-]{0,31}(\\.[a-z0-9_-]{1,32}){0,2}");

  private final LocalOrders orders;
  private final ButtonPlan buttons;
  private List<String> screens;
  private final long holdMs;
  private List<String> reserved = List.of();
  private final Map<String, Put> values = new LinkedHashMap<>();
  private final ArrayDeque<Long> waiting = new ArrayDeque<>();
  private Optional<LocalView.Choice> choice = Optional.empty();
  private long saveDueMonoMs = Long.MAX_VALUE;
  private long savedMonoMs = Long.MIN_VALUE / 2;
  private TierRules rules = TierRules.NOTHING_OFF;
  private String tier = "";
  private Wish wish = Wish.NONE;
  private boolean choiceChanged;
  private boolean valuesChanged;

  /** What a button wants of the glass beside a screen. */
  public enum Wish {
    NONE,
    /** Show which badge this is. */
    IDENTIFY,
    /** Draw the same picture anew. */
    REDRAW
  }

  record Put(String value, long atMonoMs, boolean fromBefore) {}

  /**
   * Nothing is chosen.
   *
   * @param screens that can be drawn
   * @param buttons what they do
   * @param holdMs how long a choice stays
   */
  public LocalDesk(LocalOrders orders, List<String> screens, ButtonPlan buttons, long holdMs) {
    this.orders = orders;
    this.screens = screens;
    this.buttons = buttons;
    this.holdMs = holdMs;
  }

  /** Takes up what was saved before; returns what could not be read, empty when all is well. */
  public String restore(byte[] saved, long monoMs) {
    if (saved.length == 0) {
      return "";
    }
    LocalFile.Content content = LocalFile.read(saved);
    if (content.problem().isEmpty()) {
      content.values().forEach((key, value) -> values.put(key, new Put(value, monoMs, true)));
      choice =
          content
              .screen()
              .filter(s -> s.isEmpty() || screens.contains(s))
              .map(s -> new LocalView.Choice(s, monoMs + Math.min(holdMs, content.restMs())));
    }
    return content.problem();
  }

  /** What a tier leaves of choices at the badge. */
  public void limit(TierRules limits, String tierWord) {
    rules = limits;
    tier = tierWord;
  }

  /** Other screens can be drawn from now on. */
  public void screens(List<String> known) {
    screens = known;
  }

  /** Values of these names, and what is below them, come from elsewhere and cannot be put. */
  public void reserve(List<String> names) {
    reserved = List.copyOf(names);
  }

  /** Somebody wants something; a wish for a picture is answered by {@link #answerWaiting}. */
  public void ask(long request, LocalCommand command, long monoMs) {
    if (rules.localApi() != LocalApiUse.ON) {
      orders.answer(
          request,
          new LocalAnswer.NotNow(
              "the badge takes no orders in power tier " + tier + "; charge it first"));
      return;
    }
    switch (command) {
      case LocalCommand.WriteScreen(String name) -> write(request, name, monoMs);
      case LocalCommand.ClearGlass _ -> choose(request, "", monoMs);
      case LocalCommand.PutValue(String key, String value) -> put(request, key, value, monoMs);
      case LocalCommand.ButtonPressed press -> press(request, press, monoMs);
      case LocalCommand.ReleaseScreen _ -> releaseAndAwait(request, monoMs);
    }
  }

  private void write(long request, String name, long monoMs) {
    String screen = screens.contains(name) ? name : Screens.ALIASES.getOrDefault(name, name);
    if (screens.contains(screen)) {
      choose(request, screen, monoMs);
    } else {
      orders.answer(request, new LocalAnswer.Rejected("Cannot load screen `" + name + "`"));
    }
  }

  private void press(long request, LocalCommand.ButtonPressed press, long monoMs) {
    int number = press.number();
    if (number < 1 || number > buttons.count()) {
      orders.answer(
          request,
          new LocalAnswer.Rejected(
              "there is no button " + number + "; there are buttons 1 to " + buttons.count()));
      return;
    }
    orders.happened("button", number + (press.held() ? " held" : ""));
    String shown = choice.map(LocalView.Choice::screen).orElse("");
    String action = buttons.action(number, press.held());
    switch (action) {
      case ButtonPlan.NEXT -> next(request, shown, monoMs);
      case ButtonPlan.RELEASE -> releaseAndAwait(request, monoMs);
      case ButtonPlan.IDENTIFY, ButtonPlan.REDRAW -> {
        wish = action.equals(ButtonPlan.IDENTIFY) ? Wish.IDENTIFY : Wish.REDRAW;
        await(request);
      }
      case ButtonPlan.NONE -> orders.answer(request, new LocalAnswer.Done());
      default -> {
        if (choice.isPresent() && shown.equals(action)) {
          releaseAndAwait(request, monoMs);
        } else {
          write(request, action, monoMs);
        }
      }
    }
  }

  private void next(long request, String shown, long monoMs) {
    String screen = buttons.next(shown, allowed());
    if (screen.isEmpty()) {
      // An empty name would clear the glass.
      orders.answer(
          request,
          new LocalAnswer.Rejected("no screen of buttons.rotation can be shown; check its names"));
    } else {
      choose(request, screen, monoMs);
    }
  }

  private List<String> allowed() {
    return screens.stream().filter(rules::allows).toList();
  }

  private void releaseAndAwait(long request, long monoMs) {
    release(monoMs);
    await(request);
  }

  private void choose(long request, String screen, long monoMs) {
    if (!rules.allows(screen)) {
      orders.answer(
          request,
          new LocalAnswer.NotNow(
              "power tier "
                  + tier
                  + " shows only "
                  + String.join(", ", rules.screens())
                  + "; charge the badge first"));
      return;
    }
    choice = Optional.of(new LocalView.Choice(screen, monoMs + holdMs));
    choiceChanged = true;
    saveDueMonoMs = monoMs;
    await(request);
  }

  private void await(long request) {
    if (waiting.size() == MOST_WAITING) {
      orders.answer(
          request,
          new LocalAnswer.Rejected("too many requests wait for the panel; try again later"));
    } else {
      waiting.add(request);
    }
  }

  private void put(long request, String key, String value, long monoMs) {
    Optional<String> problem = putProblem(key, value);
    if (problem.isPresent()) {
      orders.answer(request, new LocalAnswer.Rejected(problem.get()));
      return;
    }
    if (value.isEmpty()) {
      valuesChanged |= values.remove(key) != null;
    } else {
      Put before = values.put(key, new Put(value, monoMs, false));
      valuesChanged |= before == null || !before.value().equals(value);
    }
    if (valuesChanged) {
      saveDueMonoMs = Math.min(saveDueMonoMs, Math.max(monoMs, savedMonoMs + SAVE_SPACING_MS));
    }
    orders.answer(request, new LocalAnswer.Done());
  }

  /** Whether a source in the settings says what this key is. */
  public boolean reserved(String key) {
    return source(key).isPresent();
  }

  private Optional<String> source(String key) {
    return reserved.stream().filter(n -> key.equals(n) || key.startsWith(n + ".")).findFirst();
  }

  private Optional<String> putProblem(String key, String value) {
    if (key.length() > KEY_CHARS || !KEY.matcher(key).matches()) {
      return Optional.of(
          "the key must be up to three words of a-z, 0-9, '_' and '-' with dots between them, "
              + "at most "
              + KEY_CHARS
              + " characters");
    }
    Optional<String> elsewhere = source(key);
    if (elsewhere.isPresent() && !value.isEmpty()) {
      return Optional.of(
          "the value "
              + elsewhere.get()
              + " comes from a source in the settings; take it out of 'values' there or use"
              + " another key");
    }
    if (value.length() > VALUE_CHARS || value.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("the value must be one line of at most " + VALUE_CHARS + " characters");
    }
    if (!value.isEmpty() && values.size() >= MOST_VALUES && !values.containsKey(key)) {
      return Optional.of(
          "there are " + MOST_VALUES + " values already; remove one by putting an empty value");
    }
    return Optional.empty();
  }

  /** The choice ends, because its time is over or the badge is somebody else's now. */
  public void release(long monoMs) {
    if (choice.isPresent()) {
      choice = Optional.empty();
      choiceChanged = true;
      saveDueMonoMs = monoMs;
    }
  }

  /** Another wearer: nothing that was chosen or put for the one before may show. */
  public void forgetAll(long monoMs) {
    release(monoMs);
    if (!values.isEmpty()) {
      values.clear();
      valuesChanged = true;
      saveDueMonoMs = monoMs;
    }
  }

  /** Lets time pass. */
  public void tick(long monoMs) {
    if (choice.isPresent() && monoMs >= choice.get().untilMonoMs()) {
      release(monoMs);
    }
    if (monoMs >= saveDueMonoMs) {
      saveNow(monoMs);
    }
  }

  /** Saves what is not saved yet. */
  public void saveNow(long monoMs) {
    if (saveDueMonoMs != Long.MAX_VALUE) {
      saveDueMonoMs = Long.MAX_VALUE;
      savedMonoMs = monoMs;
      orders.saveLocal(LocalFile.bytes(choice, plainValues(), monoMs));
    }
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    return choice.isPresent() ? Math.min(saveDueMonoMs, choice.get().untilMonoMs()) : saveDueMonoMs;
  }

  /** Whether somebody waits for a picture. */
  public boolean waits() {
    return !waiting.isEmpty();
  }

  /** Answers everybody who waits for a picture. */
  public void answerWaiting(LocalAnswer answer) {
    while (!waiting.isEmpty()) {
      orders.answer(waiting.removeFirst(), answer);
    }
  }

  /** Whether the choice has changed since the last call. */
  public boolean takeChoiceChanged() {
    boolean changed = choiceChanged;
    choiceChanged = false;
    return changed;
  }

  /** What a button wants since the last call. */
  public Wish takeWish() {
    Wish taken = wish;
    wish = Wish.NONE;
    return taken;
  }

  /** Whether a value has changed since the last call. */
  public boolean takeValuesChanged() {
    boolean changed = valuesChanged;
    valuesChanged = false;
    return changed;
  }

  /** The choice in force. */
  public Optional<LocalView.Choice> choice() {
    return choice;
  }

  /** The values by key. */
  public Map<String, String> plainValues() {
    Map<String, String> plain = new LinkedHashMap<>();
    values.forEach((key, put) -> plain.put(key, put.value()));
    return plain;
  }

  /** Choices and values now. */
  public LocalView view(long monoMs) {
    List<LocalView.PutValue> put = new ArrayList<>();
    values.forEach(
        (key, v) ->
            put.add(
                new LocalView.PutValue(
                    key, v.value(), v.fromBefore() ? -1 : monoMs - v.atMonoMs())));
    return new LocalView(choice, put);
  }
}
