import { useState } from 'react';
import { HEALTH_DIMENSION_WORDS, type HealthBand, type HealthDimension, type Reason } from '#kernel/signal.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import { formatDate, formatNumber, formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { getAccountRow, getHealth, type Health, overrideHealth } from '../../contracts.ts';
import { HEALTH_INPUTS } from '../../domain/health/health-inputs.ts';
import { healthFactorName } from './factor-name.ts';
import { accountText } from './text.ts';

export const BAND_TONES: Readonly<Record<HealthBand, Tone>> = { good: 'good', watch: 'warn', bad: 'bad', unknown: 'unknown' };
const DAY = 86_400_000;

/** How healthy the account is, with the points that each factor gave and took. */
export const HealthPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(accountText);
  const answer = useQueryOf(getHealth, { params: { id: accountId } });
  const [open, setOpen] = useState(false);
  const mayWrite = useMay('records.write');
  const health = answer.data;
  return (
    <Section
      title={t('health.title')}
      actions={
        mayWrite &&
        health && (
          <Button size="small" look="quiet" onClick={() => setOpen(true)}>
            {t('health.override')}
          </Button>
        )
      }
    >
      {answer.error && !health ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : health ? (
        <HealthBody health={health} />
      ) : (
        <Skeleton shape="text" rows={6} />
      )}
      {open && health && <OverrideDialog accountId={accountId} health={health} onClose={() => setOpen(false)} />}
    </Section>
  );
};

const HealthBody = ({ health }: { readonly health: Health }) => {
  const t = useText(accountText);
  const reader = useReader();
  const known = health.reasons.filter((reason) => reason.fresh);
  const half = (reason: Reason): number => reason.points - reason.possible / 2;
  const gained = known.filter((reason) => half(reason) >= 0).sort((a, b) => half(b) - half(a));
  const lost = known.filter((reason) => half(reason) < 0).sort((a, b) => half(a) - half(b));
  const unknown = health.reasons.filter((reason) => !reason.fresh);
  const { override } = health;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-baseline gap-3">
        <span className="text-28 font-semibold">{health.score === null ? '–' : Math.round(health.score)}</span>
        <StatusPill tone={BAND_TONES[health.band]}>{t(`band.${health.band}`)}</StatusPill>
        <span className="text-12 text-muted">
          {t('health.confidence', { share: formatPercent(reader, health.confidence, { digits: 0 }) })}
        </span>
      </div>
      {override && (
        <p className="text-12 text-muted">
          {t('health.overridden', {
            band: t(`band.${override.band}`),
            author: override.author,
            day: formatDate(reader, override.expiresOn, 'date'),
            reason: override.reason,
          })}
        </p>
      )}
      {health.reasons.length === 0 && <p className="text-13 text-muted">{t('health.none')}</p>}
      <Reasons title={t('health.lost')} reasons={lost} />
      <Reasons title={t('health.gained')} reasons={gained} />
      <Reasons title={t('health.unknown')} reasons={unknown} />
      {health.history.filter(({ score }) => score !== null).length > 1 && (
        <LineSeries
          label={t('health.history')}
          periods={health.history.map((day) => day.day)}
          lines={[{ name: t('health.title'), values: health.history.map((day) => day.score) }]}
          format={{ kind: 'number' }}
          height={140}
          most={100}
        />
      )}
      <p className="text-12 text-faint">{t('health.version', { version: health.version })}</p>
    </div>
  );
};

const Reasons = ({ title, reasons }: { readonly title: string; readonly reasons: readonly Reason[] }) =>
  reasons.length === 0 ? null : (
    <div>
      <h3 className="mb-1 text-12 font-medium text-muted">{title}</h3>
      <ul className="flex flex-col gap-1.5">
        {reasons.map((reason) => (
          <ReasonLine key={reason.factor} reason={reason} />
        ))}
      </ul>
    </div>
  );

const ReasonLine = ({ reason }: { readonly reason: Reason }) => {
  const t = useText(accountText);
  const reader = useReader();
  const share = reason.possible === 0 ? 0 : reason.points / reason.possible;
  const number = (value: number) => formatNumber(reader, value, { digits: Number.isInteger(value) ? 0 : 1 });
  const unit = HEALTH_INPUTS[reason.factor as keyof typeof HEALTH_INPUTS]?.unit;
  const measured = (value: number) => (unit === 'ratio' ? formatPercent(reader, value) : number(value));
  const said = [
    reason.value !== null && t('health.value', { value: measured(reason.value) }),
    reason.baseline !== null && t(`health.${reason.against}`, { value: measured(reason.baseline) }),
    !reason.fresh && t('health.stale'),
  ]
    .filter(Boolean)
    .join(' · ');
  const tone = !reason.fresh ? 'bg-unknown' : share >= 0.7 ? 'bg-good' : share >= 0.4 ? 'bg-warn' : 'bg-bad';
  return (
    <li className="text-13">
      <div className="flex items-baseline justify-between gap-2">
        <span className="min-w-0">{healthFactorName(reason.factor)}</span>
        <span className="shrink-0 text-12 text-muted">
          {reason.fresh
            ? t('health.points', { points: number(Math.round(reason.points)), possible: number(Math.round(reason.possible)) })
            : ''}
        </span>
      </div>
      {reason.fresh && (
        <div className="mt-1 h-1 rounded-sm bg-sunken">
          <div className={`h-1 rounded-sm ${tone}`} style={{ width: `${Math.max(2, Math.round(share * 100))}%` }} />
        </div>
      )}
      <p className="mt-0.5 text-12 text-muted">
        {said || HEALTH_DIMENSION_WORDS[reason.dimension as HealthDimension]?.[currentLanguage()]}
      </p>
    </li>
  );
};

const OverrideDialog = ({
  accountId,
  health,
  onClose,
}: {
  readonly accountId: string;
  readonly health: Health;
  readonly onClose: () => void;
}) => {
  const t = useText(accountText);
  const { timeZone } = useWorkspace();
  const [band, setBand] = useState<HealthBand>(health.override?.band ?? (health.band === 'unknown' ? 'watch' : health.band));
  const [reason, setReason] = useState(health.override?.reason ?? '');
  const [until, setUntil] = useState(health.override?.expiresOn ?? calendarDay(Date.now() + 30 * DAY, timeZone));
  const save = useMutationOf(overrideHealth, { refresh: [getHealth, getAccountRow] });
  const send = (body: { band: HealthBand; reason: string; expiresOn: string } | null) =>
    save.mutate({ params: { id: accountId }, body }, { onSuccess: onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('health.override')}
      description={t('health.overrideText')}
      actions={
        <>
          {health.override && <Button onClick={() => send(null)}>{t('health.clear')}</Button>}
          <Button
            look="primary"
            pending={save.isPending}
            disabled={reason.trim().length < 3}
            onClick={() => send({ band, reason, expiresOn: until })}
          >
            {t('health.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl
          label={t('health.band')}
          value={band}
          onChange={setBand}
          options={(['good', 'watch', 'bad'] as const).map((value) => ({ value, label: t(`band.${value}`) }))}
        />
        <FormField label={t('health.reason')}>
          <TextField value={reason} onChange={setReason} maxLength={500} />
        </FormField>
        <FormField label={t('health.until')}>
          <TextField type="date" value={until} onChange={setUntil} />
        </FormField>
        {save.error ? <ErrorState error={save.error} /> : null}
      </div>
    </Dialog>
  );
};
