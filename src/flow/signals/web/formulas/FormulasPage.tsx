import { useState } from 'react';
import { z } from 'zod';
import { SettingsShell } from '#web/access/settings/SettingsShell.tsx';
import { useViewState } from '#web/app/view-state.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listSignals, previewSignal, SignalId } from '../../contracts.ts';
import { HealthDefinition } from '../../domain/health/health-definition.ts';
import { LeadDefinition } from '../../domain/lead-score/lead-definition.ts';
import { FormulaHistory } from './FormulaHistory.tsx';
import { FormulaPreview } from './FormulaPreview.tsx';
import { HealthFormula } from './HealthFormula.tsx';
import { LeadFormula } from './LeadFormula.tsx';
import { formulaText } from './text/text.ts';

const View = z.object({ versions: SignalId.optional() });

interface Tried {
  readonly id: SignalId;
  readonly definition: unknown;
}

/** By which formulas are health and the lead score computed, and by which were they before? */
export const FormulasPage = () => {
  const t = useText(formulaText);
  const answer = useQueryOf(listSignals, {});
  const [view, setView] = useViewState(View);
  const preview = useMutationOf(previewSignal);
  const [tried, setTried] = useState<Tried | null>(null);
  const cardOf = (id: SignalId) => answer.data?.rows.find((row) => row.id === id);
  const [health, lead] = [cardOf('health'), cardOf('lead_score')];
  const tryOut = (one: Tried) => {
    setView({ versions: undefined }, 'replace');
    setTried(one);
    preview.mutate({ params: { id: one.id }, body: { definition: one.definition } });
  };
  const panelsOf = (id: SignalId) => ({
    onTry: (definition: unknown) => tryOut({ id, definition }),
    onVersions: () => {
      setTried(null);
      setView({ versions: id });
    },
  });
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1">
        <SettingsShell section="signals" lead={t('lead')}>
          {answer.error && !answer.data ? (
            <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
          ) : answer.data ? (
            <>
              {health && (
                <HealthFormula
                  key={`health ${health.version}`}
                  card={health}
                  stored={HealthDefinition.parse(health.definition)}
                  {...panelsOf('health')}
                />
              )}
              {lead && (
                <LeadFormula
                  key={`lead ${lead.version}`}
                  card={lead}
                  stored={LeadDefinition.parse(lead.definition)}
                  {...panelsOf('lead_score')}
                />
              )}
            </>
          ) : (
            <Skeleton shape="table" rows={12} />
          )}
        </SettingsShell>
      </div>
      {view.versions && <FormulaHistory id={view.versions} onClose={() => setView({ versions: undefined })} />}
      {tried && !view.versions && (
        <FormulaPreview
          id={tried.id}
          result={preview.data}
          error={preview.error}
          pending={preview.isPending}
          onRetry={() => tryOut(tried)}
          onClose={() => setTried(null)}
        />
      )}
    </div>
  );
};
