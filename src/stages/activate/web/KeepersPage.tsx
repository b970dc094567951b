import { z } from 'zod';
import { useViewState } from '#web/app/view-state.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { findKeepers, type Keepers } from '../contracts.ts';
import { useBehaviourWords } from './behaviour-words.ts';
import { FindingList } from './FindingList.tsx';
import { FindingPanel } from './FindingPanel.tsx';
import { keyOf } from './finding-key.ts';
import { MilestoneLine } from './MilestoneLine.tsx';
import { keeperText } from './text/text.ts';

const HORIZONS = ['90', '180', '365'] as const;
const View = z.object({
  horizon: z.enum(HORIZONS).default('180'),
  finding: z.string().optional(),
});

/** Which early behaviours separate the customers that stay from those that leave? The findings ranked, the milestone, and one finding beside them. */
export const KeepersPage = () => {
  const t = useText(keeperText);
  const [view, setView] = useViewState(View);
  const horizonDays = Number(view.horizon);
  const answer = useQueryOf(findKeepers, { query: { horizonDays } }, { freshFor: 60_000 });
  const found = answer.data;
  const open = found?.findings.find((finding) => keyOf(finding) === view.finding);
  return (
    <div className="flex h-full min-h-0 bg-surface">
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <PageHeader
          title={t('title')}
          subtitle={found && <Finding found={found} />}
          actions={
            <SegmentedControl
              label={t('horizon')}
              value={view.horizon}
              onChange={(horizon) => setView({ horizon })}
              options={HORIZONS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            />
          }
        />
        <div className="flex flex-col gap-6 px-4 pb-10">
          <MilestoneLine />
          {answer.error && !found ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : !found ? (
            <Skeleton shape="table" rows={10} />
          ) : found.findings.length === 0 ? (
            <Nothing found={found} />
          ) : (
            <>
              <Ground found={found} />
              <FindingList found={found} openKey={view.finding ?? null} onOpen={(key) => setView({ finding: key })} />
            </>
          )}
        </div>
      </div>
      {found && open && <FindingPanel finding={open} found={found} onClose={() => setView({ finding: undefined })} />}
    </div>
  );
};

const Finding = ({ found }: { readonly found: Keepers }) => {
  const t = useText(keeperText);
  const reader = useReader();
  const words = useBehaviourWords();
  const standing = found.findings.filter(({ verdict, z: distance }) => verdict === 'stands' && distance > 0);
  const first = standing.find(({ kind }) => kind === 'act') ?? standing[0];
  if (found.findings.length === 0) return null;
  if (!first) return t('none');
  const without = first.stayedWithout / (found.customers - first.shown);
  return t('finding', {
    behaviour: words.say(first),
    with: formatPercent(reader, first.stayedWith / first.shown),
    without: formatPercent(reader, without),
  });
};

const Ground = ({ found }: { readonly found: Keepers }) => {
  const t = useText(keeperText);
  const reader = useReader();
  const { customers, stayed, horizonDays, tried, leftOut } = found;
  return (
    <div className="flex max-w-200 flex-col gap-1 text-13 text-muted">
      <p className="text-text">{t('caution')}</p>
      <p>{t('base', { customers, share: formatPercent(reader, stayed / customers), days: horizonDays, tried })}</p>
      <p>{t('leftOut', { young: leftOut.young, bound: leftOut.bound, gone: leftOut.goneAtOnce })}</p>
    </div>
  );
};

const Nothing = ({ found: { leastOutcomes, customers, stayed, horizonDays } }: { readonly found: Keepers }) => {
  const t = useText(keeperText);
  return (
    <EmptyState title={t('empty.title')} action={<Link to="/import">{t('empty.import')}</Link>}>
      <p>{t('empty.text', { least: leastOutcomes, stayed, left: customers - stayed })}</p>
      <p className="mt-2">{t(horizonDays > Number(HORIZONS[0]) ? 'empty.step' : 'empty.stepShortest')}</p>
    </EmptyState>
  );
};
