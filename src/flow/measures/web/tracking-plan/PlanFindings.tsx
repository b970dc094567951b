import { useState } from 'react';
import { useDisplayNames, useFactName } from '#flow/facts/web/index.ts';
import { useMay } from '#web/app/session.ts';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { showToast } from '#web/ui/toasts.ts';
import {
  getTrackingPlan,
  ignorePlanFinding,
  listPlanFindings,
  listSeenEvents,
  type PersonalData,
  type PlanFinding,
  type PropertyType,
  putPlannedEvent,
} from '../../plan-contracts.ts';
import { planText } from './text/text.ts';

const FIRST = 8;
const TONES = { serious: 'bad', notable: 'warn', minor: 'unknown' } as const;

/** What is wrong with what is tracked, the gravest first, each with what can be done about it. */
export const PlanFindings = ({ hasPlan }: { readonly hasPlan: boolean }) => {
  const t = useText(planText);
  const [all, setAll] = useState(false);
  const [withIgnored, setWithIgnored] = useState(false);
  const answer = useQueryOf(listPlanFindings, {}, { freshFor: 60_000 });
  const rows = answer.data?.rows ?? [];
  const ignored = rows.filter((row) => row.ignored).length;
  const open = rows.filter((row) => withIgnored || !row.ignored);
  const shown = all ? open : open.slice(0, FIRST);
  return (
    <Section title={t('findings')} {...(answer.data && { count: open.length })}>
      {!hasPlan && <p className="mb-2 max-w-[80ch] text-13 text-muted">{t('noPlan')}</p>}
      {answer.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : !answer.data ? (
        <Skeleton shape="table" rows={3} />
      ) : open.length === 0 ? (
        <p className="text-13 text-muted">{t('noFindings', { count: answer.data.lookedAt })}</p>
      ) : (
        <ul className="border-t border-line">
          {shown.map((row) => (
            <FindingRow key={row.key} row={row} />
          ))}
        </ul>
      )}
      <div className="flex gap-2 pt-2">
        {shown.length < open.length && (
          <Button size="small" look="quiet" onClick={() => setAll(true)}>
            {t('more', { count: open.length - shown.length })}
          </Button>
        )}
        {ignored > 0 && !withIgnored && (
          <Button size="small" look="quiet" onClick={() => setWithIgnored(true)}>
            {t('showIgnored', { count: ignored })}
          </Button>
        )}
      </div>
    </Section>
  );
};

const FindingRow = ({ row }: { readonly row: PlanFinding }) => {
  const t = useText(planText);
  const nameOf = useFactName();
  return (
    <li className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 text-13 ${row.ignored ? 'opacity-60' : ''}`}>
      <span className="w-28 shrink-0">
        <StatusPill tone={TONES[row.weight]} look="bare">
          {t(`weight.${row.weight}`)}
        </StatusPill>
      </span>
      <span className="min-w-60 flex-1">
        <Link to={`/tracking-plan/${encodeURIComponent(row.event)}`} title={row.event} className="font-medium hover:underline">
          {nameOf(row.event)}
        </Link>{' '}
        <Sentence row={row} />
      </span>
      <Actions row={row} />
    </li>
  );
};

const Sentence = ({ row }: { readonly row: PlanFinding }) => {
  const t = useText(planText);
  const reader = useReader();
  const { properties } = useDisplayNames();
  const [first = '', ...rest] = row.found;
  const kind = row.kind === 'volume' ? ((row.count ?? 0) > (row.of ?? 0) ? ('volume_more' as const) : ('volume_less' as const)) : row.kind;
  return (
    <span className="text-muted">
      {t(`kind.${kind}`, {
        ...{ property: properties.get(row.property ?? '') ?? row.property ?? '', count: row.count ?? 0, of: row.of ?? 0 },
        day: row.day === null ? '' : formatDate(reader, row.day),
        what: row.kind === 'personal_data' ? t(`personal.${first as PersonalData}`) : '',
        type: row.kind === 'wrong_type' ? t(`type.${first as PropertyType}`) : '',
        found: (row.kind === 'personal_data' ? rest : row.found).join(', '),
      })}
    </span>
  );
};

const Actions = ({ row }: { readonly row: PlanFinding }) => {
  const t = useText(planText);
  const mayChange = useMay('settings.write');
  const nameOf = useFactName();
  const refresh = [listPlanFindings, listSeenEvents, getTrackingPlan];
  const ignore = useMutationOf(ignorePlanFinding, { refresh: [listPlanFindings] });
  const put = useMutationOf(putPlannedEvent, { refresh });
  if (!mayChange) return null;
  const failed = () => showToast({ text: t('failed'), tone: 'bad' });
  const merge = () => {
    for (const name of row.found)
      put.mutate(
        { params: { name }, body: { mergedInto: row.event } },
        { onSuccess: () => showToast({ text: t('merged', { name, into: nameOf(row.event) }) }), onError: failed },
      );
  };
  return (
    <span className="flex gap-1">
      {row.kind === 'similar_names' && (
        <Button size="small" onClick={merge} pending={put.isPending}>
          {t('merge', { name: nameOf(row.event) })}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        onClick={() => ignore.mutate({ body: { key: row.key, ignored: !row.ignored } }, { onError: failed })}
        pending={ignore.isPending}
      >
        {t(row.ignored ? 'heed' : 'ignore')}
      </Button>
    </span>
  );
};
