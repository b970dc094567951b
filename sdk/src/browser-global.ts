import { type BrowserClient, type BrowserOptions, createClient } from './browser-client.ts';

/** What the loader snippet leaves on the page until the client arrives. */
type Stub = readonly (readonly [keyof BrowserClient, readonly unknown[]])[] & { readonly options?: BrowserOptions };

declare global {
  interface Window {
    perennial?: BrowserClient | Stub;
  }
}

/** Starts the client on a page that loads /sdk.js, by the snippet or by a script tag with `data-write-key`, and replays the calls made before. */
const start = (stub: BrowserClient | Stub | undefined, script: HTMLScriptElement | SVGScriptElement | null): void => {
  if (stub && !Array.isArray(stub)) return;
  const waiting = stub as Stub | undefined;
  const options = waiting?.options ?? optionsOf(script as HTMLScriptElement | null);
  if (!options) {
    console.warn('perennial: no write key');
    return;
  }
  const client = createClient(options);
  window.perennial = client;
  for (const [method, args] of waiting ?? []) Reflect.apply(client[method], undefined, args);
};

const optionsOf = (script: HTMLScriptElement | null): BrowserOptions | undefined =>
  script?.dataset.writeKey
    ? { writeKey: script.dataset.writeKey, consent: script.dataset.consent as BrowserOptions['consent'], host: new URL(script.src).origin }
    : undefined;

start(window.perennial, document.currentScript);
