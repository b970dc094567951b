import { sayings } from '#kernel/saying.ts';

/** What is said of people and accounts that cannot be entered, corrected, merged or imported as somebody wants. */
export const IDENTITY_SAYS = sayings({
  account_nameless: {
    en: ['An account needs a name.', 'Write how people call this company.'],
    'zh-CN': ['客户需要名称。', '请填写大家对这家公司的称呼。'],
    es: ['Una cuenta necesita un nombre.', 'Escribe cómo se llama a esta empresa.'],
  },
  account_own_parent: {
    en: ['An account is not its own parent.', 'Choose another account.'],
    'zh-CN': ['客户不能是自己的上级。', '请选择其他客户。'],
    es: ['Una cuenta no puede ser su propia matriz.', 'Elige otra cuenta.'],
  },
  domain_unreadable: {
    en: ['“{domain}” is not a domain.', 'Write one like acme.com.'],
    'zh-CN': ['“{domain}”不是域名。', '请填写如 acme.com 的域名。'],
    es: ['«{domain}» no es un dominio.', 'Escribe uno como acme.com.'],
  },
  owner_no_member: {
    en: ['This user is not a member of the workspace.', 'Choose a member, or invite the user first.'],
    'zh-CN': ['该用户不是工作区成员。', '请选择一位成员，或先邀请该用户。'],
    es: ['Este usuario no es miembro del espacio de trabajo.', 'Elige un miembro o invita antes al usuario.'],
  },
  person_nameless: {
    en: ['A person needs a name or an e-mail address.', 'Fill in one of them.'],
    'zh-CN': ['联系人需要姓名或电子邮箱。', '请至少填写一项。'],
    es: ['Una persona necesita un nombre o una dirección de correo.', 'Rellena uno de los dos.'],
  },
  person_known: {
    en: ['Somebody with this e-mail address is known already.', 'Open {id} and change what is missing there.'],
    'zh-CN': ['已有使用此邮箱的联系人。', '请打开 {id}，在那里补充缺少的内容。'],
    es: ['Ya se conoce a alguien con esta dirección de correo.', 'Abre {id} y completa allí lo que falte.'],
  },
  address_taken: {
    en: ['This address belongs to a person already.'],
    'zh-CN': ['此邮箱已属于某位联系人。'],
    es: ['Esta dirección ya pertenece a una persona.'],
  },
  people_one_already: {
    en: ['These two are one person already.', 'Look at the merges to see when they became one.'],
    'zh-CN': ['这两位已经是同一联系人。', '可在合并记录中查看何时合并。'],
    es: ['Estas dos ya son una sola persona.', 'Mira en las fusiones cuándo pasaron a serlo.'],
  },
  accounts_one_already: {
    en: ['These two are one account already.', 'Look at the merges to see when they became one.'],
    'zh-CN': ['这两个已经是同一客户。', '可在合并记录中查看何时合并。'],
    es: ['Estas dos ya son una sola cuenta.', 'Mira en las fusiones cuándo pasaron a serlo.'],
  },
  merge_unknown: {
    en: ['There is no merge “{id}”.', 'Look for it in the list of merges.'],
    'zh-CN': ['没有合并记录“{id}”。', '请在合并列表中查找。'],
    es: ['No existe la fusión «{id}».', 'Búscala en la lista de fusiones.'],
  },
  merge_undone_already: {
    en: ['This merge was taken back already.', 'Nothing is left to do.'],
    'zh-CN': ['此合并已被撤销。', '无需再操作。'],
    es: ['Esta fusión ya se deshizo.', 'No queda nada por hacer.'],
  },
  row_names_no_account: {
    en: ['The row names no account.', 'Map the column that holds the account’s name or id, or fill the cell.'],
    'zh-CN': ['该行没有写明客户。', '请映射含有客户名称或 ID 的列，或填写该单元格。'],
    es: ['La fila no indica ninguna cuenta.', 'Asigna la columna que contiene el nombre o el id de la cuenta, o rellena la celda.'],
  },
  row_names_nobody: {
    en: ['The row names nobody.', 'Map a column that holds an id, an e-mail address or a name, or fill the cell.'],
    'zh-CN': ['该行没有写明任何人。', '请映射含有 ID、邮箱或姓名的列，或填写该单元格。'],
    es: ['La fila no indica a nadie.', 'Asigna una columna con un id, una dirección de correo o un nombre, o rellena la celda.'],
  },
});
