export type SnippetOptions = {
  readonly writeKey: string;
  /** Address of the Perennial server, without a trailing slash. */
  readonly host: string;
  /** Further options of the browser client, such as `consent: 'pending'`. */
  readonly options?: Readonly<Record<string, unknown>>;
};

/** The calls that a page may make before the client has loaded. */
export const QUEUED_CALLS = 'identify track page screen group alias setConsent optOut optIn reset ready flush';

/** Which script does a page paste to load the client? It may call `perennial.track(…)` at once: calls made before the load are replayed. */
export const loaderSnippet = ({ writeKey, host, options }: SnippetOptions): string => {
  const settings = JSON.stringify({ ...options, writeKey, host }).replaceAll('<', '\\u003c');
  return `!function(w,d,o){if(w.perennial)return;var p=w.perennial=[];p.options=o;"${QUEUED_CALLS}".split(" ").forEach(function(m){p[m]=function(){p.push([m,[].slice.call(arguments)])}});var s=d.createElement("script");s.async=!0;s.src=o.host+"/sdk.js";d.head.appendChild(s)}(window,document,${settings});`;
};
