import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { upload } from '#web/api.ts';
import { useText } from '#web/i18n/i18n.ts';
import { queryKeyOf } from '#web/queries.ts';
import { useNavigation } from '#web/ui/navigation.ts';
import { listImports, uploadImport } from '../contracts.ts';
import { intakeText } from './text/text.ts';

/** Sends files one after the other; a single one opens its page. */
export const useUpload = () => {
  const t = useText(intakeText);
  const client = useQueryClient();
  const navigation = useNavigation();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (files: readonly File[]): Promise<void> => {
    setError(null);
    try {
      const sent = [];
      for (const file of files) {
        setBusy(t('list.sending', { name: file.name }));
        sent.push(await upload(uploadImport, { query: { fileName: file.name } }, file));
      }
      await client.invalidateQueries({ queryKey: queryKeyOf(listImports) });
      if (sent.length === 1 && sent[0]) navigation.push(navigation.hrefOf(`/import/${sent[0].id}`));
      else if (sent.length > 1) navigation.push(navigation.hrefOf('/import'));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(null);
    }
  };
  return { busy, error, send: (files: readonly File[]) => void send(files) };
};
