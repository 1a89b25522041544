package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.Optional;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.LinkNews.Trouble;

/** Opens connections. The link knows nothing of sockets; tests bring their own dialer. */
interface Dialer {

  /**
   * Hears how a dial ended, and then what happens on the connection. Called on any thread; must be
   * quick.
   */
  interface Caller {

    /** Connected, subprotocol agreed. Comes before any event of the wire. */
    void connected(Wire wire);

    /** Not connected. */
    void refused(Refusal refusal);

    /** A whole text message. */
    void text(String message);

    /** A pong. */
    void pong();

    /** The CSMS sent what a charger must not accept: close with this code. */
    void unacceptable(int closeCode, String reason);

    /** The connection is gone. Comes once, for each connection that was made. */
    void gone(String reason);
  }

  /**
   * Why a dial failed.
   *
   * @param reason for people
   * @param retryAfter how long the CSMS asked to be left alone
   * @param trouble what of the security was wrong
   * @param mistake what is behind it, if that can be told
   */
  record Refusal(
      String reason, Optional<Duration> retryAfter, Trouble trouble, Optional<Mistake> mistake) {

    Refusal(String reason, Optional<Duration> retryAfter, Trouble trouble) {
      this(reason, retryAfter, trouble, Optional.empty());
    }

    Refusal by(Mistake cause) {
      return new Refusal(reason, retryAfter, trouble, Optional.of(cause));
    }

    static Refusal of(String reason) {
      return new Refusal(reason, Optional.empty(), Trouble.OTHER);
    }
  }

  /** A dial under way. */
  interface Dial {
    /** Gives it up and frees its socket at once. The caller hears nothing more of it. */
    void cancel();
  }

  Dial dial(LinkSettings settings, Caller caller);
}
