package io.baedge.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// The condition behind [EnabledIfProgram].
final class ProgramCondition implements ExecutionCondition {
  // Surefire's console output has no skip reasons, so each missing program is said once per JVM.
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), EnabledIfProgram.class)
        .map(wanted -> decide(wanted.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("needs no program"));
  }

  static ConditionEvaluationResult decide(String... wanted) {
    List<String> missing =
        Arrays.stream(wanted).filter(program -> Programs.find(program).isEmpty()).toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("installed: " + String.join(", ", wanted));
    }
    var reason = "not installed: " + String.join(", ", missing);
    if (SAID.add(reason)) {
      System.err.println("skipping tests, " + reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
