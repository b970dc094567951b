import type { Lexicon } from '../lexicon/lexicon.ts';
import { randomOf } from '../random.ts';

/** Somebody who sells. */
export interface Rep {
  readonly name: string;
  readonly manager: string;
  readonly office: string;
  /** Added to the logit of winning. */
  readonly skill: number;
  /** Stretches the time that a deal takes: 1 is usual. */
  readonly patience: number;
  readonly smallDealsOnly: boolean;
}

/** More seats than these the rep of small deals practically never sells. */
export const SMALL_DEAL_SEATS = 12;

/** Who sells for the company? Six people in two offices; the fourth one wins small deals only. */
export const repsOf = (seed: number, lexicon: Lexicon): readonly Rep[] => {
  const random = randomOf(seed, 'reps');
  return SKILLS.map((skill, index) => ({
    name: lexicon.repName(index).full,
    manager: lexicon.repName(SKILLS.length + (index % 2)).full,
    office: lexicon.teamName(index % 2),
    skill: skill + random.between(-0.1, 0.1),
    patience: random.between(0.75, 1.35),
    smallDealsOnly: index === SMALL_DEAL_REP,
  }));
};

const SKILLS = [0.8, 0.3, 0, 0.2, -0.4, -0.8];
const SMALL_DEAL_REP = 3;
