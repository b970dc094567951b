import { useState } from 'react';
import { useFactName } from '#flow/facts/web/index.ts';
import type { EndpointOutput } from '#kernel/endpoint.ts';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import {
  getSeenEvent,
  listDisplayNames,
  listPlanFindings,
  listSeenEvents,
  PlannedEvent,
  putPlannedEvent,
  removePlannedEvent,
} from '../../plan-contracts.ts';
import { PlannedProperties } from './PlannedProperties.tsx';
import { planText } from './text/text.ts';

type Wish = Omit<PlannedEvent, 'name'>;

const REFRESH = [getSeenEvent, listSeenEvents, listPlanFindings, listDisplayNames];

/** What the plan says of an event, to be changed; saved as a whole. */
export const PlannedEventForm = ({
  seen,
  names,
}: {
  readonly seen: EndpointOutput<typeof getSeenEvent>;
  readonly names: readonly string[];
}) => {
  const t = useText(planText);
  const mayChange = useMay('settings.write');
  const nameOf = useFactName();
  const { name, planned } = seen.event;
  const [wish, setWish] = useState<Wish>(() => planned ?? withoutName(PlannedEvent.parse({ name })));
  const put = useMutationOf(putPlannedEvent, { refresh: REFRESH });
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const save = () =>
    put.mutate(
      { params: { name }, body: wish },
      { onSuccess: () => showToast({ text: t('one.saved') }), onError: sayFailure(t('failed')) },
    );
  const isSame = planned !== null && JSON.stringify(planned) === JSON.stringify(wish);
  return (
    <form
      className="grid grid-cols-1 gap-8 desk:grid-cols-[minmax(0,1fr)_320px]"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Section title={t('one.properties')} count={seen.properties.length}>
        <p className="mb-2 text-13 text-muted">{t('one.lookedAt', { count: seen.lookedAt })}</p>
        <PlannedProperties
          seen={seen.properties}
          planned={wish.properties}
          onChange={mayChange ? (properties) => change({ properties }) : undefined}
        />
      </Section>
      <fieldset disabled={!mayChange} className="flex flex-col gap-4">
        <FormField label={t('one.displayName')} hint={t('one.displayHint')}>
          <TextField value={wish.displayName} onChange={(displayName) => change({ displayName })} placeholder={nameOf(name)} />
        </FormField>
        <FormField label={t('one.description')}>
          <TextArea value={wish.description} onChange={(description) => change({ description })} />
        </FormField>
        <FormField label={t('one.owner')}>
          <TextField value={wish.owner} onChange={(owner) => change({ owner })} />
        </FormField>
        <FormField label={t('one.status')}>
          <Select
            value={wish.status}
            onChange={(status) => change({ status })}
            disabled={!mayChange}
            options={(['planned', 'live', 'deprecated'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </FormField>
        <FormField label={t('one.mergedInto')} hint={t('one.mergedHint')}>
          <Combobox
            value={wish.mergedInto}
            onChange={(mergedInto) => change({ mergedInto })}
            placeholder={t('one.itself')}
            disabled={!mayChange}
            options={names.map((value) => ({ value, label: nameOf(value), hint: value }))}
          />
        </FormField>
        <Switch
          checked={wish.hidden}
          onChange={(hidden) => change({ hidden })}
          label={t('one.hidden')}
          hint={t('one.hiddenHint')}
          disabled={!mayChange}
        />
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" pending={put.isPending} disabled={isSame}>
              {t('one.save')}
            </Button>
            {planned !== null && <TakeOut name={name} />}
          </div>
        )}
      </fieldset>
    </form>
  );
};

const TakeOut = ({ name }: { readonly name: string }) => {
  const t = useText(planText);
  const remove = useMutationOf(removePlannedEvent, { refresh: REFRESH });
  return (
    <Button
      look="quiet"
      pending={remove.isPending}
      onClick={() =>
        remove.mutate(
          { params: { name } },
          { onSuccess: () => showToast({ text: t('one.removed', { name }) }), onError: sayFailure(t('failed')) },
        )
      }
    >
      {t('one.remove')}
    </Button>
  );
};

const withoutName = ({ name: _, ...wish }: PlannedEvent): Wish => wish;
