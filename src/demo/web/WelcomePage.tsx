import CloudUpload from 'lucide-react/icons/cloud-upload';
import Compass from 'lucide-react/icons/compass';
import PlugZap from 'lucide-react/icons/plug-zap';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { useMay } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import type { Icon } from '#web/ui/icon.ts';
import { Link } from '#web/ui/Link.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { getDemo, startDemo } from '../contracts.ts';
import { DemoProgress } from './DemoProgress.tsx';
import { demoText } from './text/text.ts';

const View = z.object({ demo: z.string().optional() });

/** The choice of a newcomer: the demo company, their own data, or their product. */
export const WelcomePage = () => {
  const t = useText(demoText);
  const [{ demo }, setView] = useViewState(View);
  const mayImport = useMay('import.run');
  const state = useQueryOf(getDemo, {}, { freshFor: 0 });
  const start = useMutationOf(startDemo, { refresh: [getDemo] });
  const show = () => setView({ demo: 'here' });
  const status = state.data?.status ?? 'none';
  if (demo && state.data && status !== 'none') return <DemoProgress />;
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <PageHeader title={t('title')} subtitle={t('lead')} />
      <div className="grid max-w-260 gap-4 px-4 pb-8 tablet:grid-cols-3">
        <Choice icon={Compass} title={t('demo')} text={t('demoText')}>
          {status !== 'none' ? (
            <ButtonLink look="primary" to="/welcome?demo=here">
              {t(status === 'done' ? 'here' : 'follow')}
            </ButtonLink>
          ) : (
            mayImport && (
              <Button
                look="primary"
                pending={start.isPending || state.isPending}
                onClick={() => start.mutate({ body: { language: currentLanguage() } }, { onSuccess: show })}
              >
                {t('start')}
              </Button>
            )
          )}
          {mayImport && status === 'none' && (
            <Link to="/sample" look="text" className="text-12">
              {t('sample')}
            </Link>
          )}
        </Choice>
        <Choice icon={CloudUpload} title={t('own')} text={t('ownText')}>
          {mayImport && <ButtonLink to="/import">{t('ownAction')}</ButtonLink>}
        </Choice>
        <Choice icon={PlugZap} title={t('connect')} text={t('connectText')}>
          <ButtonLink to="/connect">{t('connectAction')}</ButtonLink>
        </Choice>
      </div>
      {start.error ? <ErrorState error={start.error} /> : null}
    </div>
  );
};

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

const Choice = ({ icon: Shape, title, text, children }: ChoiceProps) => (
  <section className="flex flex-col items-start gap-3 rounded-md border border-line bg-surface p-5">
    <Shape size={20} aria-hidden className="text-accent" />
    <h2 className="text-16 font-semibold">{title}</h2>
    <p className="flex-1 text-13 text-muted">{text}</p>
    {children}
  </section>
);
