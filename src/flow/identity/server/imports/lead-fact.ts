import type { ImportContext, ImportRow } from '#flow/intake/index.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { textOf } from '../../domain/account-row.ts';
import type { PersonNode } from '../../domain/person-record.ts';
import type { PersonPage } from './person-page.ts';

/** A row that captured somebody as a lead, and the people as they were written. */
export interface CapturedLead {
  readonly page: PersonPage;
  readonly standingOf: ReadonlyMap<number, number>;
  /** Rows as they were written. */
  readonly shown: ReadonlyMap<number, PersonNode>;
  readonly row: ImportRow | undefined;
  readonly captured: number;
}

/** The fact that tells when and how this lead came. */
export const leadFact = (context: ImportContext, { page, standingOf, shown, row, captured }: CapturedLead): readonly FactDraft[] => {
  const person = page.people.nodes.get(captured);
  if (!person || !row) return [];
  const at = createdAt(row, context.now);
  const standing = standingOf.get(captured) ?? captured;
  const account = (shown.get(standing) ?? person).shown.homeAccount ?? 0;
  return [
    {
      event: 'lead_captured',
      at,
      known: Math.min(at, context.now),
      source: 'import',
      importNumber: context.importNumber,
      person: standing,
      alias: person.aliasNum,
      account,
      subject: person.id,
      key: `lead:${person.id}`,
      props: leadProps(context, row),
    },
  ];
};

const leadProps = ({ source }: ImportContext, { values }: ImportRow): Readonly<Record<string, string>> => {
  const [channel, form] = [textOf(values.channel), textOf(values.form)];
  return { source, ...(channel !== null && { channel }), ...(form !== null && { form }) };
};

/** When did the person of this row come (UTC ms)? Now, when the row does not say. */
export const createdAt = (row: ImportRow, now: number): number => (typeof row.values.created_at === 'number' ? row.values.created_at : now);
