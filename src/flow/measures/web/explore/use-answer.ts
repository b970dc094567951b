import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { call } from '#web/api.ts';
import { queryKeyOf } from '#web/queries.ts';
import { askQuestion, cancelQuestion, type Question, type QuestionResult } from '../../question-contracts.ts';

/** A question on its way to an answer. */
export interface Asking {
  readonly result: QuestionResult | undefined;
  /** The answer shown is that of the question before. */
  readonly isStale: boolean;
  readonly isRunning: boolean;
  /** UTC ms at which the question that runs was asked. */
  readonly since: number;
  readonly isStopped: boolean;
  readonly error: unknown;
  readonly stop: () => void;
  readonly again: () => void;
}

const FRESH_FOR = 30_000;

/** Asks a question and keeps the last answer on the page meanwhile. A question that is left, or stopped, is stopped in the engine too. */
export const useAnswer = (question: Question, enabled = true): Asking => {
  const client = useQueryClient();
  const queryKey = queryKeyOf(askQuestion, question);
  const [stopped, setStopped] = useState<string | null>(null);
  const [since, setSince] = useState(0);
  const key = JSON.stringify(queryKey);
  const asked = useQuery<QuestionResult>({
    queryKey,
    enabled: enabled && stopped !== key,
    staleTime: FRESH_FOR,
    placeholderData: (previous) => (previous?.question.kind === question.kind ? previous : undefined),
    queryFn: async ({ signal }) => {
      setSince(Date.now());
      const run = crypto.randomUUID();
      signal.addEventListener('abort', () => void call(cancelQuestion, { params: { run } }).catch(() => undefined), { once: true });
      return call(askQuestion, { body: { question, run } }, { signal });
    },
  });
  const stop = useCallback(() => {
    setStopped(key);
    void client.cancelQueries({ queryKey: JSON.parse(key) as unknown[] });
  }, [client, key]);
  const { refetch } = asked;
  const again = useCallback(() => {
    setStopped(null);
    void refetch();
  }, [refetch]);
  const isStopped = stopped === key;
  return {
    result: isStopped ? undefined : asked.data,
    isStale: asked.isPlaceholderData,
    isRunning: asked.isFetching,
    since,
    isStopped,
    error: asked.isFetching ? null : asked.error,
    stop,
    again,
  };
};
