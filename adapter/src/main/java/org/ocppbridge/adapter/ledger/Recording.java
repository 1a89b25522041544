package org.ocppbridge.adapter.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Reply;

/**
 * An exchange while it lasts: notes what happens in it, references only, and is handed over when
 * its asker is answered and nothing more is awaited from the CSMS. Safe for use by many threads;
 * nothing in it waits or fails. {@link #current} finds it on the threads that carry it.
 */
public final class Recording {

  /** Notes nothing. */
  public static final Recording NONE = new Recording(null, 0, null, null);

  /** Most messages on the wire that are kept of one exchange; more are counted in its detail. */
  static final int WIRES_MAX = 200;

  private static final ScopedValue<Recording> CURRENT = ScopedValue.newInstance();

  /** Where an exchange goes when it is over. */
  interface Home {
    /** Nanoseconds from any point in time. */
    long nanos();

    /** The exchange is over, or has lasted long enough. Told once. */
    void over(Draft draft);

    /** Its asker is answered, but messages are under way. */
    void lingers(Recording recording);
  }

  private final Home home;
  private final long start;
  private Draft draft;
  private int awaited;
  private int unanswered;
  private boolean answered;

  Recording(Home home, long id, Instant began, Draft draft) {
    this.home = home;
    this.draft = draft;
    this.start = home == null ? 0 : home.nanos();
    if (draft != null) {
      draft.id = id;
      draft.began = began;
    }
  }

  /** The exchange that this thread works for; {@link #NONE} if there is none. */
  public static Recording current() {
    return CURRENT.orElse(NONE);
  }

