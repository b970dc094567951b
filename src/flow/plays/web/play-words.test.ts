import { describe, expect, it } from 'vitest';
import type { Task } from '../contracts.ts';
import { sayEvidence, sayTrigger, segmentTrigger } from './play-words.ts';

const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => [key, ...Object.values(values)].join(' ');
const READER = { locale: 'en', timeZone: 'UTC' };
const words = (evidence: Task['evidence']) => sayEvidence(evidence, say as never, READER);

describe('sayEvidence', () => {
  it('names what took points as health names it', () => {
    const [reason] = words([{ label: 'health_reason', value: 'open_tickets -12', at: 0 }]);
    expect(reason?.label).toBe('evidence.health_reason');
    expect(reason?.values).toEqual(['evidencePoints Open tickets −12']);
  });

  it('tells a date that moved once, with what it was at first', () => {
    const moved = words([
      { label: 'renews_on', value: '2027-02-03', at: null },
      { label: 'renews_on', value: '2026-12-06', at: null },
    ]);
    expect(moved).toEqual([{ label: 'evidence.renews_on', values: ['Dec 6, 2026', 'evidenceFirst Feb 3, 2027'] }]);
  });

  it('says nothing twice, the newest first, each with its day', () => {
    const day = Date.UTC(2026, 4, 5);
    const health = words([
      { label: 'health', value: '40', at: day },
      { label: 'health', value: '31', at: day + 86_400_000 },
      { label: 'health', value: '31', at: day + 86_400_000 },
    ]);
    expect(health[0]?.values).toEqual(['31 (May 6, 2026)', '40 (May 5, 2026)']);
  });
});

describe('sayTrigger', () => {
  const entered = { kind: 'fact', event: 'segment_entered', subject: 'sgm_1' } as const;
  const said = (names: ReadonlyMap<string, string> | undefined) => sayTrigger(entered, say as never, names);

  it('calls a segment by its name, never by its id', () => {
    expect(said(new Map([['sgm_1', 'Quiet payers']]))).toBe('plays.trig.entered Quiet payers');
    expect(said(new Map())).toBe('plays.trig.entered plays.segmentGone');
    expect(said(undefined)).toBe('plays.trig.entered …');
  });

  it('knows entering and leaving from other facts', () => {
    expect(segmentTrigger(entered)).toEqual({ id: 'sgm_1', turn: 'entered' });
    expect(segmentTrigger({ ...entered, event: 'segment_left' })?.turn).toBe('left');
    expect(segmentTrigger({ ...entered, event: 'payment_failed' })).toBeNull();
    expect(segmentTrigger({ kind: 'fact', event: 'payment_failed' })).toBeNull();
  });
});
