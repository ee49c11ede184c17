package io.baedge.hubserver.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' pages from using a visitor's browser against the hub: the Host must be one of
 * ours (a rebound name is not), and a change must come from our own pages or from no page at all.
 */
final class Guards {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-fA-F:.%]+]|[0-9.]+");

  private final TreeSet<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  Guards(List<String> hosts) {
    this.hosts.add("localhost");
    this.hosts.addAll(hosts);
  }

  static void mark(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  /** Why the request is refused; empty when it is fine. */
  Optional<Refused> refusal(HttpServerRequest request, boolean changes) {
    String host = host(request);
    if (host == null || !known(name(host))) {
      return Optional.of(
          Refused.of(
              421,
              "unknown-host",
              "This hub is not called '"
                  + Shown.of(host == null ? "" : host)
                  + "'; use its address, or add the name to http.hosts in the hub's settings."));
    }
    if (changes && !own(host, request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
      return Optional.of(
          Refused.of(
              403, "foreign-origin", "A page of another site may not change things on this hub."));
    }
    return Optional.empty();
  }

  private boolean known(String name) {
    return ADDRESS.matcher(name).matches() || hosts.contains(name);
  }

  private static boolean own(String host, @Nullable String origin, @Nullable String site) {
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** HTTP/2 says it in a field of its own. */
  private static @Nullable String host(HttpServerRequest request) {
    String header = request.getHeader("Host");
    return header == null && request.authority() != null ? request.authority().toString() : header;
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon >= 0 && host.indexOf(']', colon) < 0;
    return port ? host.substring(0, colon) : host;
  }
}
