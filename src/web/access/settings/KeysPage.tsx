import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import { PERMISSIONS } from '#kernel/endpoint.ts';
import { type ApiKey, listKeys, revokeKey } from '#platform/access/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { SettingsShell } from './SettingsShell.tsx';
import { sayFailure } from './say-failure.ts';
import { settingsText } from './text/text.ts';

/** Which programs may come in, and with which permissions? */
export const KeysPage = () => {
  const t = useText(settingsText);
  const [making, setMaking] = useState(false);
  const answer = useQueryOf(listKeys, {});
  const create = (
    <Button look="primary" icon={KeyRound} onClick={() => setMaking(true)}>
      {t('keys.create')}
    </Button>
  );
  const keys = answer.data?.rows;
  return (
    <SettingsShell section="keys" lead={t('keys.lead')} actions={keys && keys.length > 0 ? create : undefined}>
      {answer.error && !keys ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : !keys ? (
        <Skeleton shape="table" rows={4} />
      ) : keys.length === 0 ? (
        <EmptyState title={t('keys.emptyTitle')} action={create}>
          {t('keys.emptyText')}
        </EmptyState>
      ) : (
        <KeyTable keys={keys} />
      )}
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </SettingsShell>
  );
};

const KeyTable = ({ keys }: { readonly keys: readonly ApiKey[] }) => {
  const t = useText(settingsText);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  return (
    <>
      <Table
        caption={t('sections.keys')}
        rows={keys}
        rowId={(key) => key.id}
        columns={[
          {
            key: 'name',
            label: t('keys.name'),
            render: (key) => (
              <span className="block py-1.5">
                <span className="block font-medium">{key.name}</span>
                <code className="font-mono text-12 text-muted">{key.prefix}…</code>
              </span>
            ),
          },
          { key: 'kind', label: t('keys.kind'), render: (key) => <Badge>{t(`keys.${key.kind}`)}</Badge> },
          { key: 'may', label: t('keys.permissions'), render: (key) => <Permissions of={key} /> },
          { key: 'created', label: t('keys.created'), render: (key) => <DateTime at={key.createdAt} className="whitespace-nowrap" /> },
          {
            key: 'used',
            label: t('keys.lastUsed'),
            render: (key) =>
              key.lastUsedAt === null ? (
                <span className="text-muted">{t('keys.never')}</span>
              ) : (
                <DateTime at={key.lastUsedAt} style="ago" className="whitespace-nowrap" />
              ),
          },
          {
            key: 'revoke',
            label: t('keys.revoke'),
            quietLabel: true,
            align: 'end',
            render: (key) => (
              <Button size="small" look="quiet" aria-label={`${t('keys.revoke')}: ${key.name}`} onClick={() => setLeaving(key)}>
                {t('keys.revoke')}
              </Button>
            ),
          },
        ]}
      />
      {leaving && <RevokeDialog of={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
};

const Permissions = ({ of: { kind, permissions } }: { readonly of: ApiKey }) => {
  const t = useText(settingsText);
  if (kind === 'write') return t('keys.onlyEvents');
  if (permissions.length === PERMISSIONS.length) return t('keys.all');
  return <span className="block max-w-80 text-12 text-muted">{permissions.map((one) => t(`permission.${one}`)).join(' · ')}</span>;
};

const RevokeDialog = ({ of: { id, name }, onClose }: { readonly of: ApiKey; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  const revoke = useMutationOf(revokeKey, { refresh: [listKeys] });
  const confirm = () =>
    revoke.mutate(
      { params: { id } },
      { onSuccess: () => showToast({ text: t('keys.revoked', { name }) }), onError: sayFailure(t('failed')), onSettled: onClose },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('keys.revokeTitle', { name })}
      description={t('keys.revokeText')}
      actions={
        <Button look="danger" pending={revoke.isPending} onClick={confirm}>
          {t('keys.revoke')}
        </Button>
      }
    />
  );
};
