package io.baedge.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the domain may not touch, so that the same events give the same decisions on a badge, in
/// the hub and in ten thousand simulated days.
final class Determinism {
  /// A use that is allowed all the same, in classes whose name starts with `origin`.
  record Exception(String origin, String target, String reason) {}

  private record Ban(Pattern target, String instead) {
    static Ban of(String regex, String instead) {
      return new Ban(Pattern.compile(regex), instead);
    }
  }

  /// Whole packages and classes; everything else outside of Baedge is refused.
  private static final Pattern ALLOWED_TYPES =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.(invoke\\.|runtime\\.|annotation\\.)?[A-Z].*",
              "java\\.util\\.(function\\.|stream\\.|random\\.|regex\\.|zip\\.)?[A-Z].*",
              "java\\.util\\.concurrent\\.TimeUnit",
              "java\\.math\\..*",
              "java\\.time\\..*",
              "java\\.text\\.(Normalizer|Bidi|BreakIterator)(\\$.*)?",
              "java\\.nio\\.[A-Z].*",
              "java\\.nio\\.charset\\..*",
              "java\\.net\\.URI(SyntaxException)?",
              "java\\.security\\.(MessageDigest|GeneralSecurityException|NoSuchAlgorithmException)",
              // In memory or abstract: no file, no socket.
              "java\\.io\\.(ByteArray(In|Out)putStream|(In|Out)putStream|Data(In|Out)putStream"
                  + "|String(Reader|Writer)|Reader|Writer|IOException|UncheckedIOException"
                  + "|EOFException|Serializable)",
              "org\\.jspecify\\.annotations\\..*"));

  private static final List<Ban> BANNED_TYPES =
      List.of(
          Ban.of("java\\.lang\\.(Thread|ThreadLocal|Process|Runtime)\\b.*", "leave it to an edge"),
          Ban.of("java\\.util\\.(Timer|TimerTask|ServiceLoader|Scanner)", "leave it to an edge"),
          Ban.of("java\\.time\\.(Clock|InstantSource)(\\$.*)?", "take Now as an argument"),
          Ban.of("java\\.util\\.UUID", "derive the id"));

  private static final List<Ban> BANNED_MEMBERS =
      List.of(
          Ban.of("java\\.time\\..*\\.now\\(.*", "take Now as an argument"),
          Ban.of("java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*", "take Now"),
          Ban.of("java\\.time\\.ZoneId\\.systemDefault\\(.*", "take the zone as an argument"),
          Ban.of("java\\.util\\.TimeZone\\.getDefault\\(.*", "take the zone as an argument"),
          Ban.of(
              "java\\.lang\\.System\\.(get|set|clear)Propert(y|ies)\\(.*",
              "take it as an argument"),
          Ban.of("java\\.lang\\.System\\.(getenv|console|exit|load.*)\\(.*", "leave it to an edge"),
          Ban.of("java\\.lang\\.System\\.(in|out|err)", "return an effect or a report"),
          Ban.of("java\\.lang\\.Throwable\\.printStackTrace\\(.*", "return an effect or a report"),
          Ban.of("java\\.lang\\.System\\.(lineSeparator)\\(.*", "write \\n"),
          Ban.of("java\\.lang\\.System\\.identityHashCode\\(.*", "it differs from run to run"),
          Ban.of("java\\.util\\.Locale\\.(getDefault|setDefault)\\(.*", "use Locale.ROOT"),
          Ban.of("java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)", "use Locale.ROOT"),
          Ban.of("java\\.lang\\.String\\.format\\(java\\.lang\\.String.*", "use Locale.ROOT"),
          Ban.of("java\\.lang\\.String\\.formatted\\(.*", "use String.format(Locale.ROOT, …)"),
          Ban.of(
              "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
              "use Locale.ROOT"),
          Ban.of("java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)", "take a seed"),
          Ban.of("java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)", "take a seed"),
          Ban.of("java\\.util\\.random\\..*\\.(getDefault|create)\\(\\)", "take a seed"),
          Ban.of("java\\.util\\.random\\.RandomGenerator\\.of\\(.*", "take a seed"),
          Ban.of("java\\.lang\\.Math\\.random\\(.*", "take a RandomGenerator"),
          Ban.of(
              "java\\.lang\\.Math\\.(a?sin|a?cos|a?tan|atan2|[sc]os?inh|sinh|cosh|tanh|exp|expm1"
                  + "|log|log10|log1p|pow|cbrt|hypot)\\(.*",
              "use StrictMath: the JIT's results differ"),
          // Not the type: a method reference to a LinkedHashSet names the HashSet it inherits from.
          Ban.of(
              "java\\.util\\.((Weak|Identity)?HashMap|HashSet|Hashtable)\\.(<init>|newHash\\w+)\\(.*",
              "use LinkedHashMap, TreeMap, EnumMap or a List"),
          // None or one element has only one order.
          Ban.of("java\\.util\\.Set\\.(copyOf\\(.*|of\\(.+,.*|of\\(\\[.*)", "its order differs"),
          Ban.of(
              "java\\.util\\.Map\\.(copyOf\\(.*|ofEntries\\(.*|of\\([^,]+,[^,]+,.*)",
              "its order differs from run to run"),
          Ban.of(
              "java\\.util\\.stream\\.Collectors\\.(toSet|toUnmodifiableSet|toUnmodifiableMap)\\(.*",
              "collect into a LinkedHashSet, a TreeMap or a List"),
          Ban.of(
              "java\\.util\\.stream\\.Collectors\\.toMap"
                  + "\\((java\\.util\\.function\\.\\w+(, )?){2,3}\\)",
              "name the map: TreeMap::new"),
          Ban.of(
              "java\\.util\\.stream\\.Collectors\\.groupingBy"
                  + "\\(java\\.util\\.function\\.Function(, java\\.util\\.stream\\.Collector)?\\)",
              "name the map: TreeMap::new"),
          Ban.of(".*\\.(parallelStream|parallel)\\(\\)", "one owner thread decides"));

  private final List<Exception> exceptions;
  private final Set<Exception> used = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));

  Determinism(List<Exception> exceptions) {
    this.exceptions = exceptions;
  }

  /// Exceptions nothing needs any more.
  List<Exception> unused() {
    return exceptions.stream().filter(exception -> !used.contains(exception)).toList();
  }

  ArchCondition<JavaClass> condition(String root) {
    return new ArchCondition<>("depend on nothing but their arguments") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getBaseComponentType().getName();
          if (dependency.getTargetClass().getBaseComponentType().isPrimitive()
              || target.startsWith(root + '.')) {
            continue;
          }
          reason(target)
              .filter(_ -> !isExcepted(type, target))
              .forEach(why -> events.add(violated(type, why, dependency.getDescription())));
        }
        for (JavaAccess<?> access : accesses(type).toList()) {
          String target = signature(access.getTarget());
          BANNED_MEMBERS.stream()
              .filter(ban -> ban.target.matcher(target).matches())
              .filter(_ -> !isExcepted(type, target))
              .forEach(ban -> events.add(violated(type, ban.instead, access.getDescription())));
        }
      }
    };
  }

  private static ConditionEvent violated(JavaClass type, String why, String description) {
    return Arrows.violated(type, why + ": " + description);
  }

  private static Stream<String> reason(String type) {
    if (!ALLOWED_TYPES.matcher(type).matches()) {
      return Stream.of("not for the domain");
    }
    return BANNED_TYPES.stream()
        .filter(ban -> ban.target.matcher(type).matches())
        .map(Ban::instead);
  }

  private static Stream<JavaAccess<?>> accesses(JavaClass type) {
    return Stream.concat(
            type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
        .distinct();
  }

  private static String signature(AccessTarget target) {
    String name = target.getOwner().getName() + '.' + target.getName();
    if (target instanceof CodeUnitAccessTarget code) {
      var parameters = code.getRawParameterTypes().stream().map(JavaClass::getName).toList();
      return name + '(' + String.join(", ", parameters) + ')';
    }
    return name;
  }

  private boolean isExcepted(JavaClass type, String target) {
    for (Exception exception : exceptions) {
      if (type.getName().startsWith(exception.origin) && target.startsWith(exception.target)) {
        used.add(exception);
        return true;
      }
    }
    return false;
  }
}
