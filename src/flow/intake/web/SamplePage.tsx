import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { importSample, listImports } from '../contracts.ts';
import { sampleBatch } from './import-state.ts';
import { SampleProgress } from './SampleProgress.tsx';
import { intakeText } from './text/text.ts';

const View = z.object({ batch: z.string().optional() });

/** The public data set RavenStack: brought in with one click, watched, and taken out again. */
export const SamplePage = () => {
  const t = useText(intakeText);
  const [{ batch }, setView] = useViewState(View);
  const mayImport = useMay('import.run');
  const sample = useMutationOf(importSample, { refresh: [listImports] });
  const here = sampleBatch(useQueryOf(listImports, { query: { source: 'ravenstack' } }).data?.rows ?? []);
  if (batch) return <SampleProgress batch={batch} />;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t('sample.title')} subtitle={t('sample.lead')} />
      <div className="flex flex-wrap gap-3 px-4 pb-8">
        {here ? (
          <ButtonLink look="primary" to={`/sample?batch=${here}`}>
            {t('sample.here')}
          </ButtonLink>
        ) : (
          mayImport && (
            <Button
              look="primary"
              pending={sample.isPending}
              onClick={() => sample.mutate({}, { onSuccess: (answer) => setView({ batch: answer.batch }) })}
            >
              {t('sample.action')}
            </Button>
          )
        )}
        <ButtonLink to="/welcome">{t('sample.back')}</ButtonLink>
      </div>
      {sample.error ? <ErrorState error={sample.error} /> : null}
    </div>
  );
};
