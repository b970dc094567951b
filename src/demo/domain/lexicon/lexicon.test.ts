import { describe, expect, it } from 'vitest';
import { seniorityOf } from '../../../flow/signals/domain/lead-score/lead-fields.ts';
import { randomOf } from '../random.ts';
import {
  BUYING_ROLES,
  CAMPAIGN_KINDS,
  CHURN_REASONS,
  CUSTOMER_ROLES,
  DEAL_STAGES,
  DEMO_LANGUAGES,
  FEATURES,
  INDUSTRIES,
  LEVELS,
  LOST_REASONS,
  PLANS,
  TICKET_TOPICS,
} from './keys.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';

const times = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));
const companies = (words: Lexicon, count: number) =>
  times(count, (index) => {
    const draw = randomOf(1, 'company', index);
    return words.companyName(draw, draw.pick(INDUSTRIES), index);
  });

describe.each(DEMO_LANGUAGES)('companies in %s', (language) => {
  const words = lexiconOf(language);
  const some = companies(words, 20_000);

  it('differ in name and in domain', () => {
    expect(new Set(some.map(({ name }) => name)).size).toBe(20_000);
    expect(new Set(some.map(({ domain }) => domain)).size).toBe(20_000);
  });

  it('still differ far beyond what stems and towns can tell apart', () => {
    const draw = randomOf(2);
    const far = times(3_000, (index) => words.companyName(draw, 'retail', index % 2 === 0 ? 97_000 + index : 900_000 + index));
    expect(new Set(far.map(({ name }) => name)).size).toBe(3_000);
    expect(new Set(far.map(({ domain }) => domain)).size).toBe(3_000);
  });

  it('have domains that a mail server would take', () => {
    for (const { domain } of some) expect(domain).toMatch(/^[a-z0-9]+-[a-z0-9]+(\.[a-z]{2,3}){1,2}$/);
  });

  it('are nobody that we know', () => {
    const known = some.filter(({ name, domain }) =>
      BRANDS.some((brand) => domain.startsWith(`${brand}-`) || (isChinese(brand) && name.includes(brand))),
    );
    expect(known).toEqual([]);
  });
});

it('lets no two languages share a domain', () => {
  const domains = DEMO_LANGUAGES.flatMap((language) => companies(lexiconOf(language), 20_000).map(({ domain }) => domain));
  expect(new Set(domains).size).toBe(60_000);
});

describe.each(DEMO_LANGUAGES)('people in %s', (language) => {
  const words = lexiconOf(language);
  const people = times(20_000, (index) => words.personName(randomOf(3, index)));

  it('have names in their own order and a mailbox in ASCII', () => {
    for (const { full, first, last, latin } of people.slice(0, 5_000)) {
      expect(full).toBe(language === 'zh-CN' ? `${last}${first}` : `${first} ${last}`);
      expect(latin).toMatch(/^[a-z]+\.[a-z]+$/);
    }
  });

  it('are drawn from large pools, with common names first', () => {
    const firsts = new Set(people.map(({ first }) => first));
    const lasts = new Set(people.map(({ last }) => last.split(' ')[0]));
    expect(firsts.size).toBeGreaterThanOrEqual(120);
    expect(lasts.size).toBeGreaterThanOrEqual(150);
    expect(new Set(people.map(({ full }) => full)).size).toBeGreaterThan(2_500);
  });

  it('gives every salesperson another name', () => {
    expect(new Set(times(40, (index) => words.repName(index).full)).size).toBe(40);
  });

  it('hold titles in which the lead score reads their level', () => {
    for (const role of [...BUYING_ROLES, ...CUSTOMER_ROLES]) {
      for (const level of LEVELS) {
        for (const person of [undefined, { feminine: true }, { feminine: false }]) {
          const draw = randomOf(4, role, level);
          const titles = times(40, () => words.jobTitle(draw, role, level, person));
          expect(titles.filter((title) => /[{}|]/.test(title) || seniorityOf(title) !== level)).toEqual([]);
        }
      }
    }
  });
});

it('bends a title to the person who holds it', () => {
  const draw = randomOf(5);
  const titles = (feminine: boolean) => new Set(times(60, () => lexiconOf('es').jobTitle(draw, 'payer', 'director', { feminine })));
  expect(titles(true)).toContain('Directora Financiera');
  expect(titles(false)).toContain('Director Financiero');
});

