// Asks the API of the bridge that served this page.

let csrf = null;

/** A path below /api/v1, its segments encoded, with a query of what is not empty. */
export function path(segments, query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== "" && value !== null && value !== undefined && value !== false) {
      search.set(name, value);
    }
  }
  const text = search.toString();
  return "/api/v1/" + segments.map(encodeURIComponent).join("/") + (text ? "?" + text : "");
}

export async function get(segments, query) {
  return answered(await fetch(path(segments, query), { headers: { Accept: "application/json" } }));
}

/** Has something done; needs the session's own value, so that no other page can. */
export async function post(segments, fields = {}) {
  csrf ??= (await get(["session"])).csrf;
  return answered(
    await fetch(path(segments), {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
      body: JSON.stringify(fields),
    }),
  );
}

export async function signOut() {
  csrf ??= (await get(["session"])).csrf;
  await fetch("/logout", { method: "POST", headers: { "X-CSRF-Token": csrf }, redirect: "manual" });
  location.assign("/login");
}

async function answered(response) {
  if (response.status === 401) {
    location.assign("/login");
  }
  if (response.ok) {
    return response.json();
  }
  let detail = response.statusText;
  try {
    detail = (await response.json()).detail ?? detail;
  } catch {
    // no problem of ours
  }
  const error = new Error(detail);
  error.status = response.status;
  throw error;
}
