import { useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { CopyButton } from '#web/ui/CopyField.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ScrollSideways } from '#web/ui/ScrollSideways.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getLiveEvent, type LiveMessage } from '../../contracts.ts';
import { MessageTimes } from './MessageTimes.tsx';
import { type Followed, MessageWho } from './MessageWho.tsx';
import { Outcome } from './Outcome.tsx';
import { Remarks } from './Remarks.tsx';
import { liveText } from './text/text.ts';

export interface LiveMessagePanelProps {
  readonly id: string;
  readonly onFollow: (who: Followed) => void;
  readonly onClose: () => void;
}

/** One arrival: what became of it and why, who it is of, how its clock goes, and the message as it came. */
export const LiveMessagePanel = ({ id, onFollow, onClose }: LiveMessagePanelProps) => {
  const t = useText(liveText);
  const nameOf = useFactName();
  const answer = useQueryOf(getLiveEvent, { params: { id } }, { freshFor: Number.POSITIVE_INFINITY });
  // The one before stays for a moment otherwise, under the wrong name.
  const found = answer.data?.event.id === id ? answer.data : undefined;
  return (
    <SidePanel
      title={found ? (found.event.event ? nameOf(found.event.event) : found.event.type || t('noName')) : t('event')}
      onClose={onClose}
    >
      {answer.error ? (
        <ErrorState error={answer.error} />
      ) : !found ? (
        <Skeleton shape="text" rows={8} />
      ) : (
        <div className="flex flex-col gap-6 p-4">
          <div className="flex flex-col items-start gap-3">
            <Outcome row={found.event} />
            <Remarks {...found.event} />
          </div>
          <MessageWho message={found} onFollow={onFollow} />
          <Sent message={found} />
          <MessageTimes message={found} />
          <Kept props={found.event.props} />
          <Raw raw={found.raw} />
        </div>
      )}
    </SidePanel>
  );
};

const Sent = ({ message: { event, ids } }: { readonly message: LiveMessage }) => {
  const t = useText(liveText);
  return (
    <Section title={t('sdk')}>
      <Facts
        facts={[
          ...(event.event ? [{ label: t('event'), value: <code className="wrap-anywhere">{event.event}</code> }] : []),
          { label: t('library'), value: event.source || t('noSource') },
          { label: t('messageId'), value: <span className="wrap-anywhere">{ids.messageId ?? t('generated')}</span> },
        ]}
      />
    </Section>
  );
};

const Kept = ({ props }: { readonly props: Readonly<Record<string, string>> }) => {
  const t = useText(liveText);
  const entries = Object.entries(props);
  if (entries.length === 0) return null;
  return (
    <Section title={t('kept')}>
      <Facts facts={entries.map(([label, value]) => ({ label, value: <span className="wrap-anywhere">{value}</span> }))} />
    </Section>
  );
};

const Raw = ({ raw }: { readonly raw: unknown }) => {
  const t = useText(liveText);
  const code = JSON.stringify(raw, null, 2);
  return (
    <Section title={t('raw')} actions={raw !== null && <CopyButton value={code} />}>
      {raw === null ? (
        <p className="text-13 text-muted">{t('rawGone')}</p>
      ) : (
        <ScrollSideways label={t('raw')}>
          <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-12">{code}</pre>
        </ScrollSideways>
      )}
    </Section>
  );
};
