import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { Money } from '#web/ui/Money.tsx';
import { DeskPage } from '#web/ui/pages/DeskPage.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { sampleAccounts } from './samples.ts';
import { galleryText } from './text.ts';

const items = sampleAccounts(14);

/** A desk with fourteen things to do. */
export const TodayPage = () => {
  const t = useText(galleryText);
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <DeskPage
      title={t('today')}
      subtitle="14"
      label={t('today')}
      items={items}
      itemId={(item) => item.id}
      openId={openId}
      onOpen={setOpenId}
      empty={<EmptyState title={t('emptyTitle')} />}
      renderItem={(item) => (
        <div className="flex flex-col gap-1">
          <div className="flex items-center justify-between gap-2 text-13 font-medium">
            <span className="truncate">{item.name}</span>
            <Money amountMinor={item.mrrMinor} currency="USD" compact />
          </div>
          <div className="flex items-center justify-between gap-2">
            <StatusPill tone={item.health} look="bare">
              {t('warn')}
            </StatusPill>
            <span className="text-12 text-muted">{item.owner}</span>
          </div>
        </div>
      )}
      renderOpen={(item) => (
        <div className="flex flex-col gap-4 p-6">
          <h2 className="text-20 font-semibold">
            <EntityChip kind="account" id={item.id} name={item.name} />
          </h2>
          <p className="max-w-[72ch] text-14 text-muted">{t('emptyText')}</p>
          <div className="flex gap-2">
            <Button look="primary">{t('assign')}</Button>
            <Button>{t('export')}</Button>
          </div>
        </div>
      )}
    />
  );
};
