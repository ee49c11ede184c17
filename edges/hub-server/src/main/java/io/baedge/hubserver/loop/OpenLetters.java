package io.baedge.hubserver.loop;

import io.baedge.hub.request.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages and questions that the hub has taken and not answered. A hub that starts again from the
 * store gets the messages again, in their order; de-duplication makes that harmless.
 */
final class OpenLetters {
  private final Map<Long, Letter.Message> messages = new LinkedHashMap<>();
  private final Map<Long, Letter.Question> questions = new HashMap<>();
  private long last;

  /** The ticket of a message. */
  long add(Letter.Message message) {
    messages.put(++last, message);
    return last;
  }

  /** The number of a question. */
  long add(Letter.Question question) {
    questions.put(++last, question);
    return last;
  }

  void accept(long ticket) {
    Letter.Message message = messages.remove(ticket);
    if (message != null) {
      message.receipt().accept();
    }
  }

  void refuse(long ticket, int reasonCode) {
    Letter.Message message = messages.remove(ticket);
    if (message != null) {
      message.receipt().refuse(reasonCode);
    }
  }

  void answer(long number, Outcome outcome) {
    Letter.Question question = questions.remove(number);
    if (question != null) {
      question.answer().complete(outcome);
    }
  }

  /** Answers all questions with a failure. */
  void failQuestions(String reason) {
    List<Letter.Question> unanswered = new ArrayList<>(questions.values());
    questions.clear();
    unanswered.forEach(q -> q.answer().complete(new Outcome.Failed(reason)));
  }

  /** All messages, which are no longer open. */
  List<Letter.Message> takeMessages() {
    List<Letter.Message> taken = new ArrayList<>(messages.values());
    messages.clear();
    return taken;
  }

  int size() {
    return messages.size() + questions.size();
  }
}
