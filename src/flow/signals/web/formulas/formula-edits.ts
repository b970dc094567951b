import type { Language, Words } from '#kernel/words.ts';
import { defaultHealthDefinition } from '../../domain/health/default-health.ts';
import type { HealthFactor } from '../../domain/health/health-definition.ts';

/** The factors that a formula of health could also have, each as a workspace begins with it. */
export const factorsToAdd = (factors: readonly HealthFactor[]): readonly HealthFactor[] =>
  defaultHealthDefinition().factors.filter(({ input }) => !factors.some((factor) => factor.input === input));

/** A key that no other part of the formula has: `rule_3`. */
export const freeKey = (stem: string, taken: readonly string[]): string => {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number++;
  return `${stem}_${number}`;
};

/** A name that was changed by a reader of one language: a name that is the same in all stays the same in all, others keep their other languages. */
export const renamed = (name: Words, language: Language, text: string): Words =>
  name.en === name['zh-CN'] && name.en === name.es ? { en: text, 'zh-CN': text, es: text } : { ...name, [language]: text };

/** The list with one part changed, taken out (null), or added when none has its key. */
export const withPart = <Part extends { readonly key: string }>(parts: readonly Part[], key: string, next: Part | null): Part[] => {
  const rest = parts.flatMap((part) => (part.key === key ? (next === null ? [] : [next]) : [part]));
  return next !== null && !parts.some((part) => part.key === key) ? [...rest, next] : rest;
};

/** The name of a part that is only being written. */
export const NO_NAME: Words = { en: '', 'zh-CN': '', es: '' };
