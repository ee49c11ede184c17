package io.baedge.model.desired;

/**
 * The conference a badge belongs to.
 *
 * @param zone time zone name of the venue, for example Europe/Berlin
 */
public record Conference(String name, String link, String zone) {
  /** Nothing known yet. */
  public static final Conference NONE = new Conference("", "", "UTC");
}
