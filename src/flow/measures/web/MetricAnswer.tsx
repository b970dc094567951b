import { useMay } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import type { MetricCard, MetricResult } from '../contracts.ts';
import type { AnswerProps } from './answer-props.ts';
import { CohortAnswer } from './CohortAnswer.tsx';
import { useCompact } from './explore/boards/compact.ts';
import { FiguresTable } from './FiguresTable.tsx';
import { FunnelAnswer } from './FunnelAnswer.tsx';
import { Headline } from './Headline.tsx';
import { saysNothing } from './known-part.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { TableAnswer } from './TableAnswer.tsx';
import { metricText } from './text/text.ts';

/** The answer of a metric in the picture that suits its shape; on the tile of a board without the table below it. */
export const MetricAnswer = (props: AnswerProps) => {
  const { card, result } = props;
  const t = useText(metricText);
  const seesMoney = useMay('money.read');
  const compact = useCompact();
  if (card.unit === 'money' && !seesMoney) return <EmptyState title={card.name[currentLanguage()]}>{t('noMoney')}</EmptyState>;
  if (saysNothing(result)) return <NothingYet card={card} />;
  return (
    <>
      <Notes result={result} />
      {result.shape === 'funnel' && result.funnel ? (
        <FunnelAnswer {...props} />
      ) : result.shape === 'cohort' && result.cohorts ? (
        <CohortAnswer {...props} />
      ) : result.shape === 'table' && result.table ? (
        <TableAnswer {...props} />
      ) : (
        <>
          <Headline {...props} />
          <SeriesChart {...props} />
          {!compact && <FiguresTable {...props} />}
        </>
      )}
    </>
  );
};

const Notes = ({ result }: { readonly result: MetricResult }) => {
  const t = useText(metricText);
  if (!result.notes || result.notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {result.notes.map((note) => (
        <li key={note.currency}>
          <StatusPill tone="warn">{t('unconverted', { count: note.count, currency: note.currency })}</StatusPill>
        </li>
      ))}
    </ul>
  );
};

const NothingYet = ({ card }: { readonly card: MetricCard }) => {
  const t = useText(metricText);
  return (
    <EmptyState
      title={t('empty.title', { name: card.name[currentLanguage()] })}
      action={<ButtonLink to="/import">{t('empty.import')}</ButtonLink>}
      more={
        <Link to={`/metrics/${card.id}?preset=all`} look="text">
          {t('empty.longer')}
        </Link>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
};
