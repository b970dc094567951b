import { createHash } from 'node:crypto';
import type { OutsideValues } from '../domain/questions/question-world.ts';
import type { MergedNames } from '../domain/tracking-plan/merged-names.ts';

/** A text that changes with what other rooms know: that changes without a fact, and is part of what an answer rests on. */
export const outsideMark = (outside: ReadonlyMap<string, OutsideValues>, merged: MergedNames): string =>
  outside.size + merged.size === 0
    ? ''
    : createHash('sha1')
        .update(JSON.stringify([[...outside].map(([field, { values }]) => [field, [...values]]), [...merged]]))
        .digest('base64');
