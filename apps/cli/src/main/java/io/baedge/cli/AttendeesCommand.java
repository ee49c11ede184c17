package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge attendees}. */
@Command(
    name = "attendees",
    description = "The people who wear badges.",
    subcommands = {AttendeesCommand.ListCommand.class, AttendeesCommand.ImportCommand.class})
final class AttendeesCommand {

  @Command(name = "list", description = "Lists people and the badges they wear.")
  static final class ListCommand extends OperatorCommand {
    @Parameters(arity = "0..*", paramLabel = "WORD", description = "Words in name, company or key.")
    private List<String> words = new ArrayList<>();

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Map<String, String> query = words.isEmpty() ? Map.of() : Map.of("q", String.join(" ", words));
      List<Doc.Fields> people = api.all("/api/v1/people", query, "people");
      output.print(
          Doc.fields().put("people", people).build(),
          Table.of(people, "key", "name", "company", "role", "badge")
              + "\n"
              + people.size()
              + (people.size() == 1 ? " person" : " people"));
      return Main.OK;
    }
  }

  @Command(
      name = "import",
      description = {
        "Imports an attendee list (CSV with a line of headers). People are told apart by their",
        "key, so the same list again changes only what is different in it."
      })
  static final class ImportCommand extends OperatorCommand {
    @Parameters(paramLabel = "FILE", description = "The list, or its http address.")
    private String file = "";

    @Option(
        names = "--map",
        paramLabel = "FIELD=HEADER",
        description =
            "Column of a field: key, name, first, last, title, company, social, link, role.")
    private Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "Say what would change, change nothing.")
    private boolean dryRun;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      byte[] csv = Source.read(file);
      Map<String, String> query = new LinkedHashMap<>(map);
      query.put("dryRun", Boolean.toString(dryRun));
      Doc.Fields done =
          api.send("POST", "/api/v1/people/import", query, new HubApi.Body("text/csv", csv));
      output.print(done, (dryRun ? "nothing was changed\n" : "") + text(done));
      return Main.OK;
    }

    private static String text(Doc.Fields done) {
      Map<String, Doc> values = new LinkedHashMap<>(done.values());
      values.remove("sample");
      values.remove("dryRun");
      return Table.lines(new Doc.Fields(values))
          + "\n\n"
          + Table.of(HubApi.list(done, "sample"), "key", "name", "title", "company", "role");
    }
  }
}
