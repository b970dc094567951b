import { assignAccounts } from '#flow/identity/contracts.ts';
import { listMembers } from '#platform/access/contracts.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { formatCountry, formatDate, isCountryField } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Combobox } from '#web/ui/Combobox.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { KeyFigure } from '#web/ui/KeyFigure.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { type AccountRow, getAccountRow, listAccounts } from '../../contracts.ts';
import { stageName } from '../river/words.ts';
import { BAND_TONES } from './HealthPanel.tsx';
import { accountText } from './text.ts';

const NOBODY = '';

/** Who the account is: its key figures, then what is known of it. */
export const AccountIdentity = ({ row }: { readonly row: AccountRow }) => {
  const t = useText(accountText);
  const { currency } = useWorkspace();
  const reader = useReader();
  const more = Object.entries(row.attributes).filter(([, value]) => value !== null && value !== '');
  return (
    <>
      <KeyFigure
        label={t('figure.stage')}
        definition={t('definition.stage')}
        value={row.stage ? stageName(row.stage) : '–'}
        {...(row.stageSince ? { note: t('since', { day: formatDate(reader, row.stageSince, 'date') }) } : {})}
      />
      {row.mrrMinor !== null && (
        <KeyFigure
          label={t('figure.mrr')}
          definition={t('definition.mrr')}
          value={<Money amountMinor={row.mrrMinor} currency={currency} />}
        />
      )}
      <KeyFigure
        label={t('figure.health')}
        definition={t('definition.health')}
        value={row.health === null ? '–' : <NumberText value={Math.round(row.health)} />}
        note={<StatusPill tone={BAND_TONES[row.healthBand]}>{t(`band.${row.healthBand}`)}</StatusPill>}
        {...(row.healthChange === null
          ? {}
          : { delta: { value: Math.round(row.healthChange), unit: 'number' as const, against: t('health.change') } })}
      />
      <Owner row={row} />
      <Facts
        facts={[
          ...(row.renewsOn ? [{ label: t('figure.renews'), value: <DateTime at={row.renewsOn} /> }] : []),
          ...(row.customerSince ? [{ label: t('facts.customerSince'), value: <DateTime at={row.customerSince} /> }] : []),
          ...plain([
            [t('facts.plan'), row.plan],
            [t('facts.seats'), row.seats],
            [t('facts.industry'), row.industry],
            [t('facts.country'), row.country && formatCountry(reader, row.country)],
            [t('facts.channel'), row.channel],
            [t('facts.domain'), row.domain],
          ]),
          { label: t('facts.lastActive'), value: <DateTime at={row.lastActiveAt} style="ago" /> },
          { label: t('facts.activeDays'), value: <NumberText value={row.activeDays28} /> },
          { label: t('facts.activePeople'), value: <NumberText value={row.activePeople28} /> },
          { label: t('facts.openTickets'), value: <NumberText value={row.openTickets} /> },
          { label: t('facts.created'), value: <DateTime at={row.createdAt} /> },
        ]}
      />
      {more.length > 0 && (
        <Section title={t('custom')}>
          <Facts
            facts={more.map(([label, value]) => ({
              label: label.replaceAll('_', ' '),
              value:
                typeof value === 'boolean'
                  ? t(value ? 'yes' : 'no')
                  : isCountryField(label)
                    ? formatCountry(reader, String(value))
                    : String(value),
            }))}
          />
        </Section>
      )}
    </>
  );
};

const plain = (facts: readonly (readonly [string, string | number | null])[]) =>
  facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value: String(value) }]));

const Owner = ({ row }: { readonly row: AccountRow }) => {
  const t = useText(accountText);
  const mayWrite = useMay('records.write');
  const members = useQueryOf(listMembers, {}, { freshFor: 300_000, enabled: mayWrite }).data?.members ?? [];
  const assign = useMutationOf(assignAccounts, { refresh: [getAccountRow, listAccounts] });
  const give = (ownerId: string | null, before: string | null) =>
    assign.mutate(
      { body: { ids: [row.id], ownerId } },
      {
        onSuccess: () => {
          const who = members.find((member) => member.userId === ownerId)?.name;
          showToast({
            text: who ? t('assigned', { who }) : t('unassigned'),
            undo: () => assign.mutate({ body: { ids: [row.id], ownerId: before } }),
          });
        },
      },
    );
  return (
    <div className="flex flex-col gap-1">
      <span className="text-12 font-medium text-muted">{t('facts.owner')}</span>
      {mayWrite ? (
        <Combobox
          label={t('assign')}
          value={row.ownerId ?? NOBODY}
          onChange={(value) => (value ?? NOBODY) !== (row.ownerId ?? NOBODY) && give(value || null, row.ownerId)}
          options={[{ value: NOBODY, label: t('nobody') }, ...members.map((member) => ({ value: member.userId, label: member.name }))]}
        />
      ) : (
        <span className="text-14">{row.ownerName ?? t('nobody')}</span>
      )}
    </div>
  );
};
