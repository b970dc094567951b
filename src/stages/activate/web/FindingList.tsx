import clsx from 'clsx';
import { useState } from 'react';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import type { KeeperFinding, Keepers } from '../contracts.ts';
import { useBehaviourWords } from './behaviour-words.ts';
import { keyOf } from './finding-key.ts';
import { IntervalPicture } from './IntervalPicture.tsx';
import { keeperText } from './text/text.ts';

export interface FindingListProps {
  readonly found: Keepers;
  readonly openKey: string | null;
  readonly onOpen: (key: string) => void;
}

/** The findings, acts before use, each with its difference drawn on one scale; those that may be chance are folded. */
export const FindingList = ({ found, openKey, onOpen }: FindingListProps) => {
  const t = useText(keeperText);
  const bounds = found.findings.flatMap(({ effect, verdict }) =>
    effect === null || verdict === 'chance' ? [] : [effect.low, effect.high],
  );
  const scale = { from: Math.min(-0.1, ...bounds), to: Math.max(0.1, ...bounds) };
  return (['act', 'use'] as const).map((kind) => {
    const own = found.findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) return null;
    return (
      <Section key={kind} title={t(`kind.${kind}`)}>
        <p className="mb-1 text-13 text-muted">{t(`kind.${kind}Lead`)}</p>
        <Rows own={own} found={found} scale={scale} openKey={openKey} onOpen={onOpen} />
      </Section>
    );
  });
};

type RowsProps = FindingListProps & {
  readonly own: readonly KeeperFinding[];
  readonly scale: { readonly from: number; readonly to: number };
};

const Rows = ({ own, found, scale, openKey, onOpen }: RowsProps) => {
  const t = useText(keeperText);
  const firm = own.filter(({ verdict }) => verdict !== 'chance');
  const [showsAll, setShowsAll] = useState(firm.length === 0);
  const chance = own.length - firm.length;
  return (
    <>
      <ul className="max-w-250 border-t border-line">
        {(showsAll ? own : firm).map((finding) => (
          <Row key={keyOf(finding)} finding={finding} found={found} scale={scale} isOpen={keyOf(finding) === openKey} onOpen={onOpen} />
        ))}
      </ul>
      {chance > 0 && (
        <p className="mt-2 flex items-center gap-2 text-13 text-muted">
          {t('moreChance', { count: chance })}
          <Button look="quiet" size="small" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {t(showsAll ? 'hideChance' : 'showChance')}
          </Button>
        </p>
      )}
    </>
  );
};

interface RowProps extends Pick<RowsProps, 'found' | 'scale' | 'onOpen'> {
  readonly finding: KeeperFinding;
  readonly isOpen: boolean;
}

const Row = ({ finding, found, scale, isOpen, onOpen }: RowProps) => {
  const t = useText(keeperText);
  const reader = useReader();
  const words = useBehaviourWords();
  const { effect, shown, stayedWith, stayedWithout } = finding;
  const points = (value: number): string => formatNumber(reader, Math.round(value * 1000) / 10, { signed: true });
  return (
    <li className={clsx('border-b border-line last:border-0', isOpen && 'bg-selected')}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpen(keyOf(finding))}
        className="grid w-full grid-cols-1 items-center gap-x-4 gap-y-1 px-2 py-2 text-left text-13 hover:bg-hover phone:grid-cols-[minmax(12rem,1fr)_12.5rem_9rem_10rem]"
      >
        <span className="min-w-0">
          <span className="block font-medium">{words.doing(finding)}</span>
          <span className="block text-12 text-muted">{words.limits(finding)}</span>
        </span>
        {effect === null ? (
          <span className="text-12 text-muted">{t('unknownEffect')}</span>
        ) : (
          <IntervalPicture
            effect={effect}
            {...scale}
            isFirm={finding.verdict === 'stands'}
            label={t('interval', { value: points(effect.value), low: points(effect.low), high: points(effect.high) })}
          />
        )}
        <span>
          <span className="block">
            <strong className="font-semibold">{formatPercent(reader, stayedWith / shown)}</strong>
            <span className="text-muted"> / {formatPercent(reader, stayedWithout / (found.customers - shown))}</span>
          </span>
          <span className="block text-12 text-muted">{t('column.stays')}</span>
        </span>
        <Verdict finding={finding} />
      </button>
    </li>
  );
};

const TONES: Readonly<Record<KeeperFinding['verdict'], Tone>> = { stands: 'good', explained: 'unknown', chance: 'unknown' };

/** What is said of a finding, in a word. */
export const Verdict = ({ finding: { verdict, z } }: { readonly finding: KeeperFinding }) => {
  const t = useText(keeperText);
  const isLeaving = verdict === 'stands' && z < 0;
  return (
    <span>
      <StatusPill look="bare" tone={isLeaving ? 'bad' : TONES[verdict]}>
        {t(`verdict.${isLeaving ? 'leaves' : verdict}`)}
      </StatusPill>
    </span>
  );
};
