import type { ImportKind } from '#flow/intake/contracts.ts';
import { ACCOUNT_ID_FIELD, ACCOUNT_NAME_FIELD, importField } from '#flow/intake/kind-contracts.ts';

/** The fields of a file of deals. */
export const DEAL_KIND: ImportKind = {
  kind: 'deal',
  label: { en: 'Deals', 'zh-CN': '商机', es: 'Oportunidades' },
  help: {
    en: 'What is or was being sold to whom: one row per deal.',
    'zh-CN': '向谁销售什么：每个商机一行。',
    es: 'Qué se vende o se vendió y a quién: una fila por oportunidad.',
  },
  custom: true,
  fields: [
    importField('deal_id', 'text', {
      label: { en: 'Deal id', 'zh-CN': '商机编号', es: 'Id de oportunidad' },
      synonyms: ['opportunity id', 'deal', 'opportunity', 'id'],
      required: true,
    }),
    ACCOUNT_ID_FIELD,
    ACCOUNT_NAME_FIELD,
    importField('name', 'text', {
      label: { en: 'Name', 'zh-CN': '商机名称', es: 'Nombre' },
      synonyms: ['deal name', 'opportunity name', 'title'],
    }),
    importField('stage', 'text', {
      label: { en: 'Stage', 'zh-CN': '阶段', es: 'Etapa' },
      synonyms: ['deal stage', 'status', 'pipeline stage', 'opportunity stage'],
      required: true,
    }),
    importField('product', 'text', { label: { en: 'Product', 'zh-CN': '产品', es: 'Producto' }, synonyms: ['item', 'solution'] }),
    importField('rep', 'text', {
      label: { en: 'Sales rep', 'zh-CN': '销售', es: 'Comercial' },
      synonyms: ['sales agent', 'owner', 'deal owner', 'seller', 'salesperson'],
    }),
    importField('team', 'text', { label: { en: 'Team', 'zh-CN': '团队', es: 'Equipo' }, synonyms: ['sales team', 'region', 'office'] }),
    importField('amount', 'money', {
      label: { en: 'Amount', 'zh-CN': '金额', es: 'Importe' },
      synonyms: ['close value', 'value', 'deal value', 'amount', 'revenue'],
    }),
    importField('opened_on', 'date', {
      label: { en: 'Opened on', 'zh-CN': '开始日期', es: 'Apertura' },
      synonyms: ['engage date', 'create date', 'created', 'start date', 'opened'],
    }),
    importField('closed_on', 'date', {
      label: { en: 'Closed on', 'zh-CN': '关闭日期', es: 'Cierre' },
      synonyms: ['close date', 'closed', 'expected close'],
    }),
  ],
};

/** The fields of a file of products. */
export const PRODUCT_KIND: ImportKind = {
  kind: 'product',
  label: { en: 'Products', 'zh-CN': '产品', es: 'Productos' },
  help: {
    en: 'What is sold, with its list price: one row per product.',
    'zh-CN': '销售的产品及目录价：每个产品一行。',
    es: 'Qué se vende y a qué precio de lista: una fila por producto.',
  },
  custom: true,
  fields: [
    importField('product', 'text', {
      label: { en: 'Product', 'zh-CN': '产品', es: 'Producto' },
      synonyms: ['product name', 'name', 'item'],
      required: true,
    }),
    importField('series', 'text', {
      label: { en: 'Series', 'zh-CN': '系列', es: 'Serie' },
      synonyms: ['product line', 'category', 'family'],
    }),
    importField('list_price', 'money', {
      label: { en: 'List price', 'zh-CN': '目录价', es: 'Precio de lista' },
      synonyms: ['sales price', 'price', 'unit price'],
    }),
  ],
};

/** The fields of a file of sales teams. */
export const REP_KIND: ImportKind = {
  kind: 'sales_rep',
  label: { en: 'Sales teams', 'zh-CN': '销售团队', es: 'Equipos comerciales' },
  help: {
    en: 'Who sells, for which manager and office: one row per person.',
    'zh-CN': '谁在销售、归哪位经理和办事处：每人一行。',
    es: 'Quién vende, con qué jefe y en qué oficina: una fila por persona.',
  },
  custom: true,
  fields: [
    importField('rep', 'text', {
      label: { en: 'Sales rep', 'zh-CN': '销售', es: 'Comercial' },
      synonyms: ['sales agent', 'seller', 'salesperson', 'name'],
      required: true,
    }),
    importField('manager', 'text', { label: { en: 'Manager', 'zh-CN': '经理', es: 'Jefe' }, synonyms: ['sales manager', 'team lead'] }),
    importField('office', 'text', {
      label: { en: 'Office', 'zh-CN': '办事处', es: 'Oficina' },
      synonyms: ['regional office', 'region', 'team'],
    }),
  ],
};
