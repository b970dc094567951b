import { type Draw, pickCommon } from './draw.ts';
import type { Word } from './word.ts';

export interface PersonName {
  readonly full: string;
  readonly first: string;
  readonly last: string;
  /** The mailbox that fits it: ASCII, such as `li.wei`. */
  readonly latin: string;
  /** Which form of a title fits, where the language has two. */
  readonly feminine: boolean;
}

/** First and last names of a language, the common ones first. */
export interface PeopleWords {
  readonly feminine: readonly Word[];
  readonly masculine: readonly Word[];
  readonly last: readonly Word[];
  readonly custom: 'first-last' | 'last-first' | 'two-last-names';
}

/** Whose name is this? Common names come more often; a mailbox is not unique, as in life. */
export const drawPersonName = (draw: Draw, words: PeopleWords): PersonName => {
  const feminine = draw.int(2) === 0;
  const first = pickCommon(draw, feminine ? words.feminine : words.masculine);
  const last = pickCommon(draw, words.last);
  return named({ first, last, second: pickCommon(draw, words.last), feminine }, words.custom);
};

/** The name of the member of the sales team with this index: walks through the lists, so that the first 100 differ in both names. */
export const nameOfRep = (index: number, words: PeopleWords): PersonName => {
  const feminine = index % 2 === 0;
  const firsts = feminine ? words.feminine : words.masculine;
  const at = (list: readonly Word[], place: number): Word => list[place % list.length] as Word;
  const first = at(firsts, 3 + 7 * Math.floor(index / 2));
  return named({ first, last: at(words.last, 5 + 11 * index), second: at(words.last, 2 + 13 * index), feminine }, words.custom);
};

interface Parts {
  readonly first: Word;
  readonly last: Word;
  readonly second: Word;
  readonly feminine: boolean;
}

const named = ({ first, last, second, feminine }: Parts, custom: PeopleWords['custom']): PersonName => {
  const written = { first: first.written, feminine };
  if (custom === 'last-first')
    return { ...written, last: last.written, full: `${last.written}${first.written}`, latin: `${last.latin}.${first.latin}` };
  const lasts = custom === 'two-last-names' ? `${last.written} ${second.written}` : last.written;
  return { ...written, last: lasts, full: `${first.written} ${lasts}`, latin: `${first.latin}.${last.latin}` };
};
