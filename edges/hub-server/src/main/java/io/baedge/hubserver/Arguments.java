package io.baedge.hubserver;

import io.baedge.hubserver.config.HubConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a hub process: {@code --KEY=VALUE} for every setting, {@code --config=FILE},
 * {@code --json}, and words.
 */
record Arguments(Map<String, String> flags, Optional<Path> file, boolean json, List<String> words) {

  /** Fails with a sentence about the first wrong one. */
  static Arguments parse(String... args) throws HubStartFailed {
    Map<String, String> flags = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    Optional<Path> file = Optional.empty();
    boolean json = false;
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (arg.equals("--json")) {
        json = true;
      } else if (arg.startsWith("--config=")) {
        file = Optional.of(Path.of(arg.substring(equals + 1)));
      } else if (arg.startsWith("--") && equals > 0) {
        flags.put(arg.substring(2, equals), arg.substring(equals + 1));
      } else if (arg.startsWith("--")) {
        throw new HubStartFailed(arg + " needs a value: " + arg + "=VALUE");
      } else {
        words.add(arg);
      }
    }
    Optional<String> wrong = HubConfigReader.unknownKey(flags.keySet());
    if (wrong.isPresent()) {
      throw new HubStartFailed(wrong.get());
    }
    return new Arguments(flags, file, json, words);
  }
}
