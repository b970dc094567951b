import { formatMoney, formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { River, RiverStage } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import type { Stream } from './river-shapes.ts';
import { streamTitle } from './stream-words.ts';
import { sayDays, stageName } from './words.ts';

/** What a bank says when it is pointed at. */
export const BankCard = ({ figures, currency }: { readonly figures: RiverStage; readonly currency: string }) => {
  const t = useText(riverText);
  const reader = useReader();
  const days = (value: number | null) => (value === null ? t('river.noMedian') : sayDays(value, t, reader));
  const share = (part: number, whole: number) => (whole === 0 ? '–' : formatPercent(reader, part / whole, { digits: 0 }));
  const lines: [string, string][] = [
    [t('river.nowHere'), formatNumber(reader, figures.accounts)],
    ...(figures.mrrMinor === null ? [] : [[t('river.worth'), formatMoney(reader, figures.mrrMinor, { currency })] as [string, string]]),
    [t('river.entered'), `${formatNumber(reader, figures.entered)}`],
    [t('river.moved'), `${formatNumber(reader, figures.movedOn)} (${share(figures.movedOn, figures.entered)})`],
    [t('river.before'), share(figures.previousMovedOn, figures.previousEntered)],
    ...(figures.back === 0 ? [] : [[t('river.back'), formatNumber(reader, figures.back)] as [string, string]]),
    [t('river.lost'), formatNumber(reader, figures.lost)],
    [t('river.stuck'), formatNumber(reader, figures.stuck)],
    [t('river.time'), days(figures.medianDays)],
    [t('river.longest'), days(figures.p75Days)],
  ];
  return <CardLines title={stageName(figures.stage)} lines={lines} />;
};

/** What a stream says when it is pointed at. */
export const StreamCard = ({
  stream,
  river,
  say,
}: {
  readonly stream: Stream;
  readonly river: River;
  readonly say: (value: number) => string;
}) => {
  const t = useText(riverText);
  const reader = useReader();
  const from = river.stages.find((one) => one.stage === stream.flow.from);
  const lines: [string, string][] = [
    [t('river.accounts'), formatNumber(reader, stream.flow.accounts)],
    ...(stream.flow.mrrMinor === null
      ? []
      : [[t('river.money'), formatMoney(reader, stream.flow.mrrMinor, { currency: river.currency })] as [string, string]]),
    ...(stream.kind === 'onward' && from && from.entered > 0
      ? [[t('river.conversion'), formatPercent(reader, from.movedOn / from.entered, { digits: 0 })] as [string, string]]
      : []),
    ...(stream.flow.medianDays === null ? [] : [[t('river.took'), sayDays(stream.flow.medianDays, t, reader)] as [string, string]]),
  ];
  return <CardLines title={`${streamTitle(stream, t)} · ${say(stream.value)}`} lines={lines} />;
};

const CardLines = ({ title, lines }: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }) => {
  const t = useText(riverText);
  return (
    <>
      <p className="mb-2 font-semibold">{title}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-12 text-faint">{t('river.open')}</p>
    </>
  );
};
