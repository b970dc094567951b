import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { LIFE_STAGES } from '#kernel/stage-of-life.ts';
import { formatMoney, formatNumber, type Reader } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { River } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { BankShape } from './BankShape.tsx';
import { type Area, placeCard } from './card-place.ts';
import { BankCard, StreamCard } from './HoverCard.tsx';
import { RiverPaints } from './RiverPaints.tsx';
import { fitSideBySide, placeLabels } from './river-labels.ts';
import { riverLayout } from './river-layout.ts';
import { partOfBank, partOfStream, type RiverPart } from './river-part.ts';
import type { RiverFrame, RiverUnit, Stream } from './river-shapes.ts';
import { StreamShape } from './StreamShape.tsx';
import { streamLabel, streamNumber } from './stream-words.ts';
import { stageName } from './words.ts';

export interface RiverPictureProps {
  readonly river: River;
  readonly unit: RiverUnit;
  readonly chosen: string | null;
  readonly onOpen: (part: RiverPart) => void;
}

/** Narrower than this the names of ten banks no longer fit beside each other; than the second, their other words do not. */
const NARROWEST_LYING = 720;
const NARROWEST_WORDY = 980;
const UPRIGHT_LENGTH = 1000;
const WIDEST_UPRIGHT = 560;
const WORDS = 140;
const FEW_WORDS = 104;

const frameFor = (width: number): RiverFrame => {
  const words = width >= NARROWEST_WORDY ? WORDS : FEW_WORDS;
  return width >= NARROWEST_LYING
    ? { along: width, bedStart: words, bedEnd: words + Math.min(460, Math.max(280, width * 0.29)), upright: false, bankSize: 16 }
    : { along: UPRIGHT_LENGTH, bedStart: WORDS + 16, bedEnd: Math.min(WIDEST_UPRIGHT, width) - 62, upright: true, bankSize: 14 };
};

/** The river itself: banks as tall as what stands in them and went through, ribbons as wide as what moved, on one scale. */
export const RiverPicture = ({ river, unit, chosen, onOpen }: RiverPictureProps) => {
  const t = useText(riverText);
  const reader = useReader();
  const ids = useId();
  const [place, width] = useWidth();
  const [hover, setHover] = useState<{ of: Area; card: ReactNode } | null>(null);
  const frame = frameFor(width);
  const layout = riverLayout(river, frame, unit);
  const say = amountIn(reader, river.currency, unit);
  const number = (stream: Stream) => streamNumber(stream, say(stream.value), frame.upright);
  const places = placeLabels(layout.streams, number);
  const [wide, tall] = frame.upright ? [Math.min(WIDEST_UPRIGHT, width), frame.along] : [frame.along, layout.end + 8];
  const inTwoLines = !frame.upright && !fitSideBySide(LIFE_STAGES.map(stageName), frame.along / LIFE_STAGES.length - 4);
  const canvas = { viewBox: `0 0 ${wide} ${tall}`, width: wide, height: tall };
  const hide = () => setHover(null);
  const shared = (card: ReactNode, part: RiverPart) => ({
    show: (of: Area) => setHover({ of, card }),
    hide,
    ids,
    onOpen: () => {
      hide();
      onOpen(part);
    },
  });
  return (
    <div ref={place} className="min-h-96">
      {width > 0 && (
        <div className="relative select-none" style={{ width: wide, height: tall }}>
          {/* Banks come first for those who go through with the keyboard, and lie above the water for those who look. */}
          <svg
            {...canvas}
            role="group"
            aria-label={t('river.label', { stages: layout.banks.map((bank) => stageName(bank.stage)).join(', ') })}
            className="pointer-events-none absolute inset-0 z-1"
          >
            <RiverPaints ids={ids} upright={frame.upright} />
            {layout.banks.map((bank, at) => (
              <BankShape
                key={bank.stage}
                {...shared(<BankCard figures={bank.figures} currency={river.currency} />, partOfBank(bank))}
                bank={bank}
                frame={frame}
                wordy={frame.upright || width >= NARROWEST_WORDY}
                amount={say(bank.value)}
                lineOfName={inTwoLines ? at % 2 : null}
                chosen={chosen?.startsWith(`in.${bank.stage}`) ?? false}
              />
            ))}
          </svg>
          <svg {...canvas} role="group" aria-label={t('river.streams')} className="absolute inset-0">
            {layout.streams.map((stream) => (
              <StreamShape
                key={stream.key}
                {...shared(<StreamCard stream={stream} river={river} say={say} />, partOfStream(stream))}
                stream={stream}
                label={streamLabel(stream, say(stream.value), t)}
                number={number(stream)}
                at={places.get(stream.key)}
                upright={frame.upright}
              />
            ))}
          </svg>
        </div>
      )}
      {hover && <FloatingCard of={hover.of}>{hover.card}</FloatingCard>}
    </div>
  );
};

/** An amount of the chosen unit, short. */
const amountIn =
  (reader: Reader, currency: string, unit: RiverUnit) =>
  (value: number): string =>
    unit === 'money' ? formatMoney(reader, value, { currency, compact: true }) : formatNumber(reader, value, { compact: value >= 10_000 });

// Drawn at the width it has, not stretched: the words keep their size.
const useWidth = () => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const watcher = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return [place, width] as const;
};

const FloatingCard = ({ of, children }: { readonly of: Area; readonly children: ReactNode }) => {
  const card = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const size = card.current?.getBoundingClientRect();
    if (size) setAt(placeCard(of, size, { width: window.innerWidth, height: window.innerHeight }));
  }, [of]);
  return createPortal(
    <div
      ref={card}
      aria-hidden
      className="pointer-events-none fixed z-30 w-64 rounded-md border border-line bg-raised p-3 text-13 shadow-float"
      style={at ?? { left: 0, top: 0, visibility: 'hidden' }}
    >
      {children}
    </div>,
    document.body,
  );
};
