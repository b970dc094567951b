import type { Tone } from '#web/ui/StatusPill.tsx';

export interface SampleAccount {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: 'active' | 'onboarding' | 'churned';
  readonly mrrMinor: number;
  readonly health: Tone;
  readonly since: string;
  readonly industry: string;
  readonly seats: number;
}

const OWNERS = ['Mei Tanaka', 'José Álvarez', 'Ada Okafor', '王晓明'];
const INDUSTRIES = ['EdTech', 'FinTech', 'HealthTech', 'DevTools', 'Cybersecurity'];
const STAGES = ['active', 'onboarding', 'active', 'active', 'churned'] as const;
const HEALTHS = ['good', 'warn', 'good', 'bad', 'unknown', 'good'] as const;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** As many accounts as wanted, the same every time. */
export const sampleAccounts = (count: number): readonly SampleAccount[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `acc_${at}`,
    name: `Company ${at + 1}`,
    owner: pick(OWNERS, at * 7),
    stage: pick(STAGES, at * 3),
    mrrMinor: ((at * 7919) % 900_000) + 4_900,
    health: pick(HEALTHS, at * 5),
    since: `202${(at % 4) + 1}-0${(at % 9) + 1}-1${at % 10}`,
    industry: pick(INDUSTRIES, at * 11),
    seats: ((at * 37) % 240) + 1,
  }));

export const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`);

/** A wave with a slope: something to draw. */
export const course = (start: number, slope: number, length = 12): readonly number[] =>
  Array.from({ length }, (_, at) => Math.round(start + slope * at + Math.sin(at * 1.7) * slope * 1.4));
