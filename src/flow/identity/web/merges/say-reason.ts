import type { Text } from '#web/i18n/i18n.ts';
import type { recordText } from '../text/pages.ts';

const KNOWN = ['same_email', 'same_mailbox', 'same_name_and_domain', 'same_name', 'same_domain', 'similar_name'] as const;

/** Why two records may be one, in the reader's words; a reason that somebody wrote stays as it is. */
export const sayReason = (reason: string, t: Text<(typeof recordText)['en']>): string => {
  const known = KNOWN.find((one) => one === reason);
  return known ? t(`merges.reason.${known}`) : reason;
};
