package io.baedge.architecture.sample.kit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the domain may do.
record UsesItsArguments(Instant now, Map<String, Integer> values, int[] pixels) {
  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}
  }

  UsesItsArguments {
    values = new LinkedHashMap<>(values);
  }

  double area(Shape shape) {
    return switch (shape) {
      case Shape.Circle(double radius) -> StrictMath.pow(radius, 2) * Math.PI;
      case Shape.Square(double side) -> Math.sqrt(side * side) * side;
    };
  }

  Object rest(List<String> list) {
    var random = new Random(7);
    var one = Map.of("a", Set.of(random.nextInt()));
    return one.toString()
        + list.stream().map(new LinkedHashSet<>(list)::contains).toList()
        + String.format(Locale.ROOT, "%s", Map.of())
        + list.stream()
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
  }
}
