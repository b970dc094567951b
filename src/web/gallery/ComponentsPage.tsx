import Bell from 'lucide-react/icons/bell';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import Trash from 'lucide-react/icons/trash-2';
import { type ReactNode, useState } from 'react';
import { Sparkline } from '#web/charts/Sparkline.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { Badge } from '#web/ui/Badge.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { CopyField } from '#web/ui/CopyField.tsx';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Delta } from '#web/ui/Delta.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Duration } from '#web/ui/Duration.tsx';
import type { DateRange } from '#web/ui/date-range.ts';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { JobTray } from '#web/ui/JobTray.tsx';
import { KeyFigure } from '#web/ui/KeyFigure.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Percent } from '#web/ui/Percent.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import { Table } from '#web/ui/Table.tsx';
import { Tabs } from '#web/ui/Tabs.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { course, sampleAccounts } from './samples.ts';
import { galleryText } from './text.ts';

const Box = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <section className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
    <h2 className="text-12 font-medium text-faint">{name}</h2>
    {children}
  </section>
);

const Row = ({ children }: { readonly children: ReactNode }) => <div className="flex flex-wrap items-center gap-2">{children}</div>;

/** Every component, once. */
export const ComponentsPage = () => {
  const t = useText(galleryText);
  const [text, setText] = useState('acme');
  const [choice, setChoice] = useState<string | null>('active');
  const [on, setOn] = useState(true);
  const [seg, setSeg] = useState<'accounts' | 'mrr'>('accounts');
  const [tab, setTab] = useState('accounts');
  const [range, setRange] = useState<DateRange>({ preset: '28d', asOf: '2026-10-31' });
  const [open, setOpen] = useState(false);
  const options = (['active', 'onboarding', 'churned'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="h-full overflow-y-auto">
      <PageHeader title={t('components')} />
      <div className="grid gap-3 px-4 pb-24 tablet:grid-cols-2 desk:grid-cols-3">
        <Box name="Button, IconButton, Menu">
          <Row>
            <Button look="primary" icon={Plus}>
              {t('add')}
            </Button>
            <Button>{t('export')}</Button>
            <Button look="quiet">{t('assign')}</Button>
            <Button look="danger" icon={Trash}>
              {t('churned')}
            </Button>
          </Row>
          <Row>
            <Button size="small">{t('export')}</Button>
            <Button disabled>{t('export')}</Button>
            <Button pending>{t('export')}</Button>
            <IconButton label={t('events')} icon={Bell} keys="g e" />
            <Menu
              trigger={<IconButton label={t('settings')} icon={Ellipsis} />}
              groups={[
                {
                  items: [
                    { label: t('export'), onSelect: () => undefined, keys: 'e' },
                    { label: t('assign'), onSelect: () => undefined },
                  ],
                },
                { items: [{ label: t('churned'), danger: true, icon: Trash, onSelect: () => undefined }] },
              ]}
            />
            <KeyHint keys="mod+k" /> <KeyHint keys="g a" />
          </Row>
        </Box>
        <Box name="FormField, TextField, Select, Combobox">
          <FormField label={t('name')} hint={t('emptyTitle')}>
            <TextField value={text} onChange={setText} />
          </FormField>
          <FormField label={t('mrr')} error={t('emptyTitle')}>
            <TextField value="abc" onChange={() => undefined} />
          </FormField>
          <FormField label={t('stage')}>
            <Select value={choice} onChange={setChoice} options={options} />
          </FormField>
          <FormField label={t('owner')}>
            <Combobox value={choice} onChange={setChoice} options={options} />
          </FormField>
          <TextArea aria-label={t('name')} value={t('emptyText')} onChange={() => undefined} />
        </Box>
        <Box name="Checkbox, Switch, SegmentedControl, Tabs, DateRangePicker">
          <Row>
            <Checkbox checked={on} onChange={setOn} label={t('active')} />
            <Checkbox checked={false} partly onChange={setOn} label={t('churned')} />
            <Checkbox checked={false} onChange={setOn} label={t('onboarding')} disabled />
          </Row>
          <Switch checked={on} onChange={setOn} label={t('active')} hint={t('emptyTitle')} />
          <Switch checked={!on} onChange={(next) => setOn(!next)} label={t('churned')} />
          <Row>
            <SegmentedControl
              label={t('river')}
              value={seg}
              onChange={setSeg}
              options={[
                { value: 'accounts', label: t('accounts') },
                { value: 'mrr', label: t('mrr') },
              ]}
            />
            <DateRangePicker value={range} onChange={setRange} />
          </Row>
          <Tabs
            label={t('accounts')}
            value={tab}
            onChange={setTab}
            tabs={[
              { value: 'accounts', label: t('accounts'), count: 1240 },
              { value: 'people', label: t('people') },
              { value: 'events', label: t('events') },
            ]}
          />
          <SearchBox label={t('searchAccounts')} value="" onChange={() => undefined} />
        </Box>
        <Box name="StatusPill, Badge, EntityChip, Avatar">
          <Row>
            {(['good', 'warn', 'bad', 'unknown'] as const).map((tone) => (
              <StatusPill key={tone} tone={tone}>
                {t(tone)}
              </StatusPill>
            ))}
            <StatusPill tone="accent">{t('active')}</StatusPill>
          </Row>
          <Row>
            {(['good', 'warn', 'bad', 'unknown'] as const).map((tone) => (
              <StatusPill key={tone} tone={tone} look="bare">
                {t(tone)}
              </StatusPill>
            ))}
          </Row>
          <Row>
            <Badge>Enterprise</Badge>
            <Badge>{t('active')}</Badge>
          </Row>
          <Row>
            <EntityChip kind="account" id="a" name="Company 12" />
            <EntityChip kind="person" id="b" name="Ada Byron" />
            <EntityChip kind="owner" id="c" name="王晓明" />
          </Row>
          <Row>
            <Avatar name="Mei Tanaka" size={40} />
            <Avatar name="José Álvarez" size={32} />
            <Avatar name="RavenStack" shape="square" size={24} />
          </Row>
        </Box>
        <Box name="Numbers">
          <Row>
            <Money amountMinor={1_234_550} currency="USD" />
            <Money amountMinor={420_000} currency="EUR" />
            <Money amountMinor={9_800} currency="JPY" />
            <Money amountMinor={-123_456_789} currency="USD" compact signed />
            <Money amountMinor={null} currency="USD" />
          </Row>
          <Row>
            <Percent ratio={0.1234} />
            <Percent ratio={null} />
            <NumberText value={1_234_567.891} />
            <NumberText value={98_765} compact />
          </Row>
          <Row>
            <DateTime at={Date.UTC(2026, 4, 3, 14, 30)} style="datetime" />
            <DateTime at="2026-05-03" />
            <DateTime at={Date.now() - 3 * 86_400_000} style="ago" />
            <Duration lengthMs={273_900_000} />
          </Row>
          <Row>
            <Delta value={0.124} against={t('previous')} />
            <Delta value={-0.031} against={t('previous')} />
          </Row>
          <Row>
            <Delta value={0.021} unit="points" goodWhen="down" against={t('previous')} />
            <Delta value={null} against={t('previous')} />
          </Row>
        </Box>
        <Box name="KeyFigure, Sparkline">
          <div className="grid grid-cols-2 gap-6">
            <KeyFigure
              label={t('mrr')}
              value={<Money amountMinor={8_412_000} currency="USD" compact />}
              points={course(30, 4)}
              delta={{ value: 0.042, against: t('previous') }}
              to="/explore"
              definition={t('emptyTitle')}
            />
            <KeyFigure
              label={t('churned')}
              value={<Percent ratio={0.023} />}
              points={course(60, -2)}
              delta={{ value: 0.004, unit: 'points', goodWhen: 'down', against: t('previous') }}
              note="24 / 500"
            />
          </div>
          <Sparkline points={[3, 4, null, 5, 8, 7]} label="Course" />
        </Box>
        <Box name="Skeleton, Progress">
          <div data-sample>
            <Skeleton shape="card" />
          </div>
          <ProgressBar ratio={0.4} label="Import" />
          <ProgressBar ratio={null} label="Import" />
        </Box>
        <Box name="ErrorState">
          <ErrorState
            error={{ title: t('bad'), detail: t('emptyText'), remedy: t('emptyAction'), id: 'req_8f2c01' }}
            onRetry={() => undefined}
          />
        </Box>
        <Box name="Dialog, Toast, CopyField">
          <Row>
            <Button onClick={() => setOpen(true)}>Dialog</Button>
            <Button onClick={() => showToast({ text: t('emptyAction'), undo: () => undefined })}>Toast</Button>
          </Row>
          <CopyField label="Key" value="pk_live_2f81c09a7d3e" secret />
          <Table
            caption={t('accounts')}
            compact
            rows={sampleAccounts(4)}
            rowId={(row) => row.id}
            columns={[
              { key: 'n', label: t('name'), render: (row) => row.name },
              { key: 's', label: t('stage'), render: (row) => t(row.stage) },
              { key: 'm', label: t('mrr'), align: 'end', render: (row) => <Money amountMinor={row.mrrMinor} currency="USD" /> },
            ]}
          />
          <Dialog
            open={open}
            onClose={() => setOpen(false)}
            title={t('emptyAction')}
            description={t('emptyText')}
            actions={
              <>
                <Button onClick={() => setOpen(false)}>{t('export')}</Button>
                <Button look="primary">{t('add')}</Button>
              </>
            }
          >
            <FormField label={t('name')}>
              <TextField value={text} onChange={setText} />
            </FormField>
          </Dialog>
        </Box>
      </div>
      <JobTray
        jobs={[
          { id: '1', title: 'accounts.csv', state: 'running', ratio: 0.62, detail: '12,400 / 25,000', onCancel: () => undefined },
          { id: '2', title: 'events.csv', state: 'done', ratio: 1, resultTo: '/import', detail: '25,000' },
        ]}
      />
    </div>
  );
};
