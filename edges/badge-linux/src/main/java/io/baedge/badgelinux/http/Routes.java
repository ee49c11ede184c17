package io.baedge.badgelinux.http;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.ScreenView;
import io.baedge.badge.tier.TierView;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.tier.LocalApiUse;
import io.baedge.screen.PngWriter;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.library.OwnScreens;
import io.baedge.screen.library.Screens;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The local API. Paths, verbs, statuses and short bodies of the Python original stay; what differs
 * on purpose is listed in {@code docs/original-differences.md}.
 */
final class Routes {
  private static final String VALUES = "/v1/values";
  private static final String BUTTONS = "/v1/device/buttons";
  private static final Pattern BUTTON = Pattern.compile(BUTTONS + "/([1-9])");
  private static final String POWER = "/v1/status/power";
  private static final String GET_ALLOW = "HEAD, OPTIONS, GET";
  private static final String POST_ALLOW = "HEAD, OPTIONS, POST, GET";
  private static final String PUT_ALLOW = "HEAD, OPTIONS, GET, PUT";
  private static final List<String> GETS =
      List.of(
          "/v1/status",
          "/v1/status/environment",
          "/v1/status/routes",
          "/v1/status/screen",
          POWER,
          "/v1/status/uplink",
          "/v1/status/outbox",
          "/v1/status/desired",
          "/v1/status/clock",
          "/v1/status/work",
          "/v1/status/board",
          "/v1/device/frame.png",
          "/v1/device/screens",
          BUTTONS,
          "/v1/metrics",
          VALUES);
  private static final List<String> POSTS = List.of("/v1/device/clear", "/v1/device/write");

  private final BadgeAccess badge;
  private final Guard guard;
  private final StatusPages status;
  private final Assets assets = new Assets();

  Routes(BadgeAccess badge, Guard guard) {
    this.badge = badge;
    this.guard = guard;
    this.status = new StatusPages(badge);
  }

  /** The answer to a request. HEAD is answered as GET; the server leaves the body out. */
  Reply answer(Request request) throws InterruptedException {
    Optional<Reply> refused = guard.refuseHost(request);
    if (refused.isPresent()) {
      return refused.get();
    }
    TierView tiers = badge.view().tiers();
    if (tiers.rules().localApi() == LocalApiUse.OFF && !request.path().equals(POWER)) {
      return Reply.words(
          503,
          "The badge answers nothing in power tier "
              + tiers.power().tier().word()
              + "; see "
              + POWER
              + ", and charge it");
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> get(request);
      case "OPTIONS" -> options(request.path());
      case "POST" -> change(request, POSTS, this::post);
      case "PUT" -> change(request, List.of(VALUES), this::put);
      default -> notAllowed(request.path());
    };
  }

  private Reply get(Request request) {
    return switch (request.path()) {
      case "/" -> Reply.html(assets.page(badge.title()));
      case "/v1/status" -> status.overall();
      case "/v1/status/environment" -> status.environment();
      case "/v1/status/routes" -> Reply.json(200, routes());
      case "/v1/status/screen" -> status.screen();
      case POWER -> Reply.json(200, status.power());
      case "/v1/status/uplink" -> Reply.json(200, status.uplink());
      case "/v1/status/outbox" -> Reply.json(200, status.outbox());
      case "/v1/status/desired" -> Reply.json(200, status.desired());
      case "/v1/status/clock" -> Reply.json(200, status.clock());
      case "/v1/status/work" -> Reply.json(200, status.work());
      case "/v1/status/board" -> Reply.json(200, BoardPages.board(badge));
      case "/v1/device/frame.png" -> frame(request);
      case "/v1/device/screens" -> Reply.json(200, screens());
      case BUTTONS -> Reply.json(200, BoardPages.buttons(badge));
      case "/v1/metrics" ->
          Reply.text("text/plain; version=0.0.4; charset=utf-8", status.metrics());
      case VALUES -> Reply.json(200, status.values());
      default -> assets.find(request).orElseGet(Routes::notFound);
    };
  }

  private interface Action {
    Reply on(Request request) throws InterruptedException;
  }

  private Reply change(Request request, List<String> paths, Action action)
      throws InterruptedException {
    boolean known =
        paths.contains(request.path())
            || (paths.equals(POSTS) && BUTTON.matcher(request.path()).matches())
            || (paths.contains(VALUES) && request.path().startsWith(VALUES + "/"));
    if (!known) {
      return notAllowed(request.path());
    }
    Optional<Reply> refused = guard.refuseChange(request);
    return refused.isPresent() ? refused.get() : action.on(request);
  }

  private Reply post(Request request) throws InterruptedException {
    if (request.path().equals("/v1/device/clear")) {
      return answered(badge.ask(new LocalCommand.ClearGlass()));
    }
    Matcher button = BUTTON.matcher(request.path());
    if (button.matches()) {
      boolean held =
          FormBody.field(request.header("Content-Type"), request.body(), "press")
              .filter("hold"::equals)
              .isPresent();
      int number = Integer.parseInt(button.group(1));
      return answered(badge.ask(new LocalCommand.ButtonPressed(number, held)));
    }
    Optional<String> screen =
        FormBody.field(request.header("Content-Type"), request.body(), "screen")
            .filter(name -> !name.isEmpty());
    if (screen.isEmpty()) {
      return Reply.words(400, "Payload did not contain expected data");
    }
    String name = screen.get();
    if (name.length() > 64 || badge.screens().find(name).isEmpty()) {
      return Reply.words(400, "Cannot load screen `" + start(name) + "`");
    }
    return answered(badge.ask(new LocalCommand.WriteScreen(name)));
  }

