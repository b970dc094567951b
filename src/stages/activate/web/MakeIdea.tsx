import { addExperimentIdea, listExperimentIdeas } from '#flow/measures/experiment-contracts.ts';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useMay } from '#web/app/session.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { KeeperFinding, Keepers } from '../contracts.ts';
import { useBehaviourWords } from './behaviour-words.ts';
import { ideaOfFinding, placeOfFinding } from './idea-of-finding.ts';
import { keeperText } from './text/text.ts';

/** One press writes a finding down as an idea of an experiment; the way to the idea where there is one already. */
export const MakeIdea = ({ finding, found }: { readonly finding: KeeperFinding; readonly found: Keepers }) => {
  const t = useText(keeperText);
  const mayWrite = useMay('records.write');
  const ideas = useQueryOf(listExperimentIdeas, {}).data?.rows;
  const add = useMutationOf(addExperimentIdea, { refresh: [listExperimentIdeas] });
  const wordsOf = useIdeaWords();
  const made = ideas?.find(({ origin }) => origin === placeOfFinding(finding, found.horizonDays));
  if (made)
    return (
      <Link to={`/experiments?idea=${made.id}`} look="text">
        {t('idea.isOne')}
      </Link>
    );
  if (!mayWrite || ideas === undefined) return null;
  const make = () =>
    add.mutate(
      { body: ideaOfFinding(finding, found.horizonDays, wordsOf(finding, found)) },
      { onSuccess: () => showToast({ text: t('idea.made') }), onError: sayFailure(t('idea.failed')) },
    );
  return (
    <Button pending={add.isPending} onClick={make}>
      {t('idea.make')}
    </Button>
  );
};

const useIdeaWords = () => {
  const t = useText(keeperText);
  const reader = useReader();
  const { say } = useBehaviourWords();
  return (finding: KeeperFinding, { customers, horizonDays }: Keepers) => {
    const behaviour = say(finding);
    const shares = {
      with: formatPercent(reader, finding.stayedWith / finding.shown),
      without: formatPercent(reader, finding.stayedWithout / (customers - finding.shown)),
    };
    return {
      name: behaviour,
      hypothesis: t(finding.z > 0 ? 'idea.hypothesis' : 'idea.hypothesisLess', { behaviour, days: horizonDays, ...shares }),
      audience: t('idea.audience', { count: finding.withinDays }),
    };
  };
};
