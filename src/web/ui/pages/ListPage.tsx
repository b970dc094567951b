import type { ReactNode } from 'react';
import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorState } from '../ErrorState.tsx';
import { FilterBar } from '../filter/FilterBar.tsx';
import type { FieldDefinition } from '../filter/fields.ts';
import { SearchBox } from '../SearchBox.tsx';
import { SidePanel } from '../SidePanel.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { CardList } from '../table/CardList.tsx';
import { ColumnChooser } from '../table/ColumnChooser.tsx';
import { type Column, columnsShown, type Sort } from '../table/column.ts';
import { DataTable } from '../table/DataTable.tsx';
import { NOTHING_SELECTED, type Selection } from '../table/selection.ts';
import { useListCursor } from '../table/use-list-cursor.ts';
import { useNarrowerThan } from '../use-media.ts';
import { BulkBar } from './BulkBar.tsx';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';
import { SavedViews, type SavedViewsProps } from './SavedViews.tsx';

/** How the reader looks at the list; it belongs into the URL. */
export interface ListView {
  readonly search: string;
  readonly sort: Sort | null;
  readonly filter: Condition;
  /** Keys of the columns in order; null for the usual ones. */
  readonly columns: readonly string[] | null;
}

/** A list as it is before the reader changes anything. */
export const PLAIN_VIEW: ListView = { search: '', sort: null, filter: EVERYTHING, columns: null };

export interface ListPageProps<Row> extends PageHeaderProps {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  /** All rows that match; null when not counted. */
  readonly total: number | null;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** Asked for the next page, long before the end is reached; leave out at the end. */
  readonly onMore?: () => void;
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
  readonly searchLabel?: string;
  readonly fields?: readonly FieldDefinition[];
  readonly savedViews?: SavedViewsProps;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  /** Buttons for what is selected. */
  readonly bulkActions?: ReactNode;
  /** The row whose detail is open beside the list. */
  readonly openId?: string | null;
  readonly onOpen?: (id: string | null) => void;
  readonly onEdit?: (id: string) => void;
  /** The detail of the open row. */
  readonly panel?: { readonly title: ReactNode; readonly body: ReactNode; readonly fullPage?: string };
  /** Shown when there is nothing at all yet. */
  readonly empty: ReactNode;
  /** Stands at the far end of the toolbar. */
  readonly tools?: ReactNode;
}

/** A list of records: search, filter in words, sort, columns, saved views, selection with a bulk bar, and the detail beside it. */
export const ListPage = <Row,>(props: ListPageProps<Row>) => {
  const { rows, view, onView, selection = NOTHING_SELECTED, onSelect, panel, openId, onOpen } = props;
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <PageHeader title={props.title} subtitle={props.subtitle} actions={props.actions} parent={props.parent} />
        <ListTools {...props} />
        {onSelect && (selection.all || selection.ids.length > 0) ? (
          <BulkBar selection={selection} onSelect={onSelect} total={props.total} loaded={rows?.length ?? 0}>
            {props.bulkActions}
          </BulkBar>
        ) : null}
        {props.error ? (
          <ErrorState error={props.error} onRetry={props.onRetry} />
        ) : rows === undefined ? (
          <Skeleton shape="table" rows={14} />
        ) : rows.length === 0 ? (
          isNarrowed(view) ? (
            <NoMatch onClear={() => onView({ search: '', filter: EVERYTHING })} />
          ) : (
            props.empty
          )
        ) : (
          <Rows {...props} rows={rows} />
        )}
      </div>
      {panel && openId && onOpen && (
        <SidePanel title={panel.title} fullPage={panel.fullPage} onClose={() => onOpen(null)}>
          {panel.body}
        </SidePanel>
      )}
    </div>
  );
};

const ListTools = <Row,>({ view, onView, searchLabel, fields, savedViews, columns, tools }: ListPageProps<Row>) => (
  <div className="no-print flex flex-wrap items-center gap-2 px-4 pb-2">
    {savedViews && <SavedViews {...savedViews} />}
    {searchLabel && (
      <SearchBox
        label={searchLabel}
        value={view.search}
        onChange={(search) => onView({ search })}
        className="order-first w-full phone:order-none phone:w-60"
      />
    )}
    {fields && <FilterBar fields={fields} value={view.filter} onChange={(filter) => onView({ filter })} />}
    <div className="ml-auto flex items-center gap-2">
      {tools}
      <span className="hidden phone:block">
        <ColumnChooser columns={columns} chosen={view.columns} onChange={(chosen) => onView({ columns: chosen })} />
      </span>
    </div>
  </div>
);

const Rows = <Row,>(props: ListPageProps<Row> & { readonly rows: readonly Row[] }) => {
  const { rows, rowId, view, onView, onMore, onOpen, onEdit, onSelect } = props;
  const phone = useNarrowerThan(640);
  const selection = onSelect ? (props.selection ?? NOTHING_SELECTED) : undefined;
  const cursor = useListCursor({ ids: rows.map(rowId), onOpen, onEdit, selection, onSelect });
  const Shape = phone ? CardList : DataTable;
  return (
    <Shape
      label={props.label}
      columns={columnsShown(props.columns, view.columns)}
      rows={rows}
      rowId={rowId}
      rowName={props.rowName}
      cursor={cursor}
      total={props.total}
      onNearEnd={onMore}
      sort={view.sort}
      onSort={(sort) => onView({ sort })}
      selection={selection}
      onSelect={onSelect}
      openId={props.openId}
      onOpen={onOpen}
    />
  );
};

const NoMatch = ({ onClear }: { readonly onClear: () => void }) => {
  const t = useText(uiText);
  return (
    <EmptyState title={t('table.noMatch')} action={<Button onClick={onClear}>{t('table.clearFilters')}</Button>}>
      {t('table.noMatchHint')}
    </EmptyState>
  );
};

const isNarrowed = ({ search, filter }: ListView): boolean => search !== '' || JSON.stringify(filter) !== JSON.stringify(EVERYTHING);
