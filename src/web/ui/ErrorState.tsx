import { isApiError } from '#web/api-error.ts';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyField.tsx';
import { ToneSign } from './StatusPill.tsx';

/** What is known about a failure; an ApiError is one. */
export interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly id?: string;
}

export interface ErrorStateProps {
  readonly error: unknown;
  /** What is not lost: "Your file is kept." */
  readonly safe?: string;
  readonly onRetry?: () => void;
  /** It stands in place of a whole page, and its title is the page's heading. */
  readonly whole?: boolean;
}

/** A failure in place of what should be here: what happened, what is safe, what to do, and an id to quote. */
export const ErrorState = ({ error, safe, onRetry, whole }: ErrorStateProps) => {
  const t = useText(uiText);
  const problem = useProblem(error);
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div role="alert" className="mx-auto flex max-w-120 flex-col items-start gap-2 px-6 py-12">
      <Heading className="flex items-center gap-2 text-16 font-semibold">
        <ToneSign tone="bad" size={10} />
        {problem.title}
      </Heading>
      {problem.detail && <p className="text-14 text-muted">{problem.detail}</p>}
      <p className="text-14 text-muted">{safe ?? t('nothingLost')}</p>
      {problem.remedy && <p className="text-14">{problem.remedy}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-3">
        {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
        {problem.id && (
          <span className="inline-flex items-center gap-1 text-12 text-muted">
            {t('errorId')} <code className="font-mono">{problem.id}</code>
            <CopyButton value={problem.id} />
          </span>
        )}
      </div>
    </div>
  );
};

/** What to say of a failure, with its title in the reader's language where we know what happened. */
export const useProblem = (error: unknown): Problem => {
  const t = useText(uiText);
  const problem = problemOf(error, t('unexpected'));
  return isApiError(error) ? { ...problem, title: t(`error.${error.code}`) } : problem;
};

/** The sayable part of anything that was thrown; `unexpected` is its title when it brings none. */
export const problemOf = (error: unknown, unexpected: string): Problem => {
  if (isApiError(error)) return { title: error.title, detail: error.detail, remedy: error.remedy, id: error.id };
  if (typeof error === 'object' && error !== null && 'title' in error && typeof error.title === 'string') return error as Problem;
  return { title: unexpected, ...(error instanceof Error && error.message ? { detail: error.message } : {}) };
};
