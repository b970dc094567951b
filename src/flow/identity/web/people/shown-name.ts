/** How a person is called: by name, else by address, else as somebody unknown. */
export const shownName = ({ name, email }: { readonly name: string | null; readonly email: string | null }, unnamed: string): string =>
  name || email || unnamed;
