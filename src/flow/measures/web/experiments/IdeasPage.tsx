import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { IdeaStatus, listExperimentIdeas } from '../../experiment-contracts.ts';
import { IdeaPanel } from './IdeaPanel.tsx';
import { IdeaTable } from './IdeaTable.tsx';
import { ideaText } from './text/text.ts';

const NEW = 'new';
const View = z.object({ status: z.enum(['all', ...IdeaStatus.options]).default('all'), idea: z.string().optional() });

/** What could be tried, what is planned, what runs and what was done; one idea beside them. */
export const IdeasPage = () => {
  const t = useText(ideaText);
  const [view, setView] = useViewState(View);
  const mayWrite = useMay('records.write');
  const asked = useQueryOf(listExperimentIdeas, {});
  const all = asked.data?.rows;
  const rows = all?.filter(({ status }) => view.status === 'all' || status === view.status);
  const open = all?.find(({ id }) => id === view.idea);
  const show = (idea: string | undefined) => setView({ idea });
  const add = mayWrite && <Button onClick={() => show(NEW)}>{t('add')}</Button>;
  return (
    <div className="flex h-full min-h-0 bg-surface">
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <PageHeader title={t('title')} subtitle={t('lead')} actions={all && all.length > 0 && add} />
        <div className="flex flex-col gap-4 px-4 pb-10">
          {asked.error && !all ? (
            <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
          ) : !all || !rows ? (
            <Skeleton shape="table" />
          ) : all.length === 0 ? (
            <EmptyState title={t('empty')} action={<ButtonLink to="/activate">{t('toFindings')}</ButtonLink>} more={add}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <>
              <div className="-mx-4 overflow-x-auto px-4">
                <SegmentedControl
                  label={t('column.status')}
                  value={view.status}
                  onChange={(status) => setView({ status })}
                  options={View.shape.status.unwrap().options.map((value) => ({ value, label: t(`status.${value}`) }))}
                />
              </div>
              {rows.length === 0 ? (
                <p className="py-6 text-13 text-muted">{t('noneFits')}</p>
              ) : (
                <IdeaTable rows={rows} openId={open?.id} onOpen={show} />
              )}
            </>
          )}
        </div>
      </div>
      {(open || (view.idea === NEW && mayWrite)) && (
        <IdeaPanel key={open?.id ?? NEW} idea={open} onClose={() => show(undefined)} onAdded={show} />
      )}
    </div>
  );
};
