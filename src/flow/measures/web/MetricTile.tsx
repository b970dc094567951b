import { useWorkspace } from '#web/app/session.ts';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { calendarDay } from '#web/ui/date-range.ts';
import { Link } from '#web/ui/Link.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { askMetric, type MetricCard, type MetricResult } from '../contracts.ts';
import { Change } from './Change.tsx';
import { firstKnown } from './known-part.ts';
import { changeOf, figureText, formatOf } from './metric-format.ts';
import { MetricView, questionOf } from './metric-view.ts';
import { useSeen } from './use-seen.ts';

/** One metric of the catalogue: its name and meaning, how it stands, its course over twelve months. */
export const MetricTile = ({ card }: { readonly card: MetricCard }) => {
  const { timeZone } = useWorkspace();
  const [place, seen] = useSeen<HTMLLIElement>();
  const question = questionOf(MetricView.parse({}), { today: calendarDay(Date.now(), timeZone), timeZone });
  const answer = useQueryOf(askMetric, { params: { id: card.id }, body: question }, { enabled: seen, freshFor: 60_000 });
  const language = currentLanguage();
  return (
    <li ref={place} className="border-b border-line">
      <Link
        to={`/metrics/${card.id}`}
        className="grid min-h-16 items-center gap-x-6 gap-y-2 px-2 py-3 hover:bg-hover phone:grid-cols-[minmax(0,1fr)_112px_272px]"
      >
        <span className="min-w-0">
          <span className="block text-14 font-medium">{card.name[language]}</span>
          <span className="block max-w-[72ch] text-13 text-muted phone:line-clamp-2">{card.words[language]}</span>
        </span>
        <span className="hidden phone:block">{answer.data && <Course result={answer.data} />}</span>
        <span className="flex flex-wrap items-baseline gap-x-3 phone:flex-col phone:items-end phone:text-right">
          {answer.data ? (
            <Standing card={card} result={answer.data} />
          ) : answer.error ? (
            <Missing />
          ) : (
            <span className="skeleton block h-5 w-20" />
          )}
        </span>
      </Link>
    </li>
  );
};

const Standing = ({ card, result }: { readonly card: MetricCard; readonly result: MetricResult }) => {
  const reader = useReader();
  const format = formatOf(result);
  const text = figureText(reader, result.total, format);
  return (
    <>
      <span className="text-16 font-semibold whitespace-nowrap">{text ?? <Missing />}</span>
      {text !== null && changeOf(result.total, result.previous, format).value !== null && <Change result={result} better={card.better} />}
    </>
  );
};

// What an answer is divided into by itself (movements, stages) adds up to no one line; then there is none.
const Course = ({ result }: { readonly result: MetricResult }) => {
  const [only, ...others] = result.series;
  if (!only || others.length > 0) return null;
  const points = only.points.slice(firstKnown(result.series)).map((point) => (point.immature ? null : point.value));
  return points.some(Boolean) && <Sparkline points={points} width={112} />;
};
