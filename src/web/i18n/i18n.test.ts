import { describe, expect, it } from 'vitest';
import { formatAgo, formatCountry, formatDate, formatDuration, formatMoney, formatPercent, minorUnitsOf } from './format.ts';
import { nearestLanguage } from './i18n.ts';
import { localeFor } from './reader.ts';
import { shellText } from './shell/text.ts';
import { uiText } from './ui/text.ts';

const en = { locale: 'en-US', timeZone: 'America/New_York' };
const es = { locale: 'es', timeZone: 'Europe/Madrid' };
const zh = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };

describe('nearestLanguage', () => {
  it('takes the first language we have', () => {
    expect(nearestLanguage(['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(nearestLanguage(['es-MX'])).toBe('es');
    expect(nearestLanguage(['fr'])).toBe('en');
  });
});

describe('localeFor', () => {
  it('keeps the reader’s variety of the language shown, and skips tags that Intl refuses', () => {
    expect(localeFor('es', ['en-GB', 'es-MX'])).toBe('es-MX');
    expect(localeFor('en', ['en-US@posix', 'en-GB'])).toBe('en-GB');
    expect(localeFor('zh-CN', ['en'])).toBe('zh-CN');
  });
});

describe('formatMoney', () => {
  it('knows the minor units of the currency', () => {
    expect(['USD', 'JPY', 'KWD'].map(minorUnitsOf)).toEqual([100, 1, 1000]);
    expect(formatMoney(en, 1_234_550, { currency: 'USD' })).toBe('$12,345.50');
    expect(formatMoney(en, 9_800, { currency: 'JPY' })).toBe('¥9,800');
  });

  it('drops the cents of whole thousands unless asked for them', () => {
    expect(formatMoney(en, 420_000, { currency: 'USD' })).toBe('$4,200');
    expect(formatMoney(en, 420_000, { currency: 'USD', exact: true })).toBe('$4,200.00');
    expect(formatMoney(en, 4_900, { currency: 'USD' })).toBe('$49.00');
  });

  it('is short where the language has a short form, else whole', () => {
    expect(formatMoney(en, 107_847, { currency: 'USD', compact: true })).toBe('$1.1K');
    expect(formatMoney(zh, 107_847, { currency: 'USD', compact: true })).toBe('$1,078');
    expect(formatMoney(zh, 12_345_600, { currency: 'USD', compact: true })).toBe('$12.3万');
  });
});

describe('formatDate', () => {
  it('puts an instant into the workspace’s day, and leaves a calendar date alone', () => {
    expect(formatDate(en, Date.UTC(2026, 0, 1, 3))).toBe('Dec 31, 2025');
    expect(formatDate(en, '2026-01-01')).toBe('Jan 1, 2026');
    expect(formatDate(zh, '2026-01-01')).toBe('2026年1月1日');
  });

  it('names quarters, which Intl does not know', () => {
    expect([en, zh, es].map((reader) => formatDate(reader, '2026-04-01', 'quarter'))).toEqual(['Q2 2026', '2026年第2季度', 'T2 2026']);
  });
});

describe('formatCountry', () => {
  it('names a country by its code and leaves every other text alone', () => {
    expect(formatCountry(es, 'DE')).toBe('Alemania');
    expect(formatCountry(es, 'Germany')).toBe('Germany');
    expect(formatCountry(es, 'ZZ')).not.toBe('');
  });
});

describe('formatDuration', () => {
  it('says the one or two largest units', () => {
    expect(formatDuration(en, 273_900_000)).toBe('3 days 4 hr');
    expect(formatDuration(en, 45_000)).toBe('45 sec');
    expect(formatDuration(en, 40 * 86_400_000 + 3_600_000)).toBe('40 days');
    expect(formatDuration(es, 0)).toBe('0 s');
  });
});

describe('formatAgo and formatPercent', () => {
  it('follow the language', () => {
    expect(formatAgo(es, 0, 3 * 86_400_000)).toBe('hace 3 días');
    expect(formatAgo(zh, 86_400_000, 0)).toBe('明天');
    expect(formatPercent(es, 0.1234)).toBe('12,3\u00a0%');
  });
});

describe('the catalogues', () => {
  it.each([uiText, shellText].map((catalogue) => [catalogue.id, catalogue] as const))(
    '%s keeps every {{name}} in every language',
    async (_, catalogue) => {
      const english = flat(catalogue.en);
      for (const language of ['zh-CN', 'es'] as const) {
        const source = catalogue[language];
        const translated = flat(typeof source === 'function' ? await source() : source);
        for (const [key, text] of translated) {
          const original = english.get(key) ?? english.get(key.replace(/_(many|one)$/, '_other'));
          expect(original, `${language} has ${key}, English has not`).toBeDefined();
          expect(namesIn(text), `${language}.${key}`).toEqual(namesIn(original ?? ''));
        }
      }
    },
  );
});

const flat = (tree: object, prefix = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );

const namesIn = (text: string): readonly string[] => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();
