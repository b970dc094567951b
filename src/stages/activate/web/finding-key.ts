import type { KeeperFinding } from '../contracts.ts';

/** What names a finding in the page's address. */
export const keyOf = ({ event, feature }: Pick<KeeperFinding, 'event' | 'feature'>): string =>
  feature === null ? event : `${event}~${feature}`;
