import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Percent } from '#web/ui/Percent.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { River, RiverStage } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import type { RiverPart } from './river-part.ts';
import { sayDays, stageName } from './words.ts';

/** The same river as a table, for those who compare and those who hear. */
export const RiverTable = ({ river, onOpen }: { readonly river: River; readonly onOpen: (part: RiverPart) => void }) => {
  const t = useText(riverText);
  const reader = useReader();
  const count = (part: RiverPart['part'], value: (row: RiverStage) => number) => (row: RiverStage) => (
    <button type="button" className="rounded-sm hover:underline" onClick={() => onOpen({ part, stage: row.stage })}>
      <NumberText value={value(row)} />
    </button>
  );
  const days = (value: number | null) => (value === null ? '–' : sayDays(value, t, reader));
  return (
    <Table
      caption={t('river.title')}
      rows={river.stages}
      rowId={(row) => row.stage}
      columns={[
        { key: 'stage', label: t('river.stage'), render: (row) => stageName(row.stage) },
        { key: 'in', label: t('river.nowHere'), align: 'end', render: count('in', (row) => row.accounts) },
        ...(river.stages.some((row) => row.mrrMinor !== null)
          ? [
              {
                key: 'mrr',
                label: t('river.worth'),
                align: 'end' as const,
                render: (row: RiverStage) => <Money amountMinor={row.mrrMinor} currency={river.currency} compact />,
              },
            ]
          : []),
        { key: 'entered', label: t('river.entered'), align: 'end', render: count('entered', (row) => row.entered) },
        { key: 'moved', label: t('river.moved'), align: 'end', render: (row) => <NumberText value={row.movedOn} /> },
        {
          key: 'conversion',
          label: t('river.conversion'),
          align: 'end',
          render: (row) => <Percent ratio={row.entered === 0 || row.stage === 'churned' ? null : row.movedOn / row.entered} />,
        },
        { key: 'back', label: t('river.back'), align: 'end', render: count('back', (row) => row.back) },
        { key: 'lost', label: t('river.lost'), align: 'end', render: count('lost', (row) => row.lost) },
        { key: 'stuck', label: t('river.stuck'), align: 'end', render: count('stuck', (row) => row.stuck) },
        { key: 'median', label: t('river.time'), align: 'end', render: (row) => days(row.medianDays) },
      ]}
    />
  );
};
