package org.ocppbridge.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The load as a program. An order is a word and {@code name=value} pairs:
 *
 * <ul>
 *   <li>{@code fleet name port identities connections close script mustUnderstand samples}: makes a
 *       fleet, or makes it anew
 *   <li>{@code once name kind}: each charger asks this once
 *   <li>{@code closed name seconds}: each connection asks again as soon as it has its answer
 *   <li>{@code rate name perSecond seconds}: requests fall due at a steady rate
 *   <li>{@code drop name}: closes its connections
 * </ul>
 *
 * <p>Each is answered by one line when it is done; see {@link Tally#line}.
 */
public final class LoadMain {
  private final Map<String, Fleet> fleets = new HashMap<>();

  private LoadMain() {}

  /** Ends with its input. */
  public static void main(String[] args) throws IOException {
    LoadMain load = new LoadMain();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      System.out.println(load.obey(line));
    }
  }

  private String obey(String line) throws IOException {
    Map<String, String> order = new HashMap<>();
    String[] words = line.split(" ");
    for (int i = 1; i < words.length; i++) {
      String[] pair = words[i].split("=", 2);
      order.put(pair[0], pair[1]);
    }
    String name = order.get("name");
    return switch (words[0]) {
      case "fleet" -> {
        drop(name);
        fleets.put(name, new Fleet(settings(order)));
        yield new Tally().line();
      }
      case "once" -> fleets.get(name).once(Kind.valueOf(order.get("kind"))).line();
      case "closed" -> fleets.get(name).closed(number(order, "seconds")).line();
      case "rate" ->
          fleets.get(name).atRate(number(order, "perSecond"), number(order, "seconds")).line();
      case "drop" -> {
        drop(name);
        yield new Tally().line();
      }
      default -> throw new IllegalArgumentException(line);
    };
  }

  private void drop(String name) throws IOException {
    Fleet old = fleets.remove(name);
    if (old != null) {
      old.close();
    }
  }

  private static double number(Map<String, String> order, String name) {
    return Double.parseDouble(order.get(name));
  }

  private static Fleet.Settings settings(Map<String, String> order) {
    return new Fleet.Settings(
        Integer.parseInt(order.get("port")),
        Integer.parseInt(order.get("identities")),
        Integer.parseInt(order.get("connections")),
        Boolean.parseBoolean(order.get("close")),
        Script.of(order.get("script")),
        new Wording(
            Boolean.parseBoolean(order.get("mustUnderstand")),
            Integer.parseInt(order.get("samples"))));
  }
}
