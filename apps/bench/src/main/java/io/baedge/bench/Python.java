package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A small program of our own on the libraries of the Python original. It does what the original
/// does for one screen, and nothing else, so it is a counterpart that is easier on Python.
final class Python {
  private static final List<String> NAMES = List.of("/usr/bin/python3", "python3");
  private static final String SCRIPT = "python_counterpart.py";

  /// What to say when there is none.
  static final String MISSING =
      "no Python counterpart: install python3-flask, python3-pil, python3-qrcode and a TrueType"
          + " font to measure one beside this";

  /// How to read its figures.
  static final String NOTE =
      "Python = our own small program on Flask, Pillow and qrcode: one screen, packed by Pillow in"
          + " C, no panel driver; the real original costs more";

  private final String interpreter;
  private final Path script;

  private Python(String interpreter, Path script) {
    this.interpreter = interpreter;
    this.script = script;
  }

  /// The counterpart, if its libraries and a font are installed.
  static Optional<Python> find(WorkDirectory work) throws InterruptedException {
    Path script = work.path().resolve(SCRIPT);
    try (InputStream bytes = Python.class.getResourceAsStream(SCRIPT)) {
      if (bytes == null) {
        throw new IllegalStateException("the resource " + SCRIPT + " is missing");
      }
      Files.write(script, bytes.readAllBytes());
    } catch (IOException e) {
      throw new CommandFailure(script + " cannot be written: " + e.getMessage(), e);
    }
    for (String name : NAMES) {
      if (works(name, script)) {
        return Optional.of(new Python(name, script));
      }
    }
    return Optional.empty();
  }

  /// Draws the screen once, without HTTP, and waits.
  List<String> panel() {
    return List.of(interpreter, script.toString(), "panel");
  }

  /// Serves the screen on that port.
  List<String> serve(int port) {
    return List.of(interpreter, script.toString(), "serve", Integer.toString(port));
  }

  /// Draws that many screens and prints the microseconds of CPU of one.
  List<String> render(int frames) {
    return List.of(interpreter, script.toString(), "render", Integer.toString(frames));
  }

  /// Nothing beyond this process's environment.
  Map<String, String> environment() {
    return Map.of();
  }

  private static boolean works(String name, Path script) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(name, script.toString(), "check"));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(30, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
