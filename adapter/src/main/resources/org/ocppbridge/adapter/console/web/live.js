// What the bridge tells by itself, as long as the page is looked at: a hidden page lets its
// connections go (a browser has few of them for one host) and takes them up again.

const sources = new Set();

/**
 * Listens to a stream of events.
 * @param url where it is
 * @param handlers by the event's name; each gets the event's data, parsed
 * @param reopened called when it is there again after a break, since events were missed
 * @return ends it
 */
export function listen(url, handlers, reopened = () => {}) {
  const watcher = { url, handlers, reopened, source: null, wasOpen: false };
  sources.add(watcher);
  if (!document.hidden) {
    open(watcher);
  }
  return () => {
    close(watcher);
    sources.delete(watcher);
  };
}

function open(watcher) {
  const source = new EventSource(watcher.url);
  watcher.source = source;
  source.addEventListener("open", () => {
    show("on", "live");
    if (watcher.wasOpen) {
      watcher.reopened();
    }
    watcher.wasOpen = true;
  });
  source.addEventListener("error", () => {
    show("lost", "reconnecting");
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(() => watcher.source === source && sources.has(watcher) && open(watcher), 3000);
    }
  });
  for (const [name, handler] of Object.entries(watcher.handlers)) {
    source.addEventListener(name, (event) => handler(JSON.parse(event.data)));
  }
}

function close(watcher) {
  watcher.source?.close();
  watcher.source = null;
}

function show(state, text) {
  const live = document.getElementById("live");
  if (live && live.dataset.state !== state) {
    live.dataset.state = state;
    live.textContent = text;
  }
}

document.addEventListener("visibilitychange", () => {
  for (const watcher of sources) {
    if (document.hidden) {
      close(watcher);
    } else if (!watcher.source) {
      open(watcher);
    }
  }
});