  private static String start(String name) {
    return name.codePointCount(0, name.length()) > 64
        ? name.substring(0, name.offsetByCodePoints(0, 64)) + "…"
        : name;
  }

  private static Reply answered(LocalAnswer answer) {
    return switch (answer) {
      case LocalAnswer.Done _ -> Reply.words(200, "OK");
      case LocalAnswer.Rejected(String reason) -> Reply.words(400, reason);
      case LocalAnswer.NotNow(String reason) -> Reply.words(503, reason);
      case LocalAnswer.PanelBroken(String reason) ->
          Reply.words(503, "Unable to write to screen: " + reason);
    };
  }

  private Reply put(Request request) throws InterruptedException {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    if (!request.path().equals(VALUES)) {
      String key = request.path().substring(VALUES.length() + 1);
      return answered(badge.ask(new LocalCommand.PutValue(key, body.strip())));
    }
    if (!(DocCodec.fromJson(body)
        instanceof Decoded.Ok<Doc>(Doc.Fields(Map<String, Doc> values)))) {
      return Reply.words(400, "The body must be a JSON object of texts");
    }
    for (Map.Entry<String, Doc> value : values.entrySet()) {
      if (value.getValue() instanceof Doc.Items || value.getValue() instanceof Doc.Fields) {
        return Reply.words(400, value.getKey() + ": a value is one text, not a list or an object");
      }
    }
    for (Map.Entry<String, Doc> value : values.entrySet()) {
      String text =
          switch (value.getValue()) {
            case Doc.Text(String given) -> given;
            case Doc.Int(long number) -> Long.toString(number);
            case Doc.Real(double number) -> Double.toString(number);
            case Doc.Bool(boolean truth) -> Boolean.toString(truth);
            case Doc.Null _, Doc.Bytes _, Doc.Items _, Doc.Fields _ -> "";
          };
      LocalAnswer answer = badge.ask(new LocalCommand.PutValue(value.getKey(), text));
      if (answer instanceof LocalAnswer.Rejected(String reason)) {
        return Reply.words(400, value.getKey() + ": " + reason);
      }
      if (!(answer instanceof LocalAnswer.Done)) {
        return answered(answer);
      }
    }
    return Reply.words(200, "OK");
  }

  private Reply frame(Request request) {
    ScreenView view = badge.view().screen();
    return view.frame()
        .map(f -> Reply.file("image/png", PngWriter.write(f), view.glass().hash(), request))
        .orElseGet(
            () ->
                Reply.words(
                    404,
                    view.counters().failures() > 0
                        ? "Nobody knows what is on the glass since the panel failed"
                        : "There is no picture on the glass yet"));
  }

  private Doc screens() {
    ScreenView view = badge.view().screen();
    OwnScreens own = badge.screens();
    Doc.Builder aliases = Doc.fields();
    Screens.ALIASES.forEach(aliases::put);
    return Doc.fields()
        .put("screens", texts(own.names()))
        .put("own", texts(own.layouts().keySet()))
        .put("problems", texts(own.problems()))
        .put("aliases", aliases.build())
        .put("glyphs", glyphs(badge.glyphs()))
        .put("wanted", view.wanted())
        .put("hash", view.glass().hash())
        .put("status", status.sentence(view))
        .build();
  }

  private static Doc glyphs(ScriptGlyphs.Counts counts) {
    return Doc.fields()
        .put("started", counts.started())
        .put("failed", counts.failed())
        .put("fonts", counts.fonts())
        .put("drawn", counts.drawn())
        .put("found", counts.found())
        .put("kept", counts.kept())
        .put("dropped", counts.dropped())
        .build();
  }

  private static List<Doc> texts(Collection<String> texts) {
    return texts.stream().<Doc>map(Doc.Text::new).toList();
  }

  private static Doc routes() {
    return Doc.fields()
        .put("GET", GETS.stream().<Doc>map(Doc.Text::new).toList())
        .put("POST", POSTS.stream().<Doc>map(Doc.Text::new).toList())
        .put("PUT", List.<Doc>of(new Doc.Text(VALUES)))
        .build();
  }

  private Reply options(String path) {
    return new Reply(200, "text/html; charset=utf-8", new byte[0], Map.of("Allow", allow(path)));
  }

  private String allow(String path) {
    if (path.equals(VALUES) || path.startsWith(VALUES + "/")) {
      return PUT_ALLOW;
    }
    if (BUTTON.matcher(path).matches()) {
      return "OPTIONS, POST";
    }
    return POSTS.contains(path) ? POST_ALLOW : GET_ALLOW;
  }

  private Reply notAllowed(String path) {
    return new Reply(
        405,
        "text/html; charset=utf-8",
        Assets.shortPage("405 Method Not Allowed", "The method is not allowed for this path."),
        Map.of("Allow", allow(path)));
  }

  private static Reply notFound() {
    return new Reply(
        404,
        "text/html; charset=utf-8",
        Assets.shortPage("404 Not Found", "There is nothing at this path."),
        Map.of());
  }
}
