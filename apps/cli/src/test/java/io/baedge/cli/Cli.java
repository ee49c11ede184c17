package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs commands in this process and looks at what they say. */
final class Cli {
  /** For things that start processes or sockets on a machine with other work to do. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final long LOOK_EVERY_MS = 50;

  private Cli() {}

  /** What a command said. */
  record Said(int code, String out, String err) {
    /** The one JSON document on standard output of a command that went well. */
    Doc.Fields document() {
      assertThat(err).isEmpty();
      assertThat(code).isEqualTo(Main.OK);
      return json(out);
    }

    /** Its words, of a command that went well. */
    String words() {
      assertThat(err).isEmpty();
      assertThat(code).isEqualTo(Main.OK);
      return out;
    }
  }

  static Said run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Main.run(Main.root(), new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Said(code, out.toString().strip(), err.toString().strip());
  }

  static Doc.Fields json(String text) {
    assertThat(DocCodec.fromJson(text)).as(text).isInstanceOf(Decoded.Ok.class);
    return (Doc.Fields) ((Decoded.Ok<Doc>) DocCodec.fromJson(text)).value();
  }

  /** Looks again and again until it is so; fails with what was seen last. */
  static void until(BooleanSupplier so, Supplier<String> seen) throws InterruptedException {
    long limitNs = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(seen).isLessThan(limitNs);
      Thread.sleep(LOOK_EVERY_MS);
    }
  }
}
