package org.ocppbridge.adapter.delivery;

/** Paces for tests. */
public final class Paces {

  private Paces() {}

  /** So fast that nothing waits. */
  public static DrainPace fast() {
    return new DrainPace(1_000_000, System::nanoTime);
  }
}
