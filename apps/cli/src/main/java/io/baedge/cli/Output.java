package io.baedge.cli;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --json} and where a command writes. */
public final class Output {
  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** Whether a program reads. */
  public boolean json() {
    return json;
  }

  /** Where results go. */
  public PrintWriter out() {
    return command().commandLine().getOut();
  }

  /** Where complaints go. */
  public PrintWriter err() {
    return command().commandLine().getErr();
  }

  /** Prints the document, or the text when people read. */
  public void print(Doc document, String text) {
    out().println(json ? DocCodec.toPrettyJson(document) : text);
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("a command writes only while it runs");
    }
    return spec;
  }
}
