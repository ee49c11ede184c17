package io.baedge.model.codec;

import java.util.function.Function;

/** The outcome of reading bytes or text from outside: malformed input is an expected case. */
public sealed interface Decoded<T> {
  /** Well formed. */
  record Ok<T>(T value) implements Decoded<T> {}

  /** Not readable; the reason is one sentence. */
  record Malformed<T>(String reason) implements Decoded<T> {}

  /** Goes on with a well-formed value. */
  default <R> Decoded<R> then(Function<T, Decoded<R>> next) {
    return switch (this) {
      case Ok<T>(T value) -> next.apply(value);
      case Malformed<T>(String reason) -> new Malformed<>(reason);
    };
  }
}
