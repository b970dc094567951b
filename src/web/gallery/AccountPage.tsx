import CreditCard from 'lucide-react/icons/credit-card';
import LogIn from 'lucide-react/icons/log-in';
import Ticket from 'lucide-react/icons/ticket';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { KeyFigure } from '#web/ui/KeyFigure.tsx';
import { Money } from '#web/ui/Money.tsx';
import { RecordPage } from '#web/ui/pages/RecordPage.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { course } from './samples.ts';
import { galleryText } from './text.ts';

const START = Date.UTC(2026, 10, 20, 9);

/** One account. */
export const AccountPage = () => {
  const t = useText(galleryText);
  return (
    <RecordPage
      title="Company 12"
      parent={{ label: t('accounts'), to: '/accounts' }}
      subtitle={<StatusPill tone="warn">{t('warn')}</StatusPill>}
      actions={<Button>{t('assign')}</Button>}
      labels={{ identity: t('name'), timeline: t('events'), work: t('today') }}
      identity={
        <>
          <KeyFigure
            label={t('mrr')}
            value={<Money amountMinor={420_000} currency="USD" />}
            points={course(30, 3)}
            delta={{ value: 0.12, against: t('previous') }}
            definition="MRR"
          />
          <Section title={t('accounts')}>
            <Facts
              facts={[
                { label: t('owner'), value: <EntityChip kind="owner" id="o" name="José Álvarez" /> },
                { label: t('industry'), value: 'EdTech' },
                { label: t('renews'), value: <DateTime at="2027-02-01" /> },
                { label: t('seats'), value: 42 },
              ]}
            />
          </Section>
        </>
      }
      timeline={
        <Timeline
          entries={Array.from({ length: 24 }, (_, at) => ({
            id: String(at),
            at: START - at * 7_700_000,
            icon: [LogIn, Ticket, CreditCard][at % 3],
            tone: at % 3 === 1 ? ('warn' as const) : undefined,
            title: (
              <span>
                <EntityChip kind="person" id="p" name="Ada Byron" /> report_viewed
              </span>
            ),
            detail: at % 3 === 1 ? 'Export does not finish for large reports' : undefined,
          }))}
          onMore={() => undefined}
        />
      }
      work={
        <>
          <Section title={t('health')} count={3} look="boxed">
            <StatusPill tone="bad">{t('bad')}</StatusPill>
            <p className="mt-2 text-13 text-muted">{t('emptyText')}</p>
          </Section>
          <Section title={t('people')} count={2} look="boxed">
            <div className="flex flex-col gap-2">
              <EntityChip kind="person" id="1" name="Ada Byron" />
              <EntityChip kind="person" id="2" name="王晓明" />
            </div>
          </Section>
        </>
      }
    />
  );
};
