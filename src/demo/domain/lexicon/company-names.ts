import type { Draw } from './draw.ts';
import type { IndustryKey } from './keys.ts';
import type { Word } from './word.ts';

export interface CompanyName {
  readonly name: string;
  /** ASCII, invented. */
  readonly domain: string;
}

/** The parts that a name is put together from. */
export interface NameParts {
  readonly stem: string;
  readonly trade: string;
  readonly town: string;
  /** Another company has the same stem: only the town tells them apart, so the name must say it. */
  readonly shared: boolean;
}

export interface CompanyWords {
  /** Invented names, told apart by their latin form. */
  readonly stems: readonly Word[];
  /** What companies of an industry call themselves: "Freight", "物流", "Transportes". */
  readonly trades: Readonly<Record<IndustryKey, readonly Word[]>>;
  readonly towns: readonly Word[];
  readonly endings: readonly string[];
  /** How the parts make a name. It must contain the stem, and the town when the stem is shared. */
  readonly compose: (draw: Draw, parts: NameParts) => string;
}

/**
 * Name and domain of the company with this index: distinct for every index whatever is drawn, because the stem follows from the index, and
 * companies that share a stem are told apart by their town, as in life.
 */
export const companyNameOf = (
  draw: Draw,
  words: CompanyWords,
  { industry, index }: { industry: IndustryKey; index: number },
): CompanyName => {
  const { stems, towns } = words;
  const place = index % stems.length;
  const stem = stems[(place * strideOf(stems.length)) % stems.length] as Word;
  const trade = draw.pick(words.trades[industry]);
  const round = Math.floor(index / stems.length);
  const town = towns[(place + round) % towns.length] as Word;
  const lap = Math.floor(round / towns.length);
  const parts = { stem: stem.written, trade: trade.written, town: town.written, shared: round > 0 };
  const local = round === 0 ? trade.latin : `${town.latin}${lap === 0 ? '' : lap + 1}`;
  return {
    name: `${words.compose(draw, parts)}${lap === 0 ? '' : ` ${lap + 1}`}`,
    domain: `${stem.latin}-${local}.${draw.pick(words.endings)}`,
  };
};

/** All pairs of two lists as one invented word each, without doubled sounds, forbidden names and latin forms met before. */
export const pairedStems = (fronts: readonly Word[], backs: readonly Word[], avoid: ReadonlySet<string>): readonly Word[] =>
  distinct(
    backs.flatMap((back) =>
      fronts
        .filter((front) => !front.latin.endsWith(back.latin) && !back.latin.startsWith(front.latin))
        .map((front) => ({ written: `${front.written}${back.written}`, latin: `${front.latin}${back.latin}` })),
    ),
  ).filter(({ written, latin }) => !avoid.has(latin) && !avoid.has(written));

/** All ordered pairs of two families that founded a firm, joined by a word such as "&". */
export const foundedStems = (families: readonly Word[], join: string): readonly Word[] =>
  families.flatMap((one) =>
    families
      .filter((other) => other !== one)
      .map((other) => ({ written: `${one.written} ${join} ${other.written}`, latin: `${one.latin}${other.latin}` })),
  );

/** The words whose latin form none before them has. */
export const distinct = (words: readonly Word[]): readonly Word[] => [
  ...new Map(words.toReversed().map((word) => [word.latin, word])).values(),
];

// About a golden section of the list, and without a common divisor: neighbours in index are far apart in the list, and every stem comes once.
const strideOf = (length: number): number => {
  let stride = Math.max(1, Math.round(length * 0.618));
  while (divisor(stride, length) !== 1) stride += 1;
  return stride;
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
