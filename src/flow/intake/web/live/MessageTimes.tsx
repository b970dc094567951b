import { formatDuration } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import type { LiveMessage } from '../../contracts.ts';
import { liveText } from './text/text.ts';

/** The times of a message: what it says, when it came, and how its sender's clock goes beside ours. */
export const MessageTimes = ({ message: { event, timestamp, sentAt, skewMs } }: { readonly message: LiveMessage }) => {
  const t = useText(liveText);
  const reader = useReader();
  const instant = (at: number | null) => (at === null ? t('unsaid') : <DateTime at={at} style="full" />);
  const skew = (ms: number): string => t(ms < 0 ? 'ahead' : 'behind', { length: formatDuration(reader, Math.abs(ms)) });
  return (
    <Section title={t('times')}>
      <Facts
        facts={[
          { label: t('happened'), value: instant(timestamp) },
          { label: t('sent'), value: instant(sentAt) },
          { label: t('received'), value: instant(event.receivedAt) },
          { label: t('skew'), value: skewMs === null ? t('unsaid') : skew(skewMs) },
          ...(event.outcome === 'taken' ? [{ label: t('keptAt'), value: instant(event.at) }] : []),
        ]}
      />
    </Section>
  );
};
