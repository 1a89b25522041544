/**
 * The admin port: health, the console, the API. Reads views it is handed ({@link
 * org.ocppbridge.adapter.console.view}); knows no mapping, no link and no store.
 *
 * <p>Rules that hold here: nothing but health, the sign-in page and the console's own files is
 * answered to strangers ({@code Guard}); what changes something is a POST that a page of ours sent,
 * or that carries the token; it stands in the audit log, done or refused. Errors are problems of
 * RFC 9457. A new path is {@code router.get(…)} or, if it changes something, {@code router.post(…)}
 * in the class of its subject, and stands in {@code openapi.json}, which tests compare with the
 * server.
 *
 * <p>The console's pages are one frame each, filled by the scripts in {@code web} from the API,
 * with texts only: nothing that comes from outside is ever parsed as HTML.
 *
 * <p>Next: {@link org.ocppbridge.adapter.console.AdminServer}.
 */
package org.ocppbridge.adapter.console;
