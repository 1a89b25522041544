package org.ocppbridge.adapter;

/** Paces for tests. */
final class Paces {

  private Paces() {}

  /** So fast that nothing waits. */
  static DrainPace fast() {
    return new DrainPace(1_000_000, System::nanoTime);
  }
}
