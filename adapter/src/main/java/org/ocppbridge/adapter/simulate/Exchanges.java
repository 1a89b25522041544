package org.ocppbridge.adapter.simulate;

/** Hears of every exchange when it is over. Called on many threads at once. */
@FunctionalInterface
public interface Exchanges {

  /** Hears nothing. */
  Exchanges IGNORED = exchange -> {};

  /** An exchange is over. */
  void done(Exchange exchange);
}
