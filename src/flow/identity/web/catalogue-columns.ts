import type { ReactNode } from 'react';
import type { FieldInfo } from '#kernel/page.ts';
import type { Language } from '#kernel/words.ts';
import type { Column } from '#web/ui/table/column.ts';

export interface CatalogueColumns<Row> {
  readonly language: Language;
  /** Columns that are shown until the reader chooses others, in their order. */
  readonly usual: readonly string[];
  readonly shapeOf: (info: FieldInfo) => Pick<Column<Row>, 'width' | 'align'>;
  readonly cell: (row: Row, info: FieldInfo) => ReactNode;
}

/** The columns of a list: one for each field of the catalogue, the usual ones first. */
export const catalogueColumns = <Row>(
  infos: readonly FieldInfo[],
  { language, usual, shapeOf, cell }: CatalogueColumns<Row>,
): readonly Column<Row>[] => {
  const place = ({ key }: FieldInfo): number => (usual.includes(key) ? usual.indexOf(key) : usual.length);
  return infos
    .toSorted((a, b) => place(a) - place(b))
    .map((info) => ({
      key: info.key,
      label: info.label[language],
      sortable: info.sortable,
      hidden: !usual.includes(info.key),
      ...shapeOf(info),
      render: (row) => cell(row, info),
    }));
};
