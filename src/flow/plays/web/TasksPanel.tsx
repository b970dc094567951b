import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Section } from '#web/ui/Section.tsx';
import { listTasks } from '../contracts.ts';
import { playText } from './text/text.ts';

/** What is open for the account. */
export const TasksPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(playText);
  const rows = useQueryOf(listTasks, { query: { account: accountId, status: 'open', limit: 20 } }).data?.rows;
  return (
    <Section title={t('panel.title')} {...(rows?.length ? { count: rows.length } : {})}>
      {rows?.length === 0 && <p className="text-13 text-muted">{t('panel.none')}</p>}
      <ul className="flex flex-col">
        {(rows ?? []).map((task) => (
          <li key={task.id} className="border-b border-line py-1.5 text-13 last:border-0">
            <Link to={`/today?open=${task.id}`} className="font-medium hover:underline">
              {task.title[currentLanguage()]}
            </Link>
            <p className="text-12 text-muted">
              <DateTime at={task.dueOn} /> {task.ownerName ? `· ${task.ownerName}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
