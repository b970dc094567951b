import { describe, expect, it } from 'vitest';
import { joinSentences, kept, recallFrom, say, sayings } from './saying.ts';
import { LANGUAGES, languageOf } from './words.ts';

const SAYS = sayings({
  pot_cracked: {
    en: ['The pot cracked.', 'Buy a new one.'],
    'zh-CN': ['花盆裂了。', '请买一个新的。'],
    es: ['La maceta se rompió.', 'Compre otra.'],
  },
  pots_sold: {
    en: ['{count:number} pots were sold to {who} on {day:date} for {price:money}: {kinds:list}.', 'Ask {kinds:choice}, {size:words}.'],
    'zh-CN': ['{day:date}，{who} 以 {price:money} 购买了 {count:number} 个花盆：{kinds:list}。', '请询问{kinds:choice}，{size:words}。'],
    es: [
      'El {day:date} se vendieron {count:number} macetas a {who} por {price:money}: {kinds:list}.',
      'Pregunte {kinds:choice}, {size:words}.',
    ],
  },
  order_refused: {
    en: ['The order is refused: {why:said}', 'Write it like {"pots": 3}.'],
    'zh-CN': ['订单被拒绝：{why:said}', '请写成 {"pots": 3}。'],
    es: ['El pedido se rechaza: {why:said}', 'Escríbalo como {"pots": 3}.'],
  },
});
const sold = SAYS.pots_sold({
  count: 12_500,
  who: 'Ada',
  day: '2026-03-05',
  price: { amountMinor: 123_456, currency: 'EUR' },
  kinds: ['red', 'blue', 'green'],
  size: { en: 'small', 'zh-CN': '小', es: 'pequeño' },
});

describe('say', () => {
  it('writes numbers, dates, money and lists as the reader does', () => {
    expect(say(sold, 'en')).toEqual({
      message: '12,500 pots were sold to Ada on Mar 5, 2026 for €1,234.56: “red”, “blue”, “green”.',
      remedy: 'Ask “red”, “blue”, or “green”, small.',
    });
    expect(say(sold, 'zh-CN')).toEqual({
      message: '2026年3月5日，Ada 以 €1,234.56 购买了 12,500 个花盆：“red”、“blue”、“green”。',
      remedy: '请询问“red”、“blue”或“green”，小。',
    });
    expect(say(sold, 'es').message.replaceAll('\u00a0', ' ')).toBe(
      'El 5 mar 2026 se vendieron 12.500 macetas a Ada por 1234,56 €: «red», «blue», «green».',
    );
    expect(say(sold, 'es').remedy).toBe('Pregunte «red», «blue» o «green», pequeño.');
  });

  it('says a sentence within another one, and leaves the braces of an example', () => {
    expect(say(SAYS.order_refused({ why: SAYS.pot_cracked() }), 'es')).toEqual({
      message: 'El pedido se rechaza: La maceta se rompió.',
      remedy: 'Escríbalo como {"pots": 3}.',
    });
  });

  it('shows a place whose value was not kept as an ellipsis', () => {
    expect(say({ words: SAYS.order_refused.words, params: {} }, 'en').message).toBe('The order is refused: …');
  });
});

describe('recallFrom', () => {
  const recall = recallFrom([SAYS]);

  it('brings back what was kept as JSON, with the sentences inside', () => {
    for (const said of [sold, SAYS.order_refused({ why: sold })])
      for (const language of LANGUAGES) expect(say(recall(JSON.parse(JSON.stringify(kept(said)))), language)).toEqual(say(said, language));
    expect(JSON.stringify(kept(SAYS.order_refused({ why: sold })))).not.toContain('订单');
  });

  it('shows the code of a sentence that is no longer said', () => {
    expect(say(recall({ code: 'gone_long_ago', params: { n: 1 } }), 'zh-CN')).toEqual({ message: 'gone_long_ago', remedy: null });
  });
});

describe('joinSentences', () => {
  it('puts no space between Chinese sentences', () => {
    expect(joinSentences(['一。', '', '二。'], 'zh-CN')).toBe('一。二。');
    expect(joinSentences(['One.', 'Two.'], 'en')).toBe('One. Two.');
  });
});

describe('languageOf', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['fr, de;q=0.8', 'en'],
    ['es-MX', 'es'],
    ['zh', 'zh-CN'],
    ['zh-Hant-TW;q=0.9, en;q=0.1', 'zh-CN'],
    ['fr-CH, fr;q=0.9, es;q=0.8, en;q=0.7, *;q=0.5', 'es'],
    ['en;q=0.2, es;q=0.9', 'es'],
    ['es;q=0, en', 'en'],
    ['est', 'en'],
  ])('%j is read in %s', (header, language) => expect(languageOf(header)).toBe(language));
});
