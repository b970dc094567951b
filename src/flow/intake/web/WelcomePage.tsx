import CloudUpload from 'lucide-react/icons/cloud-upload';
import Compass from 'lucide-react/icons/compass';
import PlugZap from 'lucide-react/icons/plug-zap';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import type { Icon } from '#web/ui/icon.ts';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { importSample, listImports } from '../contracts.ts';
import { sampleBatch } from './import-state.ts';
import { SampleProgress } from './SampleProgress.tsx';
import { intakeText } from './text/text.ts';

const View = z.object({ batch: z.string().optional() });

/** The choice of a newcomer: a sample company, their own data, or their product. */
export const WelcomePage = () => {
  const t = useText(intakeText);
  const [{ batch }, setView] = useViewState(View);
  const mayImport = useMay('import.run');
  const sample = useMutationOf(importSample, { refresh: [listImports] });
  const here = sampleBatch(useQueryOf(listImports, {}).data?.rows ?? []);
  if (batch) return <SampleProgress batch={batch} />;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t('welcome.title')} subtitle={t('welcome.lead')} />
      <div className="grid max-w-260 gap-4 px-4 pb-8 tablet:grid-cols-3">
        <Choice icon={Compass} title={t('welcome.sample')} text={t('welcome.sampleText')}>
          {here ? (
            <ButtonLink look="primary" to={`/welcome?batch=${here}`}>
              {t('welcome.sampleHere')}
            </ButtonLink>
          ) : (
            mayImport && (
              <Button
                look="primary"
                pending={sample.isPending}
                onClick={() => sample.mutate({}, { onSuccess: (answer) => setView({ batch: answer.batch }) })}
              >
                {t('welcome.sampleAction')}
              </Button>
            )
          )}
        </Choice>
        <Choice icon={CloudUpload} title={t('welcome.own')} text={t('welcome.ownText')}>
          {mayImport && <ButtonLink to="/import">{t('welcome.ownAction')}</ButtonLink>}
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
