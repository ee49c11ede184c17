package io.baedge.hubserver.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Flyway speak up only when something is wrong; made by Flyway from its name. */
public final class QuietLog implements LogCreator {
  @Override
  public Log createLogger(Class<?> type) {
    return new Lines(LoggerFactory.getLogger(type));
  }

  private record Lines(Logger log) implements Log {
    // Flyway deprecates the question and still asks it.
    @SuppressWarnings("deprecation")
    @Override
    public void debug(String message) {
      log.debug("{}", message);
    }

    @Override
    public void info(String message) {
      log.debug("{}", message);
    }

    @Override
    public void warn(String message) {
      log.warn("{}", message);
    }

    @Override
    public void error(String message) {
      log.error("{}", message);
    }

    @Override
    public void error(String message, Exception e) {
      log.error("{}", message, e);
    }

    @Override
    public void notice(String message) {
      log.debug("{}", message);
    }
  }
}
