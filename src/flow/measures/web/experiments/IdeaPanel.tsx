import { type FormEvent, useState } from 'react';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { showToast } from '#web/ui/toasts.ts';
import {
  addExperimentIdea,
  changeExperimentIdea,
  type ExperimentIdea,
  IdeaDraft,
  listExperimentIdeas,
} from '../../experiment-contracts.ts';
import { IdeaFields } from './IdeaFields.tsx';
import { IdeaGround } from './IdeaGround.tsx';
import { RemoveIdea } from './RemoveIdea.tsx';
import { ideaText } from './text/text.ts';

export interface IdeaPanelProps {
  /** Undefined for one that is being written. */
  readonly idea: ExperimentIdea | undefined;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

const CHANGED = { refresh: [listExperimentIdeas] };

/** One idea: what it expects and where it comes from, how far it has come, and changing or removing it. */
export const IdeaPanel = ({ idea, onClose, onAdded }: IdeaPanelProps) => {
  const t = useText(ideaText);
  const mayWrite = useMay('records.write');
  const [draft, setDraft] = useState<IdeaDraft>(idea ? IdeaDraft.parse(idea) : EMPTY);
  const [removing, setRemoving] = useState(false);
  const add = useMutationOf(addExperimentIdea, CHANGED);
  const change = useMutationOf(changeExperimentIdea, CHANGED);
  const onError = sayFailure(t('failed'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = () => showToast({ text: t('saved') });
    if (idea) return change.mutate({ params: { id: idea.id }, body: draft }, { onSuccess: told, onError });
    add.mutate(
      { body: draft },
      {
        onSuccess: ({ id }) => {
          told();
          onAdded(id);
        },
        onError,
      },
    );
  };
  return (
    <SidePanel title={idea?.name ?? t('add')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-5 p-4">
        {idea && <IdeaGround idea={idea} />}
        <IdeaFields draft={draft} disabled={!mayWrite} onChange={(next) => setDraft({ ...draft, ...next })} />
        {mayWrite && (
          <div className="flex gap-2">
            <Button look="primary" type="submit" disabled={draft.name.trim() === ''} pending={add.isPending || change.isPending}>
              {t('save')}
            </Button>
            {idea && <Button onClick={() => setRemoving(true)}>{t('remove')}</Button>}
          </div>
        )}
      </form>
      {idea && removing && <RemoveIdea idea={idea} onKept={() => setRemoving(false)} onRemoved={onClose} />}
    </SidePanel>
  );
};

const EMPTY: IdeaDraft = {
  ...{ name: '', hypothesis: '', behaviour: null, effect: null, unit: 'account', audience: '', metric: '', status: 'idea', origin: null },
};
