import { z } from 'zod';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SearchBox } from '#web/ui/SearchBox.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { listSavedQuestions, type SavedQuestion } from '../../../board-contracts.ts';
import { exploreText } from '../text/text.ts';
import { savedPlace } from './saved-place.ts';
import { savedText } from './text/text.ts';

const View = z.object({ search: z.string().default('') });

/** The questions that this workspace keeps, found by a word. */
export const SavedQuestionsPage = () => {
  const t = useText(savedText);
  const [{ search }, setView] = useViewState(View);
  const asked = useQueryOf(listSavedQuestions, {});
  const all = asked.data?.rows;
  const wanted = search.trim().toLowerCase();
  const rows = all?.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted));
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader title={t('questions')} subtitle={t('questionsText')} actions={<ButtonLink to="/explore">{t('build')}</ButtonLink>} />
      <div className="flex flex-col gap-4 px-4 pb-10">
        {asked.error && !all ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : !rows ? (
          <Skeleton shape="table" />
        ) : all?.length === 0 ? (
          <EmptyState title={t('empty')} action={<ButtonLink to="/explore">{t('build')}</ButtonLink>}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <SearchBox label={t('search')} value={search} onChange={(next) => setView({ search: next }, 'replace')} className="max-w-80" />
            {rows.length === 0 ? <p className="py-6 text-13 text-muted">{t('noMatch')}</p> : <Questions rows={rows} />}
          </>
        )}
      </div>
    </div>
  );
};

const Questions = ({ rows }: { readonly rows: readonly SavedQuestion[] }) => {
  const t = useText(savedText);
  const explore = useText(exploreText);
  return (
    <Table
      caption={t('questions')}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          render: (row) => (
            <Link to={savedPlace(row)} className="block max-w-120 hover:underline">
              <span className="block truncate font-medium">{row.name}</span>
              {row.description && <span className="block truncate text-12 text-muted">{row.description}</span>}
            </Link>
          ),
        },
        { key: 'kind', label: t('kind'), render: (row) => explore(`kind.${row.question.kind}`) },
        { key: 'owner', label: t('owner'), render: (row) => row.ownerName },
        { key: 'comments', label: t('comments'), align: 'end', render: (row) => <NumberText value={row.comments} /> },
        { key: 'boards', label: t('boards'), align: 'end', render: (row) => <NumberText value={row.boards} /> },
        { key: 'changed', label: t('changed'), align: 'end', render: (row) => <DateTime at={row.changedAt} style="ago" /> },
      ]}
    />
  );
};