describe.each(DEMO_LANGUAGES)('texts in %s', (language) => {
  const words = lexiconOf(language);
  const draw = randomOf(6, language);

  it('leave no key without words, and no slot open', () => {
    const texts = [
      words.product,
      ...INDUSTRIES.map(words.industry),
      ...PLANS.map(words.plan),
      ...FEATURES.map(words.feature),
      ...DEAL_STAGES.map(words.dealStage),
      ...CHURN_REASONS.map(words.churnReason),
      ...LOST_REASONS.map(words.lostReason),
      ...times(200, () => TICKET_TOPICS.flatMap((topic) => Object.values(words.ticket(draw, topic)))).flat(),
      ...times(60, () =>
        [...FEATURES, 'price' as const, 'support' as const].flatMap((area) =>
          (['good', 'bad', 'wish'] as const).map((mood) => words.feedback(draw, area, mood)),
        ),
      ).flat(),
      ...times(200, (index) => words.surveyComment(draw, index % 11)),
      ...times(40, () => CAMPAIGN_KINDS.map((kind) => words.campaign(draw, kind, '2026-03'))).flat(),
      ...times(40, () => [words.tradeFair(draw, 2026), words.webinar(draw), words.contentTitle(draw), words.callNote(draw)]).flat(),
      ...times(40, () => [...DEAL_STAGES, 'anything'].map((stage) => words.dealNote(draw, stage))).flat(),
      ...times(30, (index) => [words.teamName(index), ...Object.values(words.release(index))]).flat(),
    ];
    expect(texts.filter((text) => text.trim() === '' || /[{}]|undefined/.test(text))).toEqual([]);
  });

  it('say the same thing in many ways', () => {
    for (const topic of TICKET_TOPICS) {
      const texts = times(300, () => words.ticket(draw, topic).text);
      expect(new Set(texts).size, topic).toBeGreaterThan(100);
    }
  });

  it('tell by a comment whether it came with a low or a high score', () => {
    const of = (score: number) => new Set(times(300, () => words.surveyComment(draw, score).replace(/\d+/g, '#')));
    expect([...of(3)].filter((comment) => of(10).has(comment) || of(7).has(comment))).toEqual([]);
  });

  it('name pages by their path, also below a known one', () => {
    expect(words.pageTitle('/pricing')).toBe(words.pageTitle('/pricing/yearly'));
    expect(words.pageTitle('/pricing')).not.toBe(words.pageTitle('/'));
    expect(words.pageTitle('/nowhere')).toBe(words.product);
  });

  it('write what is drawn: equal draws, equal words', () => {
    const write = () => TICKET_TOPICS.map((topic) => words.ticket(randomOf(7, topic), topic));
    expect(write()).toEqual(write());
  });
});

// Brands of the three languages' worlds that a pair of common words might hit by chance.
const BRANDS = [
  ...['redhat', 'salesforce', 'blackrock', 'blackstone', 'wayfair', 'riverbed', 'foxconn', 'goldman', 'stripe', 'shell', 'apple', 'oracle'],
  ...[
    'brookfield',
    'westfield',
    'springfield',
    'fairmont',
    'marriott',
    'hilton',
    'oakley',
    'brookstone',
    'ironport',
    'silverlake',
    'swift',
  ],
  ...['mercadona', 'iberdrola', 'repsol', 'inditex', 'telefonica', 'campofrio', 'villarreal', 'vegasicilia', 'riotinto', 'eroski', 'cemex'],
  ...[
    '华为',
    '腾讯',
    '百度',
    '海尔',
    '美的',
    '联想',
    '恒大',
    '万科',
    '格力',
    '中兴',
    '京东',
    '顺丰',
    '恒瑞',
    '锦江',
    '汇川',
    '拓维',
    '恒源',
    '恒源祥',
  ],
  ...[
    '启迪',
    '嘉里',
    '嘉实',
    '鼎桥',
    '盛大',
    '隆基',
    '凯德',
    '博世',
    '腾达',
    '宇通',
    '丰田',
    '承德',
    '汇源',
    '沃达丰',
    '沃尔玛',
    '聚美',
    '茂业',
    '莱茵',
  ],
];

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
