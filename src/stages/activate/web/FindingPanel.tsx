import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { Percent } from '#web/ui/Percent.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { KeeperFinding, Keepers } from '../contracts.ts';
import { useBehaviourWords } from './behaviour-words.ts';
import { Verdict } from './FindingList.tsx';
import { KeeperAccounts } from './KeeperAccounts.tsx';
import { MakeIdea } from './MakeIdea.tsx';
import { MilestoneDialog } from './MilestoneDialog.tsx';
import { isMilestone, useMergedNames, useMilestone } from './milestone.ts';
import { keeperText } from './text/text.ts';

export interface FindingPanelProps {
  readonly finding: KeeperFinding;
  readonly found: Keepers;
  readonly onClose: () => void;
}

/** One finding: its figures, where its threshold lies, the customers behind it, and what can be made of it: the activation milestone, or an idea of an experiment. */
export const FindingPanel = ({ finding, found, onClose }: FindingPanelProps) => {
  const t = useText(keeperText);
  const words = useBehaviourWords();
  const mayChange = useMay('settings.write');
  const { trigger } = useMilestone();
  const merged = useMergedNames();
  const [adopting, setAdopting] = useState(false);
  const explaining = finding.explainedBy === null ? undefined : found.findings[finding.explainedBy];
  return (
    <SidePanel title={words.doing(finding)} onClose={onClose}>
      <div className="flex flex-col gap-6 p-4">
        <div className="flex flex-col items-start gap-2 text-13">
          <p>{words.limits(finding)}</p>
          <Verdict finding={finding} />
          {explaining && <p className="text-muted">{t('explainedBy', { behaviour: words.say(explaining) })}</p>}
          {trigger && isMilestone(trigger, finding, merged) ? (
            <p className="text-muted">{t('milestone.isNow')}</p>
          ) : (
            mayChange && finding.z > 0 && <Button onClick={() => setAdopting(true)}>{t('milestone.adopt')}</Button>
          )}
          <MakeIdea finding={finding} found={found} />
        </div>
        <Figures finding={finding} found={found} />
        <Curve finding={finding} found={found} />
        <KeeperAccounts finding={finding} horizonDays={found.horizonDays} />
      </div>
      {adopting && <MilestoneDialog behaviour={finding} onClose={() => setAdopting(false)} />}
    </SidePanel>
  );
};

const Figures = ({ finding, found }: Pick<FindingPanelProps, 'finding' | 'found'>) => {
  const t = useText(keeperText);
  const reader = useReader();
  const { effect, shown, stayedWith, stayedWithout, falseRate } = finding;
  const points = (value: number): string => formatNumber(reader, Math.round(value * 1000) / 10, { signed: true });
  const factor = stayedWith / shown / (found.stayed / found.customers);
  const facts = [
    {
      label: t('detail.effect'),
      value:
        effect === null
          ? t('unknownEffect')
          : t('interval', { value: points(effect.value), low: points(effect.low), high: points(effect.high) }),
    },
    { label: t('detail.with'), value: <Percent ratio={stayedWith / shown} /> },
    { label: t('detail.without'), value: <Percent ratio={stayedWithout / (found.customers - shown)} /> },
    { label: t('detail.coverage'), value: <Percent ratio={shown / found.customers} /> },
    { label: t('detail.lift'), value: t('detail.liftValue', { factor: formatNumber(reader, Math.round(factor * 100) / 100) }) },
    {
      label: t('detail.falseRate'),
      value: falseRate < 0.001 ? `< ${formatPercent(reader, 0.001, { digits: 1 })}` : <Percent ratio={falseRate} digits={1} />,
    },
  ];
  return <Facts facts={facts} />;
};

const Curve = ({ finding, found }: Pick<FindingPanelProps, 'finding' | 'found'>) => {
  const t = useText(keeperText);
  const words = useBehaviourWords();
  const rows = finding.curve.filter(({ people }) => (finding.people > 1 ? people > 1 : people === 1));
  if (rows.length < 2) return null;
  return (
    <Section title={t('detail.curve')}>
      <p className="mb-1 text-12 text-muted">{words.doing(finding)}</p>
      <Table
        caption={t('detail.curve')}
        compact
        rows={rows}
        rowId={({ times, people }) => `${times} ${people}`}
        columns={[
          {
            key: 'threshold',
            label: finding.people > 1 ? t('detail.curvePeople') : t('detail.curveTimes'),
            render: ({ times, people }) => (
              <span className={times === finding.times && people === finding.people ? 'font-semibold' : ''}>
                ≥ {finding.people > 1 ? people : times}
              </span>
            ),
          },
          {
            key: 'gap',
            label: t('column.stays'),
            render: ({ shown, stayedWith, stayedWithout }) => (
              <Gap with_={stayedWith / shown} without={stayedWithout / (found.customers - shown)} />
            ),
          },
          { key: 'share', label: t('column.share'), align: 'end', render: ({ shown }) => <Percent ratio={shown / found.customers} /> },
        ]}
      />
    </Section>
  );
};

/** Staying with and without, as two marks on one line from 0 to 100 %. */
const Gap = ({ with_, without }: { readonly with_: number; readonly without: number }) => {
  const reader = useReader();
  const text = `${formatPercent(reader, with_)} / ${formatPercent(reader, without)}`;
  const x = (share: number): number => 4 + share * 92;
  return (
    <span className="flex items-center gap-2">
      <svg viewBox="0 0 100 12" aria-hidden className="h-3 w-25 shrink-0 text-chart-1">
        <line x1={4} x2={96} y1={6} y2={6} className="stroke-line" />
        <line x1={x(without)} x2={x(with_)} y1={6} y2={6} stroke="currentColor" strokeWidth={2} />
        <circle cx={x(without)} cy={6} r={3} className="fill-surface" stroke="currentColor" strokeWidth={1.5} />
        <circle cx={x(with_)} cy={6} r={3.5} fill="currentColor" />
      </svg>
      <span className="whitespace-nowrap">{text}</span>
    </span>
  );
};
