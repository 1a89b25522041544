package org.ocppbridge.adapter.config;

/**
 * A rate, {@code 100/s}, or {@code off} for no limit.
 *
 * @param perSecond events a second; 0 means no limit
 */
public record Rate(int perSecond) {

  /** No limit. */
  public static final Rate OFF = new Rate(0);

  public boolean isOff() {
    return perSecond == 0;
  }

  @Override
  public String toString() {
    return isOff() ? "off" : perSecond + "/s";
  }
}
