package org.ocppbridge.adapter.ledger;

/**
 * The ledger over HTTP, all GET, to be mounted below {@link #PATH} behind the sign-in:
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><td>{@code /api/v1/exchanges}</td><td>a {@link Page}; parameters {@code charger}, {@code
 * operation}, {@code outcome}, {@code from}, {@code to} (ISO 8601), {@code seq}, {@code text},
 * {@code before} (an id), {@code limit} (50), {@code full} ({@code true}: with the texts of all
 * messages)</td></tr>
 * <tr><td>{@code /api/v1/exchanges/ID}</td><td>an {@link Exchange}</td></tr>
 * <tr><td>{@code /api/v1/exchanges/export}</td><td>NDJSON, the oldest first; the same filter</td></tr>
 * <tr><td>{@code /api/v1/exchanges/live}</td><td>server-sent events: {@code exchange} with an
 * {@link Exchange} and its id, {@code missed} with a count; the same filter, {@code
 * full}</td></tr>
 * </table>
 */
public final class LedgerApi {

  /** Where it is mounted. */
  public static final String PATH = "/api/v1/exchanges";

  private LedgerApi() {}
}
