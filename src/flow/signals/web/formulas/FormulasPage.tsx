import { SettingsShell } from '#web/access/settings/SettingsShell.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { listSignals } from '../../contracts.ts';
import { HealthDefinition } from '../../domain/health/health-definition.ts';
import { LeadDefinition } from '../../domain/lead-score/lead-definition.ts';
import { HealthFormula } from './HealthFormula.tsx';
import { LeadFormula } from './LeadFormula.tsx';
import { formulaText } from './text/text.ts';

/** By which formulas are health and the lead score computed? */
export const FormulasPage = () => {
  const t = useText(formulaText);
  const answer = useQueryOf(listSignals, {});
  const cardOf = (id: 'health' | 'lead_score') => answer.data?.rows.find((row) => row.id === id);
  const [health, lead] = [cardOf('health'), cardOf('lead_score')];
  return (
    <SettingsShell section="signals" lead={t('lead')}>
      {answer.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <>
          {health && <HealthFormula key={`health ${health.version}`} card={health} stored={HealthDefinition.parse(health.definition)} />}
          {lead && <LeadFormula key={`lead ${lead.version}`} card={lead} stored={LeadDefinition.parse(lead.definition)} />}
        </>
      ) : (
        <Skeleton shape="table" rows={12} />
      )}
    </SettingsShell>
  );
};
