import { useMatches } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyWebSlice } from './slice.ts';

/** Names the window after what the page shows, for instance the account; the route's own title stands until then. */
export const useTitle = (text: string | undefined): void => {
  useEffect(() => {
    if (text) document.title = text;
  }, [text]);
};

interface RouteTitle {
  readonly slice: AnyWebSlice;
  readonly key: string;
}

/** The title of the route that is shown, in the reader's language, set on the window; drawn before the page so that the page's own title wins. */
export const RouteTitle = ({ workspace }: { readonly workspace: string | undefined }): null => {
  useTranslation();
  const matches = useMatches();
  const last = matches.at(-1);
  const { title } = (last?.staticData ?? {}) as { title?: RouteTitle };
  const name = title && i18next.t(title.key, { ns: title.slice.id });
  const text = [name, workspace, 'Perennial'].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = text;
  }, [text]);
  return null;
};
