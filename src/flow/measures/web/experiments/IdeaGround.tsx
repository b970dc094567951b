import { useText } from '#web/i18n/i18n.ts';
import { Link } from '#web/ui/Link.tsx';
import { Facts } from '#web/ui/Section.tsx';
import type { ExperimentIdea } from '../../experiment-contracts.ts';
import { useEffectWords, useIdeaBehaviour } from './idea-words.ts';
import { ideaText } from './text/text.ts';

/** What an idea stands on: the behaviour, the effect that was observed, and the finding that it came from; nothing when it has none of them. */
export const IdeaGround = ({ idea: { behaviour, effect, origin } }: { readonly idea: ExperimentIdea }) => {
  const t = useText(ideaText);
  const effectOf = useEffectWords();
  const behaviourOf = useIdeaBehaviour();
  const facts = [
    behaviour && { label: t('behaviour'), value: <Two first={behaviourOf(behaviour).doing} second={behaviourOf(behaviour).limits} /> },
    effect && {
      label: t('effect'),
      value: <Two first={effectOf(effect).value} second={`${effectOf(effect).interval}. ${t('effectNote')}`} />,
    },
  ].filter((fact) => fact !== null);
  if (facts.length === 0 && origin === null) return null;
  return (
    <div>
      <Facts facts={facts} />
      {origin !== null && (
        <Link to={origin} look="text">
          {t('origin')}
        </Link>
      )}
    </div>
  );
};

const Two = ({ first, second }: { readonly first: string; readonly second: string }) => (
  <>
    <span className="block">{first}</span>
    <span className="block text-12 text-muted">{second}</span>
  </>
);
