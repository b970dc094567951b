import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Condition } from '#kernel/condition.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import { useWorkspace } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { fieldDefinitionsOf } from '#web/ui/filter/field-infos.ts';
import { isRecordedField } from '#web/ui/filter/recorded-fields.ts';
import { Menu } from '#web/ui/Menu.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import { listAccountFields, type StageRule } from '../../contracts.ts';
import { newTrigger, TRIGGER_KINDS, withItem } from './rule-edits.ts';
import { TriggerRow } from './TriggerRow.tsx';
import { ruleText } from './text/text.ts';
import { stageName } from './trigger-words.ts';

export interface StageRuleCardProps {
  readonly rule: StageRule;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<StageRule>) => void;
}

/** What moves an account into one stage, in words that can be changed where they stand. */
export const StageRuleCard = ({ rule, readOnly, onChange }: StageRuleCardProps) => {
  const t = useText(ruleText);
  const name = stageName(rule.stage, t);
  const [added, setAdded] = useState<number | null>(null);
  const headingId = `rule-${rule.stage}`;
  return (
    <li aria-labelledby={headingId} className="rounded-md border border-line p-4">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h2 id={headingId} className="text-14 font-semibold">
            {name}
          </h2>
          <p className="text-13 text-muted">{t(`meaning.${rule.stage}`)}</p>
        </div>
        <Switch
          label={
            <>
              <span aria-hidden>{t(rule.on ? 'stage.on' : 'stage.off')}</span>
              <span className="sr-only">{t('stage.onOf', { stage: name })}</span>
            </>
          }
          checked={rule.on}
          disabled={readOnly}
          onChange={(on) => onChange({ on })}
        />
      </div>
      <div className={rule.on ? 'mt-3' : 'mt-3 text-muted'}>
        <p className="text-13">{t(rule.when.length > 0 ? 'stage.enters' : 'stage.nothing')}</p>
        {rule.when.length > 0 && (
          <ul className="mt-1 flex flex-col">
            {rule.when.map((trigger, at) => (
              <TriggerRow
                // biome-ignore lint/suspicious/noArrayIndexKey: triggers have no identity but their place
                key={at}
                trigger={trigger}
                readOnly={readOnly}
                startsOpen={at === added}
                onChange={(next) => onChange({ when: withItem(rule.when, at, next) })}
              />
            ))}
          </ul>
        )}
        {!readOnly && (
          <Menu
            trigger={
              <Button look="quiet" size="small" icon={Plus} className="mt-1 -ml-2">
                {t('trigger.add')}
              </Button>
            }
            groups={[
              {
                items: TRIGGER_KINDS.map((kind) => ({
                  label: t(`trigger.${kind}`),
                  onSelect: () => {
                    setAdded(rule.when.length);
                    onChange({ when: [...rule.when, newTrigger(kind)] });
                  },
                })),
              },
            ]}
          />
        )}
        <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3">
          <span className="text-13 text-muted">{t('stage.onlyIf')}</span>
          {readOnly && rule.onlyIf === null ? (
            <span className="text-13">{t('stage.anyAccount')}</span>
          ) : (
            <fieldset disabled={readOnly} className="contents">
              <OnlyIf value={rule.onlyIf} onChange={(onlyIf) => onChange({ onlyIf })} />
            </fieldset>
          )}
        </div>
      </div>
    </li>
  );
};

const OnlyIf = ({ value, onChange }: { readonly value: Condition | null; readonly onChange: (value: Condition | null) => void }) => {
  const { currency } = useWorkspace();
  const fields = useQueryOf(listAccountFields, {}, { freshFor: 300_000 }).data?.rows ?? [];
  return (
    <FilterBar
      fields={fieldDefinitionsOf(fields.filter(isRecordedField), { language: currentLanguage(), currency })}
      value={value ?? EVERYTHING}
      onChange={(next) => onChange(JSON.stringify(next) === JSON.stringify(EVERYTHING) ? null : next)}
    />
  );
};
