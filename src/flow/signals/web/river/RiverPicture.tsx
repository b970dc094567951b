import clsx from 'clsx';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { formatMoney, formatNumber, formatPercent, type Reader } from '#web/i18n/format.ts';
import { type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { River } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { BankCard, StreamCard } from './HoverCard.tsx';
import { type Bank, type RiverFrame, type RiverUnit, riverLayout, type Stream } from './river-layout.ts';
import { partOfBank, partOfStream, type RiverPart } from './river-part.ts';
import { streamLabel } from './stream-words.ts';
import { readableDays, stageName } from './words.ts';

export interface RiverPictureProps {
  readonly river: River;
  readonly unit: RiverUnit;
  readonly upright: boolean;
  readonly chosen: string | null;
  readonly onOpen: (part: RiverPart) => void;
}

const LYING = {
  width: 1240,
  height: 540,
  frame: { along: 1240, bedStart: 138, bedEnd: 432, upright: false, bankSize: 18 } satisfies RiverFrame,
};
const UPRIGHT = {
  width: 358,
  height: 1040,
  frame: { along: 1040, bedStart: 132, bedEnd: 300, upright: true, bankSize: 14 } satisfies RiverFrame,
};
const SHOWN_SHARE = 0.012;

/** The river itself: banks as tall as what stands in them, ribbons as wide as what moved, on one scale. */
export const RiverPicture = ({ river, unit, upright, chosen, onOpen }: RiverPictureProps) => {
  const t = useText(riverText);
  const reader = useReader();
  const ids = useId();
  const [hover, setHover] = useState<{ x: number; y: number; card: ReactNode } | null>(null);
  const { width, height, frame } = upright ? UPRIGHT : LYING;
  const layout = riverLayout(river, frame, unit);
  const say = amountIn(reader, river.currency, unit);
  const show = (card: ReactNode, at: { x: number; y: number }) => setHover({ ...at, card });
  const shared = { show, hide: () => setHover(null), ids };
  return (
    <div className="relative">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto w-full select-none"
        role="group"
        aria-label={t('river.label', { stages: layout.banks.map((bank) => stageName(bank.stage)).join(', ') })}
      >
        <Paints ids={ids} upright={upright} />
        {layout.streams.map((stream) => (
          <StreamShape
            key={stream.key}
            {...shared}
            stream={stream}
            label={streamLabel(stream, say(stream.value), t)}
            number={stream.value * layout.scale > 1.2 || stream.value >= river.total * SHOWN_SHARE ? say(stream.value) : null}
            upright={upright}
            onOpen={() => onOpen(partOfStream(stream))}
            card={<StreamCard stream={stream} river={river} say={say} />}
          />
        ))}
        {layout.banks.map((bank) => (
          <BankShape
            key={bank.stage}
            {...shared}
            bank={bank}
            frame={frame}
            t={t}
            reader={reader}
            amount={say(bank.value)}
            chosen={chosen?.startsWith(`in.${bank.stage}`) ?? false}
            onOpen={() => onOpen(partOfBank(bank))}
            card={<BankCard figures={bank.figures} currency={river.currency} />}
          />
        ))}
      </svg>
      {hover && (
        <div
          role="presentation"
          className="pointer-events-none absolute z-10 w-60 rounded-md border border-line bg-raised p-3 text-13 shadow-float"
          style={{
            left: `clamp(0px, calc(${(hover.x / width) * 100}% - 120px), calc(100% - 240px))`,
            top: `calc(${(hover.y / height) * 100}% + 14px)`,
          }}
        >
          {hover.card}
        </div>
      )}
    </div>
  );
};

/** An amount of the chosen unit, short. */
export const amountIn =
  (reader: Reader, currency: string, unit: RiverUnit) =>
  (value: number): string =>
    unit === 'money' ? formatMoney(reader, value, { currency, compact: true }) : formatNumber(reader, value, { compact: value >= 10_000 });

const Paints = ({ ids, upright }: { readonly ids: string; readonly upright: boolean }) => {
  const way = upright ? { x2: '1', y2: '0' } : { x2: '0', y2: '1' };
  return (
    <defs>
      <pattern id={`${ids}still`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--color-accent)" />
        <line x1="0" y1="0" x2="0" y2="6" stroke="var(--color-canvas)" strokeWidth="2.4" />
      </pattern>
      <linearGradient id={`${ids}fall`} x1="0" y1="0" {...way}>
        <stop offset="0" stopColor="var(--color-bad)" stopOpacity="0.55" />
        <stop offset="1" stopColor="var(--color-bad)" stopOpacity="0.08" />
      </linearGradient>
      {(['source', 'well'] as const).map((spring) => (
        <linearGradient
          key={spring}
          id={`${ids}${spring}`}
          x1="0"
          y1="0"
          {...((spring === 'source') !== upright ? { x2: '1', y2: '0' } : { x2: '0', y2: '1' })}
        >
          <stop offset="0" stopColor="var(--color-accent)" stopOpacity="0.04" />
          <stop offset="1" stopColor="var(--color-accent)" stopOpacity="0.34" />
        </linearGradient>
      ))}
    </defs>
  );
};

interface Shared {
  readonly show: (card: ReactNode, at: { x: number; y: number }) => void;
  readonly hide: () => void;
  readonly ids: string;
  readonly card: ReactNode;
  readonly onOpen: () => void;
}

const pressable = (onOpen: () => void, label: string) => ({
  role: 'button',
  tabIndex: 0,
  'aria-label': label,
  onClick: onOpen,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  },
});

