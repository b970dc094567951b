import { useWorkspace } from '#web/app/session.ts';
import { useTitle } from '#web/app/title.ts';
import { usePathParams, useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { QuestionPage } from '#web/ui/pages/QuestionPage.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { useNarrowerThan } from '#web/ui/use-media.ts';
import { askMetric, listMetrics, type MetricCard } from '../contracts.ts';
import { useSegmentChoices } from './BreakdownChoice.tsx';
import { DefinitionCard } from './DefinitionCard.tsx';
import { asOnBoard } from './explore/boards/metric-tile.ts';
import { MetricAnswer } from './MetricAnswer.tsx';
import { MetricQuestionForm } from './MetricQuestionForm.tsx';
import { MetricRows } from './MetricRows.tsx';
import { rowsPlace } from './metric-place.ts';
import { MetricView, partFromText, partToText, questionOf, type RowsPart } from './metric-view.ts';
import { stageName } from './metric-words.ts';
import { withPartNames } from './segment-parts.ts';
import { ToBoard } from './ToBoard.tsx';
import { metricText } from './text/text.ts';

/** One metric as a question: for which time and accounts, divided by what; its answer; the rows behind each figure. */
export const MetricPage = () => {
  const t = useText(metricText);
  const { id = '' } = usePathParams();
  const catalogue = useQueryOf(listMetrics, {}, { freshFor: 300_000 });
  const card = catalogue.data?.rows.find((one) => one.id === id);
  useTitle(card?.name[currentLanguage()]);
  if (card) return <Asked key={id} card={card} />;
  if (catalogue.error && !catalogue.data) return <ErrorState whole error={catalogue.error} onRetry={() => void catalogue.refetch()} />;
  if (!catalogue.data) return <Skeleton shape="chart" />;
  return <EmptyState whole title={id} action={<ButtonLink to="/metrics">{t('unknownMetric')}</ButtonLink>} />;
};

const Asked = ({ card }: { readonly card: MetricCard }) => {
  const t = useText(metricText);
  const { timeZone } = useWorkspace();
  const [view, setView] = useViewState(MetricView);
  const stacked = useNarrowerThan(960);
  const question = questionOf(view, { today: calendarDay(Date.now(), timeZone), timeZone });
  const answer = useQueryOf(askMetric, { params: { id: card.id }, body: question }, { freshFor: 30_000 });
  const segments = useSegmentChoices();
  const result = answer.data?.metric.id === card.id ? withPartNames(answer.data, segments, t) : undefined;
  const part = partFromText(view.rows);
  const definition = <DefinitionCard card={card} result={result} />;
  const open = (next: RowsPart) => setView({ rows: partToText(next) });
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <QuestionPage
          title={card.name[currentLanguage()]}
          subtitle={card.words[currentLanguage()]}
          parent={{ label: `${t('title')} · ${stageName(card.stage, t)}`, to: '/metrics' }}
          actions={<ToBoard tile={{ metric: asOnBoard(card.id, view), span: 3 }} />}
          labels={{ question: t('question'), answer: t('answer') }}
          question={
            <>
              <MetricQuestionForm card={card} view={view} question={question} onChange={setView} />
              {!stacked && definition}
            </>
          }
          answer={
            <>
              {answer.error && !answer.isFetching ? (
                <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
              ) : result ? (
                <MetricAnswer card={card} result={result} onOpen={open} placeOf={(next) => rowsPlace(card.id, view, next)} />
              ) : (
                <Skeleton shape="chart" />
              )}
              {stacked && definition}
            </>
          }
        />
      </div>
      {part && result && (
        <MetricRows card={card} question={result.question} result={result} part={part} onClose={() => setView({ rows: undefined })} />
      )}
    </div>
  );
};
