import type { ReactNode } from 'react';
import type { PersonRow } from '#flow/signals/contracts.ts';
import type { FieldInfo } from '#kernel/page.ts';
import type { Language } from '#kernel/words.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { AttributeText } from '../AttributeText.tsx';
import { catalogueColumns } from '../catalogue-columns.ts';
import { shownName } from './shown-name.ts';

const CUSTOM = 'x.';
const USUAL = ['name', 'email', 'title', 'account', 'lead_score', 'lead_grade', 'last_seen_at', 'channel'];

export interface PersonWords {
  readonly unnamed: string;
  readonly language: Language;
}

/** The columns of the list: one for each field of the catalogue, the usual ones first. */
export const personColumns = (infos: readonly FieldInfo[], words: PersonWords): readonly Column<PersonRow>[] =>
  catalogueColumns(infos, { language: words.language, usual: USUAL, shapeOf, cell: (row, info) => cell(row, info, words) });

const shapeOf = ({ key, type }: FieldInfo): Pick<Column<PersonRow>, 'width' | 'align'> =>
  type === 'number' ? { width: 116, align: 'end' } : { width: key === 'email' ? 200 : 140 };

const cell = (row: PersonRow, info: FieldInfo, words: PersonWords): ReactNode =>
  info.key.startsWith(CUSTOM) ? (
    <AttributeText name={info.key} value={row.attributes[info.key.slice(CUSTOM.length)]} type={info.type} />
  ) : (
    (CELLS[info.key]?.(row, words) ?? <Missing />)
  );

const CELLS: Readonly<Record<string, (row: PersonRow, words: PersonWords) => ReactNode>> = {
  name: (row, { unnamed }) => <EntityChip kind="person" id={row.id} name={shownName(row, unnamed)} />,
  email: (row) => row.email || <Missing />,
  title: (row) => row.title || <Missing />,
  account: (row) =>
    row.accountId ? <EntityChip kind="account" id={row.accountId} name={row.accountName ?? row.accountId} /> : <Missing />,
  channel: (row) => row.channel || <Missing />,
  created_at: (row) => <DateTime at={row.createdAt} />,
  lead_score: (row) => <NumberText value={row.leadScore === null ? null : Math.round(row.leadScore)} />,
  lead_grade: (row) => row.leadGrade || <Missing />,
  last_seen_at: (row) => <DateTime at={row.lastSeenAt} style="ago" />,
};
