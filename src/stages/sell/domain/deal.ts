import type { Deal } from '../contracts.ts';

/** A deal as it is kept. Instants are UTC ms, dates local. */
export type DealRecord = {
  readonly id: string;
  /** Dense number of its account; 0 for none. */
  readonly accountNum: number;
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly product: string | null;
  readonly rep: string | null;
  readonly team: string | null;
  readonly stage: string;
  readonly status: Deal['status'];
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** What is sold, as a source lists it. */
export type ProductRecord = {
  readonly source: string;
  readonly name: string;
  readonly series: string | null;
  readonly listPriceMinor: number | null;
  readonly currency: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Who sells, as a source names them. */
export type RepRecord = {
  readonly source: string;
  readonly name: string;
  readonly manager: string | null;
  readonly office: string | null;
  readonly attributes: Readonly<Record<string, string>>;
};

const WON = ['won', 'closed won', 'closedwon', 'win', 'ganado', 'ganada', 'cerrado ganado', '赢单', '成交', '已成交', '赢'];
const LOST = [
  'lost',
  'closed lost',
  'closedlost',
  'loss',
  'perdido',
  'perdida',
  'cerrado perdido',
  'disqualified',
  'abandoned',
  '输单',
  '丢单',
  '失单',
  '输',
];

/** What does a stage, in the words of its source, come to? Open unless it says won or lost. */
export const statusOfStage = (stage: string): Deal['status'] => {
  const word = stage
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return WON.includes(word) ? 'won' : LOST.includes(word) ? 'lost' : 'open';
};

/** What stays of a product's name when case, blanks and marks are set aside: 'GTXPro' and 'GTX Pro' are one product. */
export const productKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
