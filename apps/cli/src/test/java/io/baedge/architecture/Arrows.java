package io.baedge.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;

/// Which module may use which. An arrow includes the arrows of its target, because the types of a
/// module appear in the signatures of the one above it. A `testing` package of any module may use
/// the module `testing`.
final class Arrows {
  /// A module is named by its root package below `io.baedge`.
  private static final SequencedMap<String, List<String>> ARROWS = new LinkedHashMap<>();

  /// The floor without clock, thread, file and framework.
  static final List<String> DOMAIN = List.of("model", "kit", "screen", "job", "badge", "hub");

  static {
    ARROWS.put("model", List.of());
    ARROWS.put("kit", List.of("model"));
    ARROWS.put("screen", List.of("model"));
    ARROWS.put("job", List.of("model", "kit"));
    ARROWS.put("badge", List.of("screen", "kit", "model"));
    ARROWS.put("hub", List.of("job", "kit", "model"));
    ARROWS.put("testing", List.of());
    ARROWS.put("screen.java2d", List.of("screen"));
    ARROWS.put("mqtt", List.of("model", "kit"));
    ARROWS.put("nomad", List.of("job", "model"));
    ARROWS.put("badgelinux", List.of("badge", "screen.java2d", "mqtt", "nomad"));
    ARROWS.put("hubserver", List.of("hub", "screen", "screen.java2d", "mqtt", "nomad"));
    ARROWS.put("sim", List.of("badge", "hub", "screen"));
    ARROWS.put("cli", List.of("badgelinux", "hubserver", "sim"));
    ARROWS.put("bench", List.of("cli"));
  }

  private final String root;

  Arrows(String root) {
    this.root = root;
  }

  /// The module a package belongs to: the longest root package it lies in.
  Optional<String> moduleOf(String packageName) {
    return ARROWS.keySet().stream()
        .filter(module -> (packageName + '.').startsWith(root + '.' + module + '.'))
        .reduce((a, b) -> a.length() > b.length() ? a : b);
  }

  boolean isDomain(JavaClass type) {
    return moduleOf(type.getPackageName()).filter(DOMAIN::contains).isPresent();
  }

  static SequencedSet<String> reachable(String module) {
    var reached = new TreeSet<String>(List.of(module));
    var open = new ArrayList<>(List.of(module));
    while (!open.isEmpty()) {
      for (String next : ARROWS.getOrDefault(open.removeLast(), List.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  ArchCondition<JavaClass> condition() {
    return new ArchCondition<>("follow the arrows between modules") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<String> module = moduleOf(type.getPackageName());
        if (module.isEmpty()) {
          events.add(violated(type, type.getName() + " lies in no known module: add it to Arrows"));
          return;
        }
        var allowed = reachable(module.get());
        if ((type.getPackageName() + '.').contains(".testing.")) {
          allowed.add("testing");
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          if (target.startsWith(root + '.')
              && moduleOf(target).filter(allowed::contains).isEmpty()) {
            events.add(
                violated(
                    type, "no arrow from " + module.get() + ": " + dependency.getDescription()));
          }
        }
      }
    };
  }

  static ConditionEvent violated(JavaClass type, String message) {
    return SimpleConditionEvent.violated(type, message);
  }
}
