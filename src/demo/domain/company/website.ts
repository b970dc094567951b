import type { Said } from '../outbox.ts';
import type { Random } from '../random.ts';
import type { Visit } from './channels.ts';
import type { World } from './world.ts';

/** Where the simulated company's website is. */
const SITE = 'https://www.fieldwork.example';

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
] as const;

/** What robots call themselves. */
export const ROBOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
] as const;

/** In which browser does somebody look at us? */
export const drawBrowser = (random: Random): string => random.pick(BROWSERS);

/** Where does somebody look around before leaving any details? Prices come later: they are a sign of interest of their own. */
export const LOOKING_AROUND = ['/product', '/customers', '/blog', '/features', '/about', '/webinars'] as const;

/** A view of a page. With a visit it is an arrival from outside; without, the visitor came from `before` on our own site. */
export const pageView = (
  world: World,
  { path, visit, before, browser, clickId }: { path: string; visit?: Visit; before?: string; browser: string; clickId?: string },
): Pick<Said, 'type' | 'properties' | 'context'> => {
  const query = visit === undefined ? '' : queryOf(visit, clickId ?? '');
  const referrer = visit === undefined ? `${SITE}${before ?? '/'}` : visit.referrer;
  return {
    type: 'page',
    properties: {
      path,
      url: `${SITE}${path}${query}`,
      title: world.lexicon.pageTitle(path),
      ...(referrer === '' ? {} : { referrer }),
    },
    context: { userAgent: browser },
  };
};

const queryOf = ({ source, medium, clickId }: Visit, id: string): string => {
  const parts = [
    ...(source === '' ? [] : [`utm_source=${source}`]),
    ...(medium === '' ? [] : [`utm_medium=${medium}`]),
    ...(clickId === '' || id === '' ? [] : [`${clickId}=${id}`]),
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};
