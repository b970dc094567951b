/** Calls `onLeave` whenever the page may be about to end. On phones `hidden` is the last event that is certain to arrive. */
export const watchLeaving = (onLeave: () => void, onReturn: () => void): void => {
  addEventListener('pagehide', onLeave);
  addEventListener('pageshow', (event) => event.persisted && onReturn());
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? onLeave() : onReturn()));
};

/**
 * Calls `onNavigate` with the previous address when the app shows another page without a reload. A change of the query alone is
 * a filter or a sort order, not a page; a hash that begins with `#/` is a route.
 */
export const watchHistory = (onNavigate: (previousUrl: string) => void): void => {
  let shown = { route: route(), url: location.href };
  const compare = (): void => {
    const previous = shown;
    shown = { route: route(), url: location.href };
    if (shown.route !== previous.route) onNavigate(previous.url);
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function (this: History, ...args) {
      original.apply(this, args);
      // Frameworks set the new title just after the address.
      setTimeout(compare);
    };
  }
  addEventListener('popstate', () => setTimeout(compare));
};

const route = (): string => location.pathname + (location.hash.startsWith('#/') ? location.hash : '');
