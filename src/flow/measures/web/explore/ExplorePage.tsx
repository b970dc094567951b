import { defaultStringifySearch } from '@tanstack/react-router';
import Link2 from 'lucide-react/icons/link-2';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useWorkspace } from '#web/app/session.ts';
import { useTitle } from '#web/app/title.ts';
import { useViewState } from '#web/app/view-state.ts';
import { formatNamed } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { copyText } from '#web/ui/copy-text.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { QuestionPage } from '#web/ui/pages/QuestionPage.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { listSavedQuestions } from '../../board-contracts.ts';
import type { AnswerPart, Question, QuestionResult } from '../../question-contracts.ts';
import { SaveUnits } from '../segments/SaveUnits.tsx';
import { AnswerView } from './answer/AnswerView.tsx';
import { isEmptyAnswer } from './answer/is-empty-answer.ts';
import { addsUp } from './answer/trend-lines.ts';
import { ANYTHING, placesOf, readDraft } from './draft.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { draftInView, draftOf, ExploreView, LOOKS, partInView, partOf, questionAt } from './explore-view.ts';
import { viewWithSomething } from './first-view.ts';
import { QuestionForm } from './form/QuestionForm.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { Running } from './Running.tsx';
import { AnnotateMenu } from './saved/AnnotateMenu.tsx';
import { Comments } from './saved/Comments.tsx';
import { SaveMenu } from './saved/SaveMenu.tsx';
import { savedView } from './saved/saved-place.ts';
import { hasTime, useMarks } from './saved/use-marks.ts';
import { exploreText } from './text/text.ts';
import { UnitsPanel } from './units/UnitsPanel.tsx';
import { type Asking, useAnswer } from './use-answer.ts';
import { type KnownFact, useKnownFacts, usePlaceName } from './use-question-words.ts';

/** A question is built by clicking, and answered while it is built; all of it stands in the address. */
export const ExplorePage = () => {
  const t = useText(exploreText);
  const reader = useReader();
  const [view, setView] = useViewState(ExploreView);
  const { timeZone } = useWorkspace();
  const facts = useKnownFacts();
  const nameOf = usePlaceName();
  const drawn = useRef<HTMLDivElement>(null);
  const draft = useMemo(() => draftOf(view) ?? firstDraft(), [view]);
  const question = useMemo(() => questionAt(draft, view, { today: calendarDay(Date.now(), timeZone), timeZone }), [draft, view, timeZone]);
  const asking = useAnswer(question);
  useFirstView(view, { asking, question, facts, setView });
  const part = partOf(view);
  const questions = useQueryOf(listSavedQuestions, {}, { enabled: view.saved !== undefined, freshFor: 60_000 }).data?.rows;
  const saved = questions?.find(({ id }) => id === view.saved);
  // A link may name a saved question alone: it is opened as it was kept.
  useEffect(() => {
    if (saved && view.q === undefined) setView(savedView(saved), 'replace');
  }, [saved, view.q, setView]);
  const { annotations, marks } = useMarks(question, asking.result);
  useTitle(saved?.name);
  const title = placesOf(draft)
    .map(nameOf)
    .join(draft.kind === 'funnel' ? ' → ' : ', ');
  const ask = useCallback((next: Question) => setView(draftInView(next)), [setView]);
  const open = useCallback((next: Partial<AnswerPart>) => setView(partInView(next)), [setView]);
  if (facts?.length === 0) return <NothingYet />;
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <QuestionPage
          title={saved?.name ?? t('title')}
          // Beside an open list there is no room for more than the title.
          subtitle={part ? undefined : saved ? saved.description || undefined : t('subtitle')}
          {...(saved ? { parent: { label: t('savedQuestions'), to: '/questions' } } : {})}
          labels={{ question: t('question'), answer: t('answer') }}
          actions={
            <>
              {!saved && <ButtonLink to="/questions">{t('savedQuestions')}</ButtonLink>}
              {hasTime(question) && <AnnotateMenu annotations={annotations} today={calendarDay(Date.now(), timeZone)} />}
              <SaveMenu saved={saved} question={question} view={view} title={title} onSaved={(id) => setView({ saved: id }, 'replace')} />
              <CopyLink />
              {asking.result && !asking.isStale && (
                <ExportMenu result={asking.result} title={formatNamed(reader, t(`kind.${draft.kind}`), title)} place={drawn} />
              )}
            </>
          }
          question={<QuestionForm draft={draft} question={question} period={view} onChange={setView} />}
          answer={
            <>
              {asking.isRunning && <Running since={asking.since} onStop={asking.stop} />}
              {draft.kind === 'trend' && asking.result && (
                <div>
                  <SegmentedControl
                    label={t('look.label')}
                    value={view.look}
                    onChange={(look) => setView({ look })}
                    options={LOOKS.filter((look) => look !== 'area' || addsUp(draft)).map((look) => ({
                      value: look,
                      label: t(`look.${look}`),
                    }))}
                  />
                </div>
              )}
              <Answered
                asking={asking}
                onWiden={() => setView({ preset: 'all' })}
                {...(draft.filter === null ? {} : { onUnfilter: () => ask({ ...draft, filter: null }) })}
                {...(draft.unit === 'person' ? { onAccounts: () => ask({ ...draft, unit: 'account' }) } : {})}
              >
                {(result) => (
                  <div ref={drawn} className={`flex min-w-0 flex-col gap-6 ${asking.isStale ? 'opacity-60' : ''}`}>
                    <AnswerView
                      result={result}
                      look={view.look}
                      marks={marks}
                      onOpen={open}
                      onAsk={ask}
                      placeOf={(next) => `/explore${defaultStringifySearch({ ...view, ...partInView(next) })}`}
                    />
                  </div>
                )}
              </Answered>
              {asking.result && <QuestionCard result={asking.result} />}
              {saved && <Comments questionId={saved.id} />}
            </>
          }
        />
      </div>
      {part && (
        <UnitsPanel
          question={question}
          part={part}
          actions={<SaveUnits unit={question.unit} behind={{ question, part }} />}
          onPart={(next) => setView(partInView(next), 'replace')}
          onClose={() => setView({ part: undefined })}
        />
      )}
    </div>
  );
};

