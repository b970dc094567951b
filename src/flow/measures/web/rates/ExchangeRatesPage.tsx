import { SettingsShell } from '#web/access/settings/SettingsShell.tsx';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { type ExchangeRates, getExchangeRates } from '../../contracts.ts';
import { ExchangeRatesForm } from './ExchangeRatesForm.tsx';
import { rateText } from './text/text.ts';

/** At which rates is revenue in other currencies counted? */
export const ExchangeRatesPage = () => {
  const t = useText(rateText);
  const { currency } = useWorkspace();
  const mayChange = useMay('settings.write');
  const answer = useQueryOf(getExchangeRates, {});
  return (
    <SettingsShell section="rates" lead={t('lead', { currency })}>
      {answer.data ? (
        mayChange ? (
          <ExchangeRatesForm key={JSON.stringify(answer.data.rates)} stored={answer.data} />
        ) : (
          <RateFacts stored={answer.data} />
        )
      ) : answer.error ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeleton shape="table" rows={3} />
      )}
    </SettingsShell>
  );
};

const RateFacts = ({ stored: { currency, rates } }: { readonly stored: ExchangeRates }) => {
  const t = useText(rateText);
  return rates.length === 0 ? (
    <p className="text-13 text-muted">{t('none', { currency })}</p>
  ) : (
    <div className="max-w-120">
      <Facts facts={rates.map(({ currency: code, rate }) => ({ label: t('rate', { code, currency }), value: rate }))} />
    </div>
  );
};
