import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Formats every Java file of the tree, or with `--check` only names the files that are not
/// formatted. Started from source, with google-java-format on the class path.
///
/// Usage: `Format [--check] ROOT STATE [PATH…]`. STATE remembers the hashes of formatted files, so
/// that an unchanged tree costs reading and hashing only. The first line of STATE names the
/// formatter, so that another version starts anew. PATHs limit the work to these files or folders.
class Format {
  static final Formatter FORMATTER = new Formatter();

  public static void main(String[] args) throws IOException {
    var rest = new ArrayList<>(List.of(args));
    boolean check = rest.remove("--check");
    var root = Path.of(rest.removeFirst()).toAbsolutePath().normalize();
    var state = Path.of(rest.removeFirst());
    var files = new ArrayList<Path>();
    if (rest.isEmpty()) {
      collect(root, files);
    }
    for (String path : rest) {
      collect(Path.of(path).toAbsolutePath().normalize(), files);
    }
    var formatter = Path.of(System.getProperty("java.class.path")).getFileName().toString();
    var known = read(state, formatter);
    var good = new TreeSet<String>();
    int wrong = 0;
    for (Path file : files.stream().sorted().toList()) {
      String text = Files.readString(file);
      String hash = hash(text);
      if (!known.contains(hash)) {
        String formatted;
        try {
          formatted = format(text);
        } catch (FormatterException e) {
          System.err.println(root.relativize(file) + ": " + e.getMessage());
          wrong++;
          continue;
        }
        if (!formatted.equals(text)) {
          System.out.println((check ? "not formatted: " : "formatted: ") + root.relativize(file));
          if (check) {
            wrong++;
            continue;
          }
          Files.writeString(file, formatted);
          hash = hash(formatted);
        }
      }
      good.add(hash);
    }
    good.addAll(rest.isEmpty() ? Set.of() : known);
    good.add(formatter);
    Files.createDirectories(state.toAbsolutePath().getParent());
    Files.write(state, good);
    if (wrong > 0) {
      System.err.println(
          wrong + (wrong == 1 ? " file is" : " files are") + " not formatted: run ./format");
      System.exit(1);
    }
  }

  static String format(String text) throws FormatterException {
    String ordered =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
    return FORMATTER.formatSource(ordered);
  }

  static Set<String> read(Path state, String formatter) throws IOException {
    if (!Files.exists(state)) {
      return Set.of();
    }
    var lines = Set.copyOf(Files.readAllLines(state));
    return lines.contains(formatter) ? lines : Set.of();
  }

  static void collect(Path start, List<Path> files) throws IOException {
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = dir.getFileName().toString();
            boolean skip = name.equals("target") || name.equals(".git") || name.equals(".idea");
            return skip && !dir.equals(start)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