interface Opened {
  readonly asking: Asking;
  readonly question: Question;
  readonly facts: readonly KnownFact[] | undefined;
  readonly setView: (change: Partial<ExploreView>, how: 'replace') => void;
}

// Whoever opens the explorer without a question should see something, also where the last use is years ago or names no person.
const useFirstView = ({ q, saved }: ExploreView, { asking: { result, isStale }, question, facts, setView }: Opened): void => {
  const { timeZone } = useWorkspace();
  const commonest = facts?.find(({ isRecord }) => !isRecord);
  const isLost = q === undefined && saved === undefined && result !== undefined && !isStale && isEmptyAnswer(result.answer);
  useEffect(() => {
    const next = isLost && commonest ? viewWithSomething(question, commonest, timeZone) : null;
    if (next) setView(next, 'replace');
  }, [isLost, commonest, question, timeZone, setView]);
};

const firstDraft = (): Question => {
  const draft = readDraft({ kind: 'trend', series: [ANYTHING] });
  if (!draft) throw new TypeError('the first question cannot be read');
  return draft;
};

interface AnsweredProps {
  readonly asking: Asking;
  readonly onWiden: () => void;
  /** Where there is a filter that can go. */
  readonly onUnfilter?: () => void;
  /** Where people are counted. */
  readonly onAccounts?: () => void;
  readonly children: (result: QuestionResult) => React.ReactNode;
}

const Answered = ({ asking, onWiden, onUnfilter, onAccounts, children }: AnsweredProps) => {
  const t = useText(exploreText);
  const { result, error, isStopped, again } = asking;
  if (isStopped)
    return (
      <EmptyState title={t('stopped')} action={<Button onClick={again}>{t('again')}</Button>}>
        {t('stoppedText')}
      </EmptyState>
    );
  if (error) return <ErrorState error={error} onRetry={again} />;
  if (!result) return <Skeleton shape="chart" />;
  if (isEmptyAnswer(result.answer))
    return (
      <EmptyState
        title={t('empty.title')}
        action={<Button onClick={onWiden}>{t('empty.longer')}</Button>}
        more={
          <>
            {onUnfilter && <Button onClick={onUnfilter}>{t('empty.unfilter')}</Button>}
            {onAccounts && <Button onClick={onAccounts}>{t('empty.accounts')}</Button>}
          </>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  return children(result);
};

const CopyLink = () => {
  const t = useText(exploreText);
  const copy = async () => {
    if (await copyText(window.location.href)) showToast({ text: t('export.copied') });
  };
  return (
    <Button icon={Link2} onClick={() => void copy()}>
      {t('copyLink')}
    </Button>
  );
};

const NothingYet = () => {
  const t = useText(exploreText);
  return (
    <EmptyState
      whole
      title={t('empty.nothing')}
      action={<ButtonLink to="/connect">{t('empty.connect')}</ButtonLink>}
      more={
        <Link to="/import" look="text">
          {t('empty.import')}
        </Link>
      }
    >
      {t('empty.nothingText')}
    </EmptyState>
  );
};
