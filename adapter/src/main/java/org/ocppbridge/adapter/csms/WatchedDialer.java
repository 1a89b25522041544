package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Watch;

/**
 * The dialer of one charger's link, with somebody told of the mistakes that show: in the answer to
 * the handshake, and in connections that the CSMS ends soon after, time and again.
 */
final class WatchedDialer implements Dialer {

  /** A connection that the CSMS ends after a longer time ended for some other reason. */
  static final Duration SHORT = Duration.ofSeconds(60);

  /** Short connections in a row that make a habit. */
  static final int SHORT_MIN = 3;

  /** Close reasons of CSMSs that take one connection of an identity. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i).*(already (connected|open|exists)|duplicate|another (connection|session)|new(er)?"
              + " (connection|session)|replaced|superseded|second connection).*");

  private static final Pattern CLOSED_BY_CSMS = Pattern.compile("the CSMS closed the connection.*");

  private final Dialer dialer;
  private final Timers timers;
  private final String charger;
  private final Watch watch;

  /** Short connections in a row; told of on the threads of one dial after another. */
  private volatile int shortOnes;

  WatchedDialer(Dialer dialer, Timers timers, String charger, Watch watch) {
    this.dialer = dialer;
    this.timers = timers;
    this.charger = charger;
    this.watch = watch;
  }

  @Override
  public Dial dial(LinkSettings settings, Caller caller) {
    return dialer.dial(settings, new Listening(caller));
  }

  private final class Listening implements Caller {
    private final Caller caller;
    private volatile long connectedAt;

    private Listening(Caller caller) {
      this.caller = caller;
    }

    @Override
    public void connected(Wire wire) {
      connectedAt = timers.nanos();
      watch.over(charger, Mistake.OF_THE_HANDSHAKE);
      caller.connected(wire);
    }

    @Override
    public void refused(Refusal refusal) {
      refusal.mistake().ifPresent(mistake -> watch.noticed(mistake, charger, refusal.reason()));
      caller.refused(refusal);
    }

    @Override
    public void text(String message) {
      lives();
      caller.text(message);
    }

    @Override
    public void pong() {
      lives();
      caller.pong();
    }

    @Override
    public void unacceptable(int closeCode, String reason) {
      caller.unacceptable(closeCode, reason);
    }

    @Override
    public void gone(String reason) {
      ended(reason);
      caller.gone(reason);
    }

    private boolean isShort() {
      return timers.nanos() - connectedAt < SHORT.toNanos();
    }

    private void lives() {
      if (shortOnes > 0 && !isShort()) {
        shortOnes = 0;
        watch.over(charger, Set.of(Mistake.SECOND_CONNECTION));
      }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // connections of a link come one after another
    private void ended(String reason) {
      if (!CLOSED_BY_CSMS.matcher(reason).matches()) {
        return;
      }
      shortOnes = isShort() ? shortOnes + 1 : 0;
      if (shortOnes >= SHORT_MIN || ANOTHER.matcher(reason).matches()) {
        shortOnes = Math.max(shortOnes, 1);
        watch.noticed(Mistake.SECOND_CONNECTION, charger, reason);
      }
    }
  }
}
