package io.baedge.hubserver.web;

import io.baedge.model.doc.Suggestion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the table of routes: checks what a call carries against its route, runs handlers on
 * virtual threads, at most so many at once, and turns refusals into problem documents.
 */
final class RouteBinder {
  private static final Logger LOG = LoggerFactory.getLogger(RouteBinder.class);
  private static final int MOST_AT_ONCE = 256;

  private final Guards guards;
  private final WebMeters meters;
  private final Semaphore slots = new Semaphore(MOST_AT_ONCE);

  RouteBinder(Guards guards, WebMeters meters) {
    this.guards = guards;
    this.meters = meters;
  }

  void bind(Router router, List<Route> routes) {
    meters.expect(routes);
    for (Route route : routes) {
      var bound =
          router.route(
              HttpMethod.valueOf(route.verb().name()),
              route.path().replaceAll("\\{([a-zA-Z]+)}", ":$1"));
      bound.handler(context -> guard(context, route));
      bound.failureHandler(context -> failed(context, route));
    }
  }

  /** Answers what no route answers. */
  void unknown(RoutingContext context) {
    Guards.mark(context.response());
    String path = path(context);
    write(
        context.response(),
        Answer.problem(Refused.notFound("There is nothing at " + path + "; /api lists what is.")));
  }

  private static String path(RoutingContext context) {
    String path = context.request().path();
    return path == null ? "this address" : Shown.of(path);
  }

  void wrongVerb(RoutingContext context) {
    Guards.mark(context.response());
    write(
        context.response(),
        Answer.problem(
            Refused.of(
                405,
                "wrong-method",
                path(context)
                    + " does not take "
                    + context.request().method().name()
                    + "; /api lists what it takes.")));
  }

  private void guard(RoutingContext context, Route route) {
    Guards.mark(context.response());
    var refusal = guards.refusal(context.request(), route.verb().changes());
    if (refusal.isPresent()) {
      meters.refused();
      write(context.response(), Answer.problem(refusal.get()));
    } else if (route.input().body().isPresent()) {
      receive(context, route, route.input().body().get());
    } else {
      serve(context, route, new byte[0]);
    }
  }

  /** Takes the body up to its limit; what comes after that is read and dropped. */
  private void receive(RoutingContext context, Route route, Route.Body body) {
    Buffer received = Buffer.buffer();
    var tooLarge = new AtomicBoolean();
    context
        .request()
        .handler(
            chunk -> {
              if (received.length() + chunk.length() <= body.maxBytes()) {
                received.appendBuffer(chunk);
              } else if (!tooLarge.getAndSet(true)) {
                refuse(context.response(), tooLarge(body.maxBytes()));
              }
            })
        .endHandler(
            _ -> {
              if (!tooLarge.get()) {
                serve(context, route, received.getBytes());
              }
            });
  }

  private static Refused tooLarge(int most) {
    return Refused.of(
        413,
        "too-large",
        "The body is larger than " + most + " bytes; send less, or in several calls.");
  }

  private void serve(RoutingContext context, Route route, byte[] body) {
    Call call;
    try {
      call = call(context, route, body);
    } catch (Refused refused) {
      refuse(context.response(), refused);
      return;
    }
    if (!slots.tryAcquire()) {
      meters.busy();
      write(
          context.response(),
          Answer.problem(Refused.of(503, "busy", "The hub is busy; try again in a few seconds."))
              .with("Retry-After", "2"));
      return;
    }
    try {
      Thread.ofVirtual().name("http").start(() -> answer(context, route, call));
    } catch (RejectedExecutionException e) {
      slots.release();
      context.fail(e);
    }
  }

  private void answer(RoutingContext context, Route route, Call call) {
    long start = System.nanoTime();
    try {
      switch (route.by().answer(call)) {
        case Answer.Content content -> write(context.response(), content);
        case Answer.Stream(Answer.Begin begin) ->
            context.vertx().runOnContext(_ -> begin.on(context.response()));
      }
    } catch (Refused refused) {
      refuse(context.response(), refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      context.fail(e);
    } catch (Exception e) {
      // Whatever a handler throws must end in an answer and a line in the log, never in silence.
      LOG.error("{} {} failed", route.verb(), route.path(), e);
      meters.broken();
      write(context.response(), Answer.problem(internal()));
    } finally {
      slots.release();
      meters.served(route, System.nanoTime() - start);
    }
  }

  private static Refused internal() {
    return Refused.of(
        500, "internal", "The hub failed at this; its log says why. Nothing else is affected.");
  }

  private void refuse(HttpServerResponse response, Refused refused) {
    meters.refused();
    write(response, Answer.problem(refused));
  }

  private static void write(HttpServerResponse response, Answer.Content content) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(content.status()).putHeader("Content-Type", content.type());
    content.headers().forEach(response::putHeader);
    response.end(Buffer.buffer(content.bytes()));
  }

  private static Call call(RoutingContext context, Route route, byte[] body) {
    Map<String, String> query = query(context, route);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Route.Param param : route.input().headers()) {
      String value = context.request().getHeader(param.name());
      if (value != null) {
        headers.put(param.name(), value);
      }
    }
    route.input().body().ifPresent(known -> checkType(context, known, body.length));
    String who = context.request().remoteAddress().hostAddress();
    return new Call(
        new LinkedHashMap<>(context.pathParams()), query, headers, body, who == null ? "" : who);
  }

  private static Map<String, String> query(RoutingContext context, Route route) {
    List<String> known = route.input().query().stream().map(Route.Param::name).toList();
    Map<String, String> query = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : context.queryParams().entries()) {
      if (!known.contains(entry.getKey())) {
        throw Refused.field(
            Shown.of(entry.getKey()),
            known.isEmpty()
                ? "is unknown here; this address takes no parameters"
                : "is unknown here; " + Suggestion.oneOf(Shown.of(entry.getKey()), known));
      }
      if (query.put(entry.getKey(), entry.getValue()) != null) {
        throw Refused.field(entry.getKey(), "is given twice; give it once");
      }
    }
    return query;
  }

  private static void checkType(RoutingContext context, Route.Body body, int length) {
    String given = context.request().getHeader("Content-Type");
    String type = given == null ? "" : given.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    if (!body.types().contains(type) && !(length == 0 && type.isEmpty())) {
      throw Refused.of(
          415,
          "wrong-type",
          "The body has the type '"
              + Shown.of(type)
              + "'; send "
              + String.join(" or ", body.types())
              + ".");
    }
  }

  private void failed(RoutingContext context, Route route) {
    if (context.failure() != null) {
      LOG.error("{} {} failed", route.verb(), route.path(), context.failure());
      meters.broken();
    }
    int status = context.statusCode();
    write(
        context.response(),
        Answer.problem(
            status >= 400 && status < 500
                ? Refused.of(status, "bad-request", "The request cannot be read.")
                : internal()));
  }
}
