import CloudUpload from 'lucide-react/icons/cloud-upload';
import Compass from 'lucide-react/icons/compass';
import PlugZap from 'lucide-react/icons/plug-zap';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import type { Icon } from '#web/ui/icon.ts';
import { Link } from '#web/ui/Link.tsx';
import { ProgressBar } from '#web/ui/ProgressBar.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { type Import, importSample, listImports } from '../contracts.ts';
import { isBusy, progressOf } from './import-state.ts';
import { intakeText } from './text/text.ts';

const View = z.object({ batch: z.string().optional() });
const FOLLOW_MS = 400;

/** The choice of a newcomer: a sample company, their own data, or their product. */
export const WelcomePage = () => {
  const t = useText(intakeText);
  const [{ batch }, setView] = useViewState(View);
  const sample = useMutationOf(importSample, { refresh: [listImports] });
  if (batch) return <SampleProgress batch={batch} />;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t('welcome.title')} subtitle={t('welcome.lead')} />
      <div className="grid max-w-260 gap-4 px-4 pb-8 tablet:grid-cols-3">
        <Choice icon={Compass} title={t('welcome.sample')} text={t('welcome.sampleText')}>
          <Button
            look="primary"
            pending={sample.isPending}
            onClick={() => sample.mutate({}, { onSuccess: (answer) => setView({ batch: answer.batch }) })}
          >
            {t('welcome.sampleAction')}
          </Button>
        </Choice>
        <Choice icon={CloudUpload} title={t('welcome.own')} text={t('welcome.ownText')}>
          <ButtonLink to="/import">{t('welcome.ownAction')}</ButtonLink>
        </Choice>
        <Choice icon={PlugZap} title={t('welcome.connect')} text={t('welcome.connectText')}>
          <ButtonLink to="/connect">{t('welcome.connectAction')}</ButtonLink>
        </Choice>
      </div>
      {sample.error ? <ErrorState error={sample.error} /> : null}
    </div>
  );
};

const Choice = ({
  icon: Shape,
  title,
  text,
  children,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) => (
  <section className="flex flex-col items-start gap-3 rounded-md border border-line bg-surface p-5">
    <Shape size={20} aria-hidden className="text-accent" />
    <h2 className="text-16 font-semibold">{title}</h2>
    <p className="flex-1 text-13 text-muted">{text}</p>
    {children}
  </section>
);

const SampleProgress = ({ batch }: { readonly batch: string }) => {
  const t = useText(intakeText);
  const rows = (useQueryOf(listImports, {}, { every: FOLLOW_MS, freshFor: 0 }).data?.rows ?? [])
    .filter((row) => row.batch === batch)
    .reverse();
  const done = rows.length > 0 && rows.every((row) => !isBusy(row.status));
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={done ? t('welcome.ready') : t('welcome.progress')} />
      <ul className="flex max-w-160 flex-col gap-4 px-4" aria-live="polite">
        {rows.map((row) => (
          <FileLine key={row.id} row={row} />
        ))}
      </ul>
      {done && (
        <div className="flex flex-wrap gap-3 px-4 py-6">
          <ButtonLink look="primary" to="/river">
            {t('welcome.toRiver')}
          </ButtonLink>
          <ButtonLink to="/import">{t('welcome.toImport')}</ButtonLink>
        </div>
      )}
    </div>
  );
};

const FileLine = ({ row }: { readonly row: Import }) => {
  const t = useText(intakeText);
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-13">
        <Link to={`/import/${row.id}`} className="font-medium hover:underline">
          {row.fileName}
        </Link>
        <span className="text-12 text-muted">
          {isBusy(row.status) ? t('welcome.file', { read: row.rowsRead, total: row.rowsTotal }) : t(`status.${row.status}`)}
        </span>
      </div>
      <ProgressBar ratio={isBusy(row.status) ? progressOf(row) : 1} label={row.fileName} />
    </li>
  );
};
