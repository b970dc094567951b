import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readView } from './view-state.ts';

const View = z.object({ q: z.string().default(''), stage: z.enum(['active', 'churned']).optional(), page: z.number().default(1) });

describe('readView', () => {
  it('takes what fits and the default for what does not', () => {
    expect(readView(View, { q: 'acme', stage: 'nonsense', page: 3, other: 1 })).toEqual({ q: 'acme', page: 3 });
  });

  it('is the plain view for an empty search', () => {
    expect(readView(View, {})).toEqual({ q: '', page: 1 });
  });
});