  /** Does work of this exchange. */
  public <T> T during(Supplier<T> work) {
    return home == null ? work.get() : ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Does work of this exchange. */
  public void during(Runnable work) {
    if (home == null) {
      work.run();
    } else {
      ScopedValue.where(CURRENT, this).run(work);
    }
  }

  /** Whether more can be noted. */
  public synchronized boolean isOpen() {
    return draft != null;
  }

  /**
   * The charger.
   *
   * @param version of its SOAP; empty if not known
   */
  public synchronized void charger(String id, String version) {
    if (draft != null) {
      draft.charger = id;
      draft.soap = version;
    }
  }

  /** Where the request came from, or where the charger is called. */
  public synchronized void address(String address) {
    if (draft != null) {
      draft.address = address;
    }
  }

  /** Which CSMS the charger belongs to. */
  public synchronized void route(String target, String protocol) {
    if (draft != null) {
      draft.target = target;
      draft.protocol = protocol;
    }
  }

  /** What is asked: first by the one who asks, then, in other words perhaps, of others. */
  public synchronized void operation(String name) {
    if (draft == null) {
      return;
    }
    if (draft.operation.isEmpty()) {
      draft.operation = name;
    } else if (!draft.operation.equals(name) && !draft.actions.contains(name)) {
      draft.actions.add(name);
    }
  }

  /**
   * An envelope went over the wire.
   *
   * @param status the HTTP status of an answer; 0 for a request
   * @param body without compression; not changed afterwards
   */
  public void soap(Wire.Way way, int status, byte[] body) {
    wire(way, status != 0, status, body);
  }

  /**
   * A frame went over the wire.
   *
   * @param answer whether it answers another one
   */
  public void json(Wire.Way way, boolean answer, String frame) {
    wire(way, answer, 0, frame);
  }

  private synchronized void wire(Wire.Way way, boolean answer, int status, Object body) {
    if (draft == null) {
      return;
    }
    if (way == Wire.Way.BRIDGE_TO_CSMS || way == Wire.Way.CSMS_TO_BRIDGE) {
      boolean ours = way == Wire.Way.BRIDGE_TO_CSMS;
      unanswered += answer == ours ? 0 : ours ? 1 : -1;
    }
    if (draft.wires.size() < WIRES_MAX) {
      draft.wires.add(new Draft.Raw(micros(), way, answer, status, body));
    } else {
      draft.leftOut++;
    }
  }

  private long micros() {
    return TimeUnit.NANOSECONDS.toMicros(home.nanos() - start);
  }

  /** Something was not carried over unchanged. */
  public synchronized void losses(List<Loss> losses) {
    if (draft != null) {
      draft.losses.addAll(losses);
    }
  }

  /** How it ends. What went wrong first stays, for the rest is what it led to. */
  public synchronized void outcome(Outcome outcome, String detail) {
    if (draft == null || outcome.compareTo(draft.outcome) <= 0 && draft.detail.equals(detail)) {
      return;
    }
    boolean first = !draft.outcome.isFailure() && outcome.compareTo(draft.outcome) > 0;
    draft.outcome = first || outcome == Outcome.CLOSED ? outcome : draft.outcome;
    draft.detail = draft.detail.isEmpty() ? detail : draft.detail + "; " + detail;
  }

  /**
   * A message for the CSMS belongs to this exchange.
   *
   * @param seq its number if it is kept; else 0
   * @return to be told what becomes of it
   */
  public synchronized Sending sends(String action, long seq) {
    if (draft == null) {
      return Sending.NONE;
    }
    operation(action);
    if (seq > 0) {
      draft.kept.add(seq);
    }
    awaited++;
    return new Sending(this, seq, false);
  }

  /**
   * A message for the CSMS is all there is to this exchange; it is over with the answer.
   *
   * @param seq its number if it was kept; else 0
   */
  public synchronized Sending isSending(String action, long seq) {
    if (draft == null) {
      return Sending.NONE;
    }
    operation(action);
    draft.seq = seq;
    awaited++;
    return new Sending(this, seq, true);
  }

  /** What came of a message. */
  void sent(long seq, Reply reply) {
    synchronized (this) {
      awaited--;
      switch (reply) {
        case Reply.Result result -> {
          // All is well.
        }
        case Reply.Error error -> outcome(Outcome.ERROR, error.code() + ": " + error.description());
        case Reply.Unsendable unsendable -> outcome(Outcome.ERROR, unsendable.reason());
        case Reply.None none when none.kept() || seq > 0 && unanswered == 0 ->
            outcome(Outcome.STORED, none.reason());
        case Reply.None none ->
            outcome(unanswered > 0 ? Outcome.TIMEOUT : Outcome.ALONE, none.reason());
      }
    }
    closeIfDone();
  }

  /** Who asked has the answer, or will get none. */
  public void answered() {
    boolean lingers;
    synchronized (this) {
      if (draft == null || answered) {
        return;
      }
      answered = true;
      draft.total = micros();
      lingers = awaited > 0;
    }
    if (lingers) {
      home.lingers(this);
    } else {
      closeIfDone();
    }
  }

  private void closeIfDone() {
    boolean done;
    synchronized (this) {
      done = answered && awaited <= 0;
    }
    if (done) {
      close();
    }
  }

  /** It is not kept after all. */
  public synchronized void discard() {
    draft = null;
  }

  /** Hands over what there is; more is not noted. */
  void close() {
    Draft over;
    synchronized (this) {
      if (awaited > 0) {
        outcome(
            Outcome.STORED,
            unanswered > 0 ? "the CSMS has not answered so far" : "waits to be sent to the CSMS");
      }
      over = draft;
      draft = null;
    }
    if (over != null) {
      home.over(over);
    }
  }

  /** What is known so far; in parts as they came, to be made readable later. */
  static final class Draft {
    final Direction direction;
    final Origin origin;
    final List<String> actions = new ArrayList<>(1);
    final List<Long> kept = new ArrayList<>(1);
    final List<Loss> losses = new ArrayList<>(2);
    final List<Raw> wires = new ArrayList<>(4);
    long id;
    Instant began;
    String charger = "";
    String operation = "";
    String soap = "";
    String target = "";
    String protocol = "";
    String address = "";
    long seq;
    Outcome outcome = Outcome.ANSWERED;
    String detail = "";
    long total;
    int leftOut;

    Draft(Direction direction, Origin origin) {
      this.direction = direction;
      this.origin = origin;
    }

    /**
     * A message on the wire.
     *
     * @param body bytes or a text
     */
    record Raw(long at, Wire.Way way, boolean answer, int status, Object body) {
      int length() {
        return body instanceof byte[] bytes ? bytes.length : ((String) body).length();
      }
    }

    /** Bytes it holds on to, about. */
    int size() {
      int size = 500;
      for (Raw raw : wires) {
        size += 100 + raw.length();
      }
      return size;
    }
  }
}
