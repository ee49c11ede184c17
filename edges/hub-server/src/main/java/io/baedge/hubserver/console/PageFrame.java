package io.baedge.hubserver.console;

/**
 * What every page has around its content.
 *
 * @param site name of the site
 * @param assets where the console's files are
 * @param page which one it is: wall, badge, people, import, mishaps or api
 * @param title of the page, for tabs and screen readers
 * @param topics of the events that it hears
 * @param demo whether mishaps can be made
 */
public record PageFrame(
    String site, String assets, String page, String title, String topics, boolean demo) {

  /** The module of scripts that belongs to the page; empty for none. */
  public String module() {
    return page.equals("api") ? "" : page;
  }

  /** Which entry of the navigation is the current one. */
  public boolean under(String entry) {
    return switch (page) {
      case "badge" -> entry.equals("wall");
      case "import" -> entry.equals("people");
      default -> entry.equals(page);
    };
  }
}
