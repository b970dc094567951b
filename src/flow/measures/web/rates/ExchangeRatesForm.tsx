import CircleAlert from 'lucide-react/icons/circle-alert';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { currencyOptions } from '#web/access/options.ts';
import { sayFailure } from '#web/access/settings/say-failure.ts';
import { settingsText } from '#web/access/settings/text/text.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { ExchangeRate, type ExchangeRates, getExchangeRates, setExchangeRates } from '../../contracts.ts';
import { rateText } from './text/text.ts';

/** Rates as they are typed, a line for each currency; those that customers pay in and that lack one are named first. */
export const ExchangeRatesForm = ({ stored }: { readonly stored: ExchangeRates }) => {
  const t = useText(rateText);
  const words = useText(settingsText);
  const { currency } = stored;
  const [rates, setRates] = useState(stored.rates);
  const update = useMutationOf(setExchangeRates, { refresh: [getExchangeRates] });
  const isNamed = (code: string): boolean => rates.some((one) => one.currency === code);
  const add = (code: string): void => setRates([...rates, { currency: code, rate: '' }]);
  const typed = rates.map((one) => ({ ...one, rate: one.rate.trim() }));
  const isGood = typed.every((one) => ExchangeRate.safeParse(one).success);
  const save = () =>
    update.mutate({ body: { rates: typed } }, { onSuccess: () => showToast({ text: t('again') }), onError: sayFailure(words('failed')) });
  return (
    <form
      className="flex max-w-120 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) save();
      }}
    >
      <Missing missing={stored.missing.filter((one) => !isNamed(one.currency))} onAdd={add} />
      {rates.length === 0 && <p className="text-13 text-muted">{t('none', { currency })}</p>}
      {rates.map((one, index) => (
        <RateLine
          key={one.currency}
          into={currency}
          line={one}
          onChange={(rate) => setRates(rates.with(index, { ...one, rate }))}
          onRemove={() => setRates(rates.filter((other) => other !== one))}
        />
      ))}
      <FormField label={t('add')} hint={t('addHint')}>
        <Combobox
          key={rates.length}
          value={null}
          onChange={(code) => code && add(code)}
          options={currencyOptions(currentLanguage()).filter(({ value }) => value !== currency && !isNamed(value))}
        />
      </FormField>
      <Button
        type="submit"
        look="primary"
        className="self-start"
        pending={update.isPending}
        disabled={!isGood || JSON.stringify(typed) === JSON.stringify(stored.rates)}
      >
        {words('save')}
      </Button>
    </form>
  );
};

const Missing = ({ missing, onAdd }: { readonly missing: ExchangeRates['missing']; readonly onAdd: (code: string) => void }) => {
  const t = useText(rateText);
  return missing.map(({ currency: code, subscriptions }) => (
    <div key={code} className="flex items-start gap-2 rounded-md border border-line bg-surface p-3 text-13">
      <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
      <p className="flex-1">{t('missing', { count: subscriptions, code })}</p>
      <Button size="small" onClick={() => onAdd(code)}>
        {t('give', { code })}
      </Button>
    </div>
  ));
};

interface RateLineProps {
  readonly into: string;
  readonly line: ExchangeRate;
  readonly onChange: (rate: string) => void;
  readonly onRemove: () => void;
}

const RateLine = ({ into, line, onChange, onRemove }: RateLineProps) => {
  const t = useText(rateText);
  const code = line.currency;
  const isWrong = line.rate.trim() !== '' && !ExchangeRate.safeParse({ ...line, rate: line.rate.trim() }).success;
  return (
    <div className="flex items-end gap-2">
      <div className="flex-1">
        <FormField label={t('rate', { code, currency: into })} {...(isWrong ? { error: t('wrong') } : {})}>
          <TextField value={line.rate} onChange={onChange} inputMode="decimal" autoComplete="off" />
        </FormField>
      </div>
      <IconButton icon={X} label={t('remove', { code })} onClick={onRemove} />
    </div>
  );
};
