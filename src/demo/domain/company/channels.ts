import { type ByLanguage, words } from './words.ts';

export type ChannelKey =
  | 'search_ads'
  | 'social_ads'
  | 'organic_search'
  | 'content'
  | 'webinar'
  | 'trade_fair'
  | 'partner'
  | 'referral'
  | 'outbound'
  | 'print_qr';

/** A way by which companies hear of us: what it costs, how many it brings and how good they are. */
export interface Channel {
  readonly key: ChannelKey;
  readonly name: ByLanguage;
  /** Share of the leads, in proportion. */
  readonly reach: number;
  /** How well its leads fit, from -1 to 1: shifts need and fit. */
  readonly quality: number;
  /** What having come by it adds to the hazard of leaving, in logits: 0 but for the channel whose customers leave. */
  readonly hazardLogit: number;
  /** What one lead costs, in dollars, and for what. */
  readonly costs: readonly { readonly kind: SpendKind; readonly perLead: number }[];
  readonly visit: Visit;
}

export type SpendKind = 'media' | 'stand' | 'travel' | 'staff' | 'fees';

/** How a visitor of this channel arrives at the website; empty texts for none. */
export interface Visit {
  readonly source: string;
  readonly medium: string;
  readonly referrer: string;
  readonly clickId: string;
  readonly landing: string;
}

const visit = (landing: string, arrival: Partial<Visit> = {}): Visit => ({
  source: '',
  medium: '',
  referrer: '',
  clickId: '',
  ...arrival,
  landing,
});

/** How do visitors of this channel arrive where the company writes this language? Other searches and networks are used in China. */
export const visitOf = ({ key, visit }: Channel, language: keyof ByLanguage): Visit =>
  language === 'zh-CN' ? { ...visit, ...IN_CHINA[key] } : visit;

/** What the leaky channel does to those who came by it. */
export const LEAKY = { key: 'social_ads', hazardLogit: 1.3 } as const;

/** All channels. Search ads and social ads cost about the same for each lead; only one of the two brings customers who stay. */
export const CHANNELS: readonly Channel[] = [
  {
    key: 'search_ads',
    name: words('Search ads', '搜索广告', 'Anuncios de búsqueda'),
    reach: 18,
    quality: 0.1,
    hazardLogit: 0,
    costs: [
      { kind: 'media', perLead: 140 },
      { kind: 'staff', perLead: 20 },
    ],
    visit: visit('/', { source: 'google', medium: 'cpc', referrer: 'https://www.google.com/', clickId: 'gclid' }),
  },
  {
    key: LEAKY.key,
    name: words('Social ads', '社交广告', 'Anuncios en redes sociales'),
    reach: 17,
    quality: 0,
    hazardLogit: LEAKY.hazardLogit,
    costs: [
      { kind: 'media', perLead: 110 },
      { kind: 'staff', perLead: 25 },
    ],
    visit: visit('/offer', { source: 'facebook', medium: 'paid_social', referrer: 'https://www.facebook.com/', clickId: 'fbclid' }),
  },
  {
    key: 'organic_search',
    name: words('Organic search', '自然搜索', 'Búsqueda orgánica'),
    reach: 16,
    quality: 0.15,
    hazardLogit: 0,
    costs: [{ kind: 'staff', perLead: 30 }],
    visit: visit('/', { referrer: 'https://www.google.com/' }),
  },
  {
    key: 'content',
    name: words('Blog and guides', '内容与指南', 'Blog y guías'),
    reach: 10,
    quality: 0,
    hazardLogit: 0,
    costs: [
      { kind: 'staff', perLead: 60 },
      { kind: 'fees', perLead: 15 },
    ],
    visit: visit('/blog', { source: 'newsletter', medium: 'email' }),
  },
  {
    key: 'webinar',
    name: words('Webinars', '线上研讨会', 'Webinars'),
    reach: 8,
    quality: 0.2,
    hazardLogit: 0,
    costs: [
      { kind: 'staff', perLead: 45 },
      { kind: 'fees', perLead: 20 },
    ],
    visit: visit('/webinars', { source: 'linkedin', medium: 'social', referrer: 'https://www.linkedin.com/' }),
  },
  {
    key: 'trade_fair',
    name: words('Trade fairs', '展会', 'Ferias'),
    reach: 8,
    quality: 0.3,
    hazardLogit: 0,
    costs: [
      { kind: 'stand', perLead: 260 },
      { kind: 'travel', perLead: 90 },
      { kind: 'staff', perLead: 80 },
    ],
    visit: visit('/', {}),
  },
  {
    key: 'partner',
    name: words('Partners', '合作伙伴', 'Socios'),
    reach: 7,
    quality: 0.4,
    hazardLogit: 0,
    costs: [{ kind: 'fees', perLead: 130 }],
    visit: visit('/partners', { source: 'partner', medium: 'referral' }),
  },
  {
    key: 'referral',
    name: words('Referrals', '客户转介绍', 'Recomendaciones'),
    reach: 7,
    quality: 0.6,
    hazardLogit: 0,
    costs: [{ kind: 'fees', perLead: 40 }],
    visit: visit('/', { source: 'customer', medium: 'referral' }),
  },
  {
    key: 'outbound',
    name: words('Outbound', '主动外呼', 'Prospección'),
    reach: 6,
    quality: -0.2,
    hazardLogit: 0,
    costs: [
      { kind: 'staff', perLead: 170 },
      { kind: 'fees', perLead: 25 },
    ],
    visit: visit('/', {}),
  },
  {
    key: 'print_qr',
    name: words('Print and QR codes', '印刷品与二维码', 'Impresos y códigos QR'),
    reach: 3,
    quality: -0.1,
    hazardLogit: 0,
    costs: [{ kind: 'media', perLead: 150 }],
    visit: visit('/hello', { source: 'trade_press', medium: 'qr' }),
  },
];

const IN_CHINA: Readonly<Partial<Record<ChannelKey, Partial<Visit>>>> = {
  search_ads: { source: 'baidu', referrer: 'https://www.baidu.com/', clickId: '' },
  social_ads: { source: 'weibo', referrer: 'https://weibo.com/', clickId: '' },
  organic_search: { referrer: 'https://www.baidu.com/' },
  webinar: { source: 'wechat', referrer: 'https://mp.weixin.qq.com/' },
};
