package io.baedge.architecture.sample.kit;

import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Breaks every rule of the domain floor once.
final class UsesTheMachine {
  Object clock() {
    return Clock.systemUTC();
  }

  Object instant() {
    return Instant.now();
  }

  LongSupplier nanoTimeByReference() {
    return System::nanoTime;
  }

  Object property() {
    return System.getProperty("x");
  }

  Object environment() {
    return System.getenv("x");
  }

  void print() {
    System.out.println();
  }

  Object locale() {
    return Locale.getDefault();
  }

  Object lowerCase(String text) {
    return text.formatted(1);
  }

  Object random() {
    return new Random();
  }

  Object uuid() {
    return UUID.randomUUID();
  }

  Object sine() {
    return Math.sin(1);
  }

  Object hashMap() {
    return new HashMap<String, String>();
  }

  Supplier<Object> hashSetByReference() {
    return HashSet::new;
  }

  Object setOfTwo() {
    return Set.of("a", "b");
  }

  Object mapOfTwo() {
    return Map.of("a", 1, "b", 2);
  }

  Object copy(Set<String> set) {
    return Set.copyOf(set);
  }

  Object grouped(List<String> list) {
    return list.stream().collect(Collectors.groupingBy(String::length));
  }

  Object file() {
    return new File("x");
  }

  Object executor() {
    return Executors.newSingleThreadExecutor();
  }

  Object thread() {
    return Thread.currentThread();
  }

  Object logger() {
    return java.util.logging.Logger.getLogger("x");
  }
}
