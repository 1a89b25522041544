package org.ocppbridge.bench.server;

import java.util.Map;

/** CXF with fixed answers: no work is done but reading and writing SOAP. */
public final class CxfServer {
  private CxfServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args the port; {@code addressing} if it is to speak WS-Addressing
   */
  public static void main(String[] args) {
    boolean addressing = args.length > 1 && args[1].equals("addressing");
    Map<Class<?>, Object> answers = FixedAnswers.all();
    Services.publish(
        Integer.parseInt(args[0]), addressing, (id, request) -> answers.get(request.getClass()));
    System.out.println("ready");
  }
}
