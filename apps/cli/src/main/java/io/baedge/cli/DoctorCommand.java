package io.baedge.cli;

import io.baedge.cli.doctor.Doctor;
import io.baedge.cli.doctor.Finding;
import io.baedge.model.doc.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge doctor}. */
@Command(
    name = "doctor",
    description = {
      "Looks whether this machine is fit for Baedge, and says what to do where it is not.",
      "Exit 1 when something that is needed is not ok."
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      defaultValue = "baedge-data",
      paramLabel = "DIR",
      description = "The hub's directory (${DEFAULT-VALUE}).")
  private Path data = Path.of("");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine(data);
    boolean well = findings.stream().noneMatch(f -> f.state() == Finding.State.NOT_OK);
    List<Doc> documents =
        findings.stream()
            .<Doc>map(
                f ->
                    Doc.fields()
                        .put("check", f.check())
                        .put("state", f.state().word())
                        .put("finding", f.text())
                        .putIfAny("advice", f.advice())
                        .build())
            .toList();
    output.print(
        Doc.fields().put("ok", well).put("checks", documents).build(),
        findings.stream().map(DoctorCommand::line).collect(Collectors.joining("\n")));
    return well ? Main.OK : Main.FAILED;
  }

  private static String line(Finding finding) {
    return String.format(
        java.util.Locale.ROOT,
        "%-8s %-10s %s%s",
        finding.state().word(),
        finding.check(),
        finding.text(),
        finding.advice().isEmpty() ? "" : "; " + finding.advice());
  }
}
