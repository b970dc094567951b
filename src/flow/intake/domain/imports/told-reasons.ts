import { joinSentences, type KeptSaying, type Recall, say } from '#kernel/saying.ts';
import type { Language, Words } from '#kernel/words.ts';

/** One thing wrong with a row as it is kept. */
export interface KeptReason extends KeptSaying {
  readonly column: string | null;
}

/** Why a row failed, as it is kept: its reasons, or the English sentences of an earlier version. */
export interface KeptFailure {
  readonly reasons: readonly KeptReason[] | null;
  readonly message: string | null;
  readonly remedy: string | null;
}

const COLON: Words = { en: ': ', 'zh-CN': '：', es: ': ' };

/** What is wrong with a row and what to do, in the reader's language: each cell under its column's name, each remedy once. */
export const toldReasons = (
  { reasons, message, remedy }: KeptFailure,
  recall: Recall,
  language: Language,
): { readonly message: string; readonly remedy: string } => {
  if (reasons === null) return { message: message ?? '', remedy: remedy ?? '' };
  const told = reasons.map(({ column, ...saying }) => ({ column, ...say(recall(saying), language) }));
  const messages = told.map((one) => (one.column === null ? one.message : `${one.column}${COLON[language]}${one.message}`));
  return {
    message: joinSentences(messages, language),
    remedy: joinSentences([...new Set(told.map((one) => one.remedy ?? ''))], language),
  };
};
