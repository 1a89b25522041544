package org.ocppbridge.adapter.console;

/** Asks for the token; works without a script. */
final class SignInPage {

  private SignInPage() {}

  /**
   * @param problem why it did not work before; empty the first time
   */
  static String of(String problem) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Sign in: OCPP Bridge</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body>
        <h1>OCPP Bridge</h1>
        <form method="post" action="/login">
        <p role="alert">PROBLEM</p>
        <p><label for="token">Token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus></p>
        <p><button type="submit">Sign in</button></p>
        </form>
        <p>It was printed at the first start, or stands in admin.token of the settings.</p>
        </body></html>
        """
        .replace("PROBLEM", Replies.escaped(problem));
  }
}
