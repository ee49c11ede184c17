package io.baedge.badgelinux.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may change something. A page of another site may not (its browser names it as Origin), a
 * rebound host name may not, and where a token is set only its owner may. Programs such as curl
 * send no Origin and pass.
 */
final class Guard {
  private static final Pattern ADDRESS =
      Pattern.compile("(localhost|[a-zA-Z0-9-]+(\\.local)?|[0-9.]+|\\[[0-9a-fA-F:]+])(:\\d+)?");

  private final String token;

  Guard(String token) {
    this.token = token;
  }

  /** Why the change is not allowed; empty when it is. */
  Optional<Reply> refuse(Request request) {
    String host = request.header("Host");
    if (!host.isEmpty() && !ADDRESS.matcher(host).matches()) {
      return Optional.of(Reply.words(403, "This badge is not called by that name"));
    }
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
