import clsx from 'clsx';
import type { LifeStage } from '#kernel/stage-of-life.ts';
import { formatPercent, type Reader } from '#web/i18n/format.ts';
import { type Text, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { RiverStage } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { type PressableProps, pressable } from './pressable.ts';
import type { Bank, RiverFrame } from './river-shapes.ts';
import { sayDays, stageName } from './words.ts';

interface BankShapeProps extends PressableProps {
  readonly bank: Bank;
  readonly frame: RiverFrame;
  readonly amount: string;
  /** Is there room for more than name and amount? */
  readonly wordy: boolean;
  readonly chosen: boolean;
  /** Names that do not fit side by side stand in two lines: in which is this one? */
  readonly lineOfName: number | null;
}

/** Who is gone does not move on: coming back is drawn as water that flows back. */
const LAST: LifeStage = 'churned';

/** One bank: its words, what went through it, what stands in it, and what stands still. */
export const BankShape = ({ bank, frame, amount, wordy, chosen, lineOfName, ...press }: BankShapeProps) => {
  const t = useText(riverText);
  const { figures, box, reach, still, stage } = bank;
  const reader = useReader();
  const more = wordy ? moreWords(figures, t, reader) : [];
  // It begins as the words that are seen, so that it can be called by them.
  const label = t('river.stageLabel', {
    seen: [stageName(stage), amount, ...more].join(' '),
    entered: figures.entered,
    left: figures.left,
    stuck: figures.stuck,
  });
  const colour = stage === LAST ? 'var(--color-control)' : 'var(--color-accent)';
  const empty = bank.value === 0 && reach.height * reach.width <= box.height * box.width;
  return (
    <g {...pressable(press, label)}>
      <rect
        {...(frame.upright
          ? { x: 0, y: bank.middle - 46, width: 132, height: 92 }
          : { x: bank.middle - frame.along / 20 + 2, y: 0, width: frame.along / 10 - 4, height: wordy ? 104 : 62 })}
        rx="6"
        className={clsx(
          chosen ? 'fill-selected' : 'fill-transparent',
          'group-hover:fill-hover group-focus-visible:stroke-accent group-focus-visible:[stroke-width:2]',
        )}
      />
      {empty ? (
        <rect {...box} rx="1.5" fill="var(--color-line-strong)" />
      ) : (
        <>
          <rect {...reach} rx="2" fill={colour} fillOpacity="0.5" />
          {bank.value > 0 && <rect {...box} rx="2" fill={colour} />}
        </>
      )}
      {still && <rect {...still} rx="2" fill={`url(#${press.ids}still)`} />}
      <BankWords
        upright={frame.upright}
        middle={bank.middle}
        name={stageName(stage)}
        amount={amount}
        faint={bank.value === 0}
        wordy={wordy}
        lineOfName={lineOfName}
        more={more}
      />
    </g>
  );
};

interface BankWordsProps {
  readonly upright: boolean;
  readonly middle: number;
  readonly name: string;
  readonly amount: string;
  readonly faint: boolean;
  readonly wordy: boolean;
  readonly lineOfName: number | null;
  readonly more: readonly string[];
}

const BankWords = ({ upright, middle, name, amount, faint, wordy, lineOfName, more }: BankWordsProps) => {
  const [x, top, anchor] = upright ? [6, middle - 10 - more.length * 8, 'start' as const] : [middle, 22, 'middle' as const];
  return (
    <g textAnchor={anchor}>
      <text
        x={x}
        y={lineOfName === null ? top : lineOfName * 14 + 15}
        className={clsx('fill-text font-medium', wordy ? 'text-13' : 'text-12')}
      >
        {`${name} `}
      </text>
      <text
        x={x}
        y={lineOfName === null ? top + 26 : top + 29}
        className={clsx('font-semibold', wordy ? 'text-20' : 'text-16', faint ? 'fill-faint' : 'fill-text')}
      >
        {`${amount} `}
      </text>
      {more.map((line, at) => (
        <text key={line} x={x} y={top + 46 + at * 16} className="fill-muted text-12">
          {`${line} `}
        </text>
      ))}
    </g>
  );
};

const moreWords = (figures: RiverStage, t: Text<(typeof riverText)['en']>, reader: Reader): readonly string[] => [
  ...(figures.medianDays === null ? [] : [t('river.median', { days: sayDays(figures.medianDays, t, reader) })]),
  ...(figures.entered === 0 || figures.stage === LAST
    ? []
    : [t('river.movedOn', { share: formatPercent(reader, figures.movedOn / figures.entered, { digits: 0 }) })]),
];
