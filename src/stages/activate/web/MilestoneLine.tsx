import { listLifecycleRulesVersions } from '#flow/signals/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Link } from '#web/ui/Link.tsx';
import { useBehaviourWords } from './behaviour-words.ts';
import { behaviourOf, type FactTrigger, milestonesOf, useMergedNames } from './milestone.ts';
import { keeperText } from './text/text.ts';

/** What counts as activated now, and what did before. */
export const MilestoneLine = () => {
  const t = useText(keeperText);
  const say = useMilestoneWords();
  const versions = useQueryOf(listLifecycleRulesVersions, {}).data?.rows;
  if (versions === undefined) return null;
  const told = versions.map((version) => ({ ...version, text: say(milestonesOf(version.rules)) }));
  const [now, ...earlier] = told.filter((one, index) => one.text !== told[index + 1]?.text);
  return (
    <section aria-label={t('milestone.title')} className="max-w-200 rounded-md border border-line bg-canvas px-3 py-2 text-13">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold">{t('milestone.title')}</h2>
        <span>{now?.text}</span>
        <Link to="/settings/lifecycle" className="text-muted underline hover:text-text">
          {t('milestone.edit')}
        </Link>
      </div>
      {earlier.length > 0 && (
        <details className="mt-1 text-12 text-muted">
          <summary className="cursor-pointer">{t('milestone.history')}</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {earlier.map((one) => (
              <li key={one.version}>
                {one.text} · {one.changedAt === null ? t('milestone.shipped') : <DateTime at={one.changedAt} />} {one.changedBy}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const useMilestoneWords = () => {
  const t = useText(keeperText);
  const words = useBehaviourWords();
  const merged = useMergedNames();
  return (triggers: readonly FactTrigger[]): string => {
    if (triggers.length === 0) return t('milestone.missing');
    const behaviour = triggers.length === 1 ? behaviourOf(triggers[0]!, merged) : null;
    return behaviour === null ? t('milestone.several') : t('milestone.now', { behaviour: words.say(behaviour) });
  };
};
