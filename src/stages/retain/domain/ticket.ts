import type { Ticket } from '../contracts.ts';

/** A ticket as it is kept. Instants are UTC ms. */
export type TicketRecord = {
  readonly id: string;
  readonly accountId: string;
  readonly accountNum: number;
  readonly source: string;
  readonly externalId: string;
  readonly subject: string | null;
  readonly priority: Ticket['priority'];
  readonly escalated: boolean;
  readonly openedAt: number;
  readonly firstResponseAt: number | null;
  readonly closedAt: number | null;
  /** 1 to 5. */
  readonly satisfaction: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

const HOUR = 3_600_000;

/** Hours from opening to an instant, to a hundredth; null while that is unknown. */
export const hoursFromOpening = ({ openedAt }: Pick<TicketRecord, 'openedAt'>, instant: number | null): number | null =>
  instant === null ? null : Math.round(((instant - openedAt) / HOUR) * 100) / 100;
