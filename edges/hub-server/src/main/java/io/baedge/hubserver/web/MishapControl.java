package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;

/** Where a demo takes its mishaps. */
public interface MishapControl {
  /** What can happen and what is happening, as the document that the API gives. May block. */
  Reply list() throws InterruptedException;

  /** Lets one happen, or ends it. May block. */
  Reply choose(Doc.Fields choice) throws InterruptedException;

  /**
   * The answer.
   *
   * @param status of HTTP
   */
  record Reply(int status, Doc.Fields document) {}
}
