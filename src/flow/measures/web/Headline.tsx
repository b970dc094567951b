import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Link } from '#web/ui/Link.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import type { AnswerProps } from './answer-props.ts';
import { Change } from './Change.tsx';
import { figureText, formatOf } from './metric-format.ts';
import { metricText } from './text/text.ts';

const SMALL = 30;

export interface HeadlineProps extends AnswerProps {
  /** What the figure is, where it is not the metric itself. */
  readonly label?: string;
}

/** The figure of the whole range: its value, its change, its interval, and how much it rests on. */
export const Headline = ({ card, result, placeOf, label }: HeadlineProps) => {
  const t = useText(metricText);
  const reader = useReader();
  const format = formatOf(result);
  const { total } = result;
  const text = figureText(reader, total, format);
  const say = (value: number) => figureText(reader, { value }, format) ?? '';
  return (
    <div className="flex flex-col gap-1">
      {label && <span className="text-13 font-medium text-muted">{label}</span>}
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link to={placeOf({ period: null, series: null })} className="text-28 font-semibold hover:text-accent" title={t('rows.open')}>
          {text ?? <Missing />}
        </Link>
        {result.previous && result.previous.value !== null && <Change result={result} better={card.better} />}
      </div>
      <p className="flex flex-wrap gap-x-4 text-13 text-muted">
        {total.low !== undefined && total.high !== undefined && <span>{t('between', { low: say(total.low), high: say(total.high) })}</span>}
        {total.denominator && total.denominator === total.n && total.numerator !== undefined && (
          <span>{t('share', { part: countText(reader, total.numerator), whole: countText(reader, total.denominator) })}</span>
        )}
        {total.n !== undefined && total.n > 0 && total.n < SMALL && card.unit !== 'count' && <span>{t('sample', { count: total.n })}</span>}
      </p>
    </div>
  );
};

const countText = (reader: Parameters<typeof figureText>[0], value: number): string =>
  figureText(reader, { value }, { kind: 'number' }) ?? '';
