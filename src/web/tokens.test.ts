import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, VISIONS } from './colour.fixture.ts';

const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8');
const TOKENS = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const colour = (name: string, theme: 'light' | 'dark'): string => {
  const value = TOKENS.get(name)?.[theme];
  if (!value) throw new Error(`styles.css has no colour “${name}”`);
  return value;
};

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const INKS = ['text', 'muted', 'faint', 'accent', 'good', 'warn', 'bad', 'unknown'];
const ON_OWN_GROUND = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-bad', 'bad'],
  ['accent', 'accent-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['unknown', 'unknown-soft'],
  ['canvas', 'text'],
] as const;
const SERIES = Array.from({ length: 8 }, (_, at) => `chart-${at + 1}`);

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(GROUNDS)('writes legibly on %s (AA: 4.5)', (ground) => {
    for (const ink of INKS) expect(contrast(colour(ink, theme), colour(ground, theme)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it.each(ON_OWN_GROUND)('writes %s legibly on %s (AA: 4.5)', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['canvas', 'surface', 'raised'])('draws controls and charts visibly on %s (AA: 3)', (ground) => {
    // Charts stand on the surface.
    const marks = ['control', 'accent', ...(ground === 'surface' ? SERIES : [])];
    for (const mark of marks)
      expect(contrast(colour(mark, theme), colour(ground, theme)), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it.each(VISIONS)('keeps the eight series apart with %s, neighbours most of all', (vision) => {
    for (const [at, one] of SERIES.entries())
      for (const [before, other] of SERIES.slice(0, at).entries())
        expect(distance(colour(one, theme), colour(other, theme), vision), `${one} and ${other}`).toBeGreaterThan(
          before === at - 1 ? 8 : 6,
        );
  });

  it('starts its series with the accent’s hue', () => {
    expect(distance(colour('chart-1', theme), colour('accent', theme), 'full')).toBeLessThan(8);
  });
});
