package org.ocppbridge.adapter.console;

import io.undertow.util.StatusCodes;

/**
 * Why a request is not carried out, as a problem of RFC 9457.
 *
 * @param type {@code about:blank}: there is no more to read about it than the status says
 * @param title of the status
 * @param status of the answer
 * @param detail what to do about it, in words
 */
record Problem(String type, String title, int status, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String detail) {
    return new Problem("about:blank", StatusCodes.getReason(status), status, detail);
  }

  /** Ends the work on a request with a problem. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Thrown(int status, String detail) {
      super(detail, null, false, false);
      this.problem = Problem.of(status, detail);
    }

    Problem problem() {
      return problem;
    }
  }
}