const StreamShape = ({
  stream,
  label,
  number,
  upright,
  show,
  hide,
  ids,
  card,
  onOpen,
}: Shared & { readonly stream: Stream; readonly label: string; readonly number: string | null; readonly upright: boolean }) => {
  const look = stream.filled
    ? {
        fill: stream.kind === 'spring' ? `url(#${ids}${stream.flow.to === 'reached' ? 'source' : 'well'})` : 'var(--color-accent)',
        fillOpacity: stream.kind === 'skip' ? 0.16 : stream.kind === 'spring' ? 1 : 0.28,
      }
    : {
        fill: 'none',
        strokeWidth: stream.width,
        stroke: stream.kind === 'back' ? 'var(--color-chart-6)' : `url(#${ids}${stream.kind})`,
        strokeOpacity: stream.kind === 'back' ? 0.45 : 1,
      };
  const at = stream.label;
  const events = { onMouseEnter: () => show(card, at), onMouseLeave: hide, onFocus: () => show(card, at), onBlur: hide };
  const away = stream.kind === 'fall';
  return (
    <g {...pressable(onOpen, label)} {...events} className="group cursor-pointer outline-none">
      <path
        d={stream.path}
        {...look}
        className="transition-opacity group-hover:[fill-opacity:0.5] group-focus-visible:[fill-opacity:0.6]"
      />
      {/* A wide, unseen line makes thin water easy to point at. */}
      {!stream.filled && <path d={stream.path} fill="none" stroke="transparent" strokeWidth={Math.max(14, stream.width)} />}
      {number && ['fall', 'onward', 'spring', 'back'].includes(stream.kind) && (
        <text
          x={at.x}
          y={at.y}
          textAnchor={upright && away ? 'start' : 'middle'}
          dominantBaseline="middle"
          className={clsx('text-12', away ? 'fill-bad' : 'fill-text')}
          style={{ paintOrder: 'stroke', stroke: 'var(--color-canvas)', strokeWidth: 3, strokeOpacity: 0.7 }}
        >
          {away ? `−${number}` : stream.kind === 'spring' ? `+${number}` : number}
        </text>
      )}
    </g>
  );
};

interface BankShapeProps extends Shared {
  readonly bank: Bank;
  readonly frame: RiverFrame;
  readonly t: Text<(typeof riverText)['en']>;
  readonly reader: Reader;
  readonly amount: string;
  readonly chosen: boolean;
}

const BankShape = ({ bank, frame, t, reader, amount, chosen, show, hide, ids, card, onOpen }: BankShapeProps) => {
  const { figures, box, still } = bank;
  const label = t('river.stageLabel', {
    stage: stageName(bank.stage),
    count: amount,
    entered: figures.entered,
    left: figures.left,
    stuck: figures.stuck,
  });
  const at = frame.upright ? { x: 60, y: bank.middle } : { x: bank.middle, y: 96 };
  const median =
    figures.medianDays === null ? '' : t('river.median', { days: t('river.days', { count: readableDays(figures.medianDays) }) });
  const moved =
    figures.entered > 0 ? t('river.movedOn', { share: formatPercent(reader, figures.movedOn / figures.entered, { digits: 0 }) }) : '';
  return (
    <g
      {...pressable(onOpen, label)}
      onMouseEnter={() => show(card, at)}
      onMouseLeave={hide}
      onFocus={() => show(card, at)}
      onBlur={hide}
      className="group cursor-pointer outline-none"
    >
      <rect
        {...(frame.upright
          ? { x: 0, y: bank.middle - 44, width: 128, height: 88 }
          : { x: bank.middle - 58, y: 0, width: 116, height: 104 })}
        rx="6"
        className={clsx(
          chosen ? 'fill-selected' : 'fill-transparent',
          'group-hover:fill-hover group-focus-visible:stroke-accent group-focus-visible:[stroke-width:2]',
        )}
      />
      <rect {...box} rx="2" fill={bank.stage === 'churned' ? 'var(--color-control)' : 'var(--color-accent)'} />
      {still && <rect {...still} rx="2" fill={`url(#${ids}still)`} />}
      <BankWords upright={frame.upright} middle={bank.middle} name={stageName(bank.stage)} amount={amount} median={median} moved={moved} />
    </g>
  );
};

interface BankWordsProps {
  readonly upright: boolean;
  readonly middle: number;
  readonly name: string;
  readonly amount: string;
  readonly median: string;
  readonly moved: string;
}

const BankWords = ({ upright, middle, name, amount, median, moved }: BankWordsProps) => {
  const [x, top, anchor] = upright ? [6, middle - 22, 'start' as const] : [middle, 24, 'middle' as const];
  return (
    <g textAnchor={anchor}>
      <text x={x} y={top} className="fill-text text-13 font-medium">
        {name}
      </text>
      <text x={x} y={top + 26} className="fill-text text-20 font-semibold">
        {amount}
      </text>
      <text x={x} y={top + 46} className="fill-muted text-12">
        {median}
      </text>
      <text x={x} y={top + 62} className="fill-muted text-12">
        {moved}
      </text>
    </g>
  );
};
