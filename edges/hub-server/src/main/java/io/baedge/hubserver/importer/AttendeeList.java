package io.baedge.hubserver.importer;

import io.baedge.model.doc.Problem;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Map;

/**
 * What an attendee list says. A list with problems must not be imported in part.
 *
 * @param people the readable rows, in the order of the file, each key once
 * @param columns which header was taken for which field
 * @param unused headers that mean nothing to us
 * @param repeated how many rows repeat an earlier one word for word
 * @param problems rows that cannot be taken, with their lines
 */
public record AttendeeList(
    List<WearerCard> people,
    Map<String, String> columns,
    List<String> unused,
    int repeated,
    List<Problem> problems) {
  public AttendeeList {
    people = List.copyOf(people);
    unused = List.copyOf(unused);
    problems = List.copyOf(problems);
  }
}
