import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { type Pages, usePagesOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { type Option, Select } from '#web/ui/Select.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { type Import, ImportStatus, listImportKinds, listImports } from '../contracts.ts';
import { FileDrop } from './FileDrop.tsx';
import { ImportTable } from './ImportTable.tsx';
import { intakeText } from './text/text.ts';
import { useUpload } from './use-upload.ts';

const FOLLOW_MS = 2_100;
const ANY = 'any';

const View = z.object({ search: z.string().default(''), kind: z.string().optional(), status: ImportStatus.optional() });

/** Every file that came in, found by name, kind and state, and the place where the next one is dropped. */
export const ImportsPage = () => {
  const t = useText(intakeText);
  const sending = useUpload();
  const mayImport = useMay('import.run');
  const [{ search, kind, status }, setView] = useViewState(View);
  const wanted = { ...(search && { search }), ...(kind && { kind }), ...(status && { status }) };
  const isNarrowed = Object.keys(wanted).length > 0;
  const pages = usePagesOf(listImports, { query: wanted }, { every: FOLLOW_MS });
  const kinds = useKinds();
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('list.title')} subtitle={t('list.subtitle')} />
      <div className="flex flex-col gap-5 px-4 pb-10">
        {mayImport && <FileDrop onFiles={sending.send} busy={sending.busy} />}
        {sending.error ? <ErrorState error={sending.error} /> : null}
        {(isNarrowed || (pages.rows?.length ?? 0) > 0) && (
          <div className="flex flex-wrap items-center gap-2">
            <SearchBox
              label={t('list.search')}
              value={search}
              onChange={(next) => setView({ search: next }, 'replace')}
              className="w-full phone:w-60"
            />
            <Narrowing
              label={t('list.kind')}
              any={t('list.anyKind')}
              value={kind}
              options={kinds}
              onChange={(next) => setView({ kind: next })}
            />
            <Narrowing
              label={t('list.status')}
              any={t('list.anyStatus')}
              value={status}
              options={ImportStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
              onChange={(next) => setView({ status: next })}
            />
            {pages.total !== null && <span className="ml-auto text-12 text-muted">{t('list.files', { count: pages.total })}</span>}
          </div>
        )}
        <Found pages={pages} kinds={kinds} isNarrowed={isNarrowed} />
      </div>
    </div>
  );
};

interface FoundProps {
  readonly pages: Pages<Import>;
  readonly kinds: readonly Option[];
  readonly isNarrowed: boolean;
}

const Found = ({ pages, kinds, isNarrowed }: FoundProps) => {
  const t = useText(intakeText);
  if (pages.error && !pages.rows) return <ErrorState error={pages.error} onRetry={pages.retry} />;
  if (pages.rows === undefined) return <Skeleton shape="table" rows={5} />;
  if (pages.rows.length === 0)
    return isNarrowed ? (
      <p className="py-6 text-13 text-muted">{t('list.noneFound')}</p>
    ) : (
      <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
    );
  return (
    <>
      <ImportTable rows={pages.rows} kinds={kinds} />
      {pages.more && (
        <div>
          <Button pending={pages.loadingMore} onClick={pages.more}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </>
  );
};

interface NarrowingProps<Value extends string> {
  readonly label: string;
  /** What stands there when nothing is chosen. */
  readonly any: string;
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value | undefined) => void;
}

const Narrowing = <Value extends string>({ label, any, value, options, onChange }: NarrowingProps<Value>) => (
  <div className="min-w-36 flex-1 phone:w-44 phone:flex-none">
    <Select<Value | typeof ANY>
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(next) => onChange(next === ANY ? undefined : next)}
    />
  </div>
);

const useKinds = (): readonly Option[] => {
  const kinds = useQueryOf(listImportKinds, {}, { freshFor: 600_000 }).data?.rows ?? [];
  return kinds.map(({ kind, label }) => ({ value: kind, label: label[currentLanguage()] }));
};
