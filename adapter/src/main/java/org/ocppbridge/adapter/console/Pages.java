package org.ocppbridge.adapter.console;

import io.undertow.util.StatusCodes;

/**
 * The console's pages. Each is the same frame with a title and a name; the script of that name
 * fills it from the API. Only the sign-in page is made here whole and works without a script.
 */
final class Pages {

  private final Assets assets;
  private final String frame;
  private final String signIn;

  Pages(Assets assets) {
    this.assets = assets;
    this.frame = assets.text("frame.html");
    this.signIn = assets.text("sign-in.html");
  }

  void addTo(Router router) {
    router
        .get("/", call -> page(call, "fleet", "Fleet"))
        .get("/chargers/{id}", call -> page(call, "charger", call.path("id")))
        .get("/messages", call -> page(call, "messages", "Messages"))
        .get("/charts", call -> page(call, "charts", "Charts"))
        .get("/dead-letters", call -> page(call, "letters", "Dead letters"))
        .get("/audit", call -> page(call, "audit", "Audit"));
  }

  private void page(Call call, String name, String title) {
    Replies.page(
        call.exchange(),
        StatusCodes.OK,
        frame
            .replace("{assets}", assets.path())
            .replace("{page}", name)
            .replace("{title}", Replies.escaped(title)));
  }

  /**
   * Asks for the token.
   *
   * @param problem why it did not work before; empty the first time
   */
  String signIn(String problem) {
    return signIn.replace("{assets}", assets.path()).replace("{problem}", Replies.escaped(problem));
  }
}
