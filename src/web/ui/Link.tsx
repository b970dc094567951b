import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';
import { useNavigation } from './navigation.ts';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A page of this workspace (`/accounts?stage=active`), a public one (`//sign-in`), or a full address elsewhere. */
  readonly to: string;
  /** Plain takes the look of its surroundings; text is coloured as a link. */
  readonly look?: 'plain' | 'text';
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link to what a thing stands for; modifier keys and the middle button work as in any page. */
export const Link = ({ to, look = 'plain', className = '', onClick, onMouseEnter, ...rest }: LinkProps) => {
  const navigation = useNavigation();
  const outside = /^[a-z]+:/.test(to);
  const href = outside ? to : navigation.hrefOf(to);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const leave =
      outside || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (leave || (rest.target && rest.target !== '_self')) return;
    event.preventDefault();
    navigation.push(href);
  };
  const tone = look === 'text' ? 'text-accent underline-offset-2 hover:underline' : '';
  return (
    <a
      href={href}
      className={`rounded-sm ${tone} ${className}`}
      onClick={follow}
      onMouseEnter={(event) => {
        onMouseEnter?.(event);
        if (!outside) navigation.preload(href);
      }}
      {...rest}
    />
  );
};
