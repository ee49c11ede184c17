package io.baedge.badgelinux.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.BadgeEffect.AskValue;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Pace;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every kind of source does, asked through the threads that ask in a badge. */
abstract class AskingContract {
  static final Pace PACE = new Pace(30_000, 2_000, 600_000);

  private final ValueReader reader = new ValueReader();
  private final BlockingQueue<BadgeEvent> told = new LinkedBlockingQueue<>();

  /** The source has this now. */
  abstract void has(byte[] bytes) throws Exception;

  /** The source is not there any more. */
  abstract void gone() throws Exception;

  /** A source that points there. */
  abstract ValueSource source(String pointer);

  @AfterEach
  void close() {
    reader.close();
  }

  final void has(String text) throws Exception {
    has(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  final ValueAnswer ask(ValueSource source, String mark) throws InterruptedException {
    reader.ask(new AskValue(source, 7, mark), told::add);
    BadgeEvent event = told.poll(30, TimeUnit.SECONDS);
    if (!(event instanceof BadgeEvent.ValueAnswered(String name, long ask, ValueAnswer answer))) {
      throw new AssertionError("no answer but " + event);
    }
    assertThat(name).isEqualTo(source.name());
    assertThat(ask).isEqualTo(7);
    return answer;
  }

  private String text(String pointer) throws InterruptedException {
    ValueAnswer answer = ask(source(pointer), "");
    if (!(answer instanceof ValueAnswer.Read(String text, String mark))) {
      throw new AssertionError(answer);
    }
    assertThat(mark).isNotEmpty();
    return text;
  }

  private String failure(String pointer) throws InterruptedException {
    ValueAnswer answer = ask(source(pointer), "");
    if (!(answer instanceof ValueAnswer.Failed(String sentence))) {
      throw new AssertionError(answer);
    }
    return sentence.substring(source(pointer).shownPlace().length() + 1);
  }

  @Test
  void numbers_are_written_as_people_write_them() throws Exception {
    has("{\"a\": 12345678.9, \"b\": 0.0005, \"c\": 2.5, \"d\": 1e300}");
    assertThat(text("/a")).isEqualTo("12345678.9");
    assertThat(text("/b")).isEqualTo("0.00050");
    assertThat(text("/c")).isEqualTo("2.5");
    assertThat(text("/d")).isEqualTo("1.0E300");
  }

  @Test
  void texts_numbers_and_truth_values_are_read_where_the_pointer_points() throws Exception {
    has("{\"today\": {\"menu\": \"Soup, hall 2\", \"price\": 4.5, \"left\": 12, \"open\": true}}");
    assertThat(text("/today/menu")).isEqualTo("Soup, hall 2");
    assertThat(text("/today/price")).isEqualTo("4.5");
    assertThat(text("/today/left")).isEqualTo("12");
    assertThat(text("/today/open")).isEqualTo("true");
  }

  @Test
  void without_a_pointer_the_text_as_a_whole_is_the_value() throws Exception {
    has("Grüße: 23 °C\n");
    assertThat(text("").strip()).isEqualTo("Grüße: 23 °C");
  }

  @Test
  void what_has_not_changed_is_not_read_again() throws Exception {
    has("{\"menu\": \"Soup\"}");
    if (!(ask(source("/menu"), "") instanceof ValueAnswer.Read(String _, String mark))) {
      throw new AssertionError("not read");
    }
    assertThat(ask(source("/menu"), mark)).isEqualTo(new ValueAnswer.Unchanged());
    has("{\"menu\": \"Salads\"}");
    assertThat(ask(source("/menu"), mark)).isInstanceOf(ValueAnswer.Read.class);
  }

  @Test
  void what_is_no_value_is_one_sentence_that_says_what_to_do() throws Exception {
    has("{\"menu\": [\"Soup\"]}");
    assertThat(failure("/menu"))
        .isEqualTo("has a list at /menu; point at one text, number or truth value");
    assertThat(failure("/lunch"))
        .isEqualTo("has nothing at /lunch; correct 'path' in the settings");
    has("<html>");
    assertThat(failure("/menu")).startsWith("cannot be read: this is not JSON: ");
    has(new byte[] {'"', (byte) 0xC3, '"'});
    assertThat(failure("/menu")).isEqualTo("is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void more_than_the_bound_is_refused_and_as_much_is_not() throws Exception {
    has("a".repeat(Body.MOST_BYTES));
    assertThat(text("")).hasSize(Body.MOST_BYTES);
    has("a".repeat(Body.MOST_BYTES + 1));
    assertThat(ask(source(""), ""))
        .isEqualTo(
            new ValueAnswer.TooLarge(
                source("").shownPlace()
                    + " has more than 64 KiB; let it hold only what the screen shows"));
  }

  @Test
  void a_source_that_is_gone_is_told() throws Exception {
    gone();
    assertThat(failure("/menu")).isNotBlank();
  }
}
