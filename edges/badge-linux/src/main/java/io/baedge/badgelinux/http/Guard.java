package io.baedge.badgelinux.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may see and who may change something. A host name that was rebound to this badge may do
 * neither; a page of another site (its browser names it as Origin) may not change anything, and
 * where a token is set only its owner may. Programs such as curl send no Origin and pass.
 */
final class Guard {
  private static final Pattern ADDRESS =
      Pattern.compile("(localhost|[a-zA-Z0-9-]+(\\.local)?|[0-9.]+|\\[[0-9a-fA-F:]+])(:\\d+)?");

  private final String token;

  Guard(String token) {
    this.token = token;
  }

  /** Why nothing is answered under that name; empty when it is. */
  Optional<Reply> refuseHost(Request request) {
    String host = request.header("Host");
    return host.isEmpty() || ADDRESS.matcher(host).matches()
        ? Optional.empty()
        : Optional.of(Reply.words(403, "This badge is not called by that name; use its address"));
  }

  /** Why the change is not allowed; empty when it is. */
  Optional<Reply> refuseChange(Request request) {
    String host = request.header("Host");
    String origin = request.header("Origin");
    if (!origin.isEmpty() && !host.equals(authority(origin))) {
      return Optional.of(Reply.words(403, "Changes from other sites are not allowed"));
    }
    if (!token.isEmpty() && !same("Bearer " + token, request.header("Authorization"))) {
      return Optional.of(
          Reply.words(401, "This badge wants its token as bearer")
              .with("WWW-Authenticate", "Bearer"));
    }
    return Optional.empty();
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean same(String wanted, String given) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
