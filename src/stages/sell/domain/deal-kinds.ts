import type { ImportKind } from '#flow/intake/contracts.ts';

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
    {
      key: 'deal_id',
      label: { en: 'Deal id', 'zh-CN': '商机编号', es: 'Id de oportunidad' },
      type: 'text',
      required: true,
      synonyms: ['opportunity id', 'deal', 'opportunity', 'id'],
    },
    {
      key: 'account_id',
      label: { en: 'Account id', 'zh-CN': '客户编号', es: 'Id de cuenta' },
      type: 'text',
      required: false,
      synonyms: ['customer id', 'company id', 'client id'],
    },
    {
      key: 'account_name',
      label: { en: 'Account name', 'zh-CN': '客户名称', es: 'Nombre de la cuenta' },
      type: 'text',
      required: false,
      synonyms: ['account', 'customer', 'company', 'client'],
    },
    {
      key: 'name',
      label: { en: 'Name', 'zh-CN': '商机名称', es: 'Nombre' },
      type: 'text',
      required: false,
      synonyms: ['deal name', 'opportunity name', 'title'],
    },
    {
      key: 'stage',
      label: { en: 'Stage', 'zh-CN': '阶段', es: 'Etapa' },
      type: 'text',
      required: true,
      synonyms: ['deal stage', 'status', 'pipeline stage', 'opportunity stage'],
    },
    {
      key: 'product',
      label: { en: 'Product', 'zh-CN': '产品', es: 'Producto' },
      type: 'text',
      required: false,
      synonyms: ['item', 'solution'],
    },
    {
      key: 'rep',
      label: { en: 'Sales rep', 'zh-CN': '销售', es: 'Comercial' },
      type: 'text',
      required: false,
      synonyms: ['sales agent', 'owner', 'deal owner', 'seller', 'salesperson'],
    },
    {
      key: 'team',
      label: { en: 'Team', 'zh-CN': '团队', es: 'Equipo' },
      type: 'text',
      required: false,
      synonyms: ['sales team', 'region', 'office'],
    },
    {
      key: 'amount',
      label: { en: 'Amount', 'zh-CN': '金额', es: 'Importe' },
      type: 'money',
      required: false,
      synonyms: ['close value', 'value', 'deal value', 'amount', 'revenue'],
    },
    {
      key: 'opened_on',
      label: { en: 'Opened on', 'zh-CN': '开始日期', es: 'Apertura' },
      type: 'date',
      required: false,
      synonyms: ['engage date', 'create date', 'created', 'start date', 'opened'],
    },
    {
      key: 'closed_on',
      label: { en: 'Closed on', 'zh-CN': '关闭日期', es: 'Cierre' },
      type: 'date',
      required: false,
      synonyms: ['close date', 'closed', 'expected close'],
    },
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
    {
      key: 'product',
      label: { en: 'Product', 'zh-CN': '产品', es: 'Producto' },
      type: 'text',
      required: true,
      synonyms: ['product name', 'name', 'item'],
    },
    {
      key: 'series',
      label: { en: 'Series', 'zh-CN': '系列', es: 'Serie' },
      type: 'text',
      required: false,
      synonyms: ['product line', 'category', 'family'],
    },
    {
      key: 'list_price',
      label: { en: 'List price', 'zh-CN': '目录价', es: 'Precio de lista' },
      type: 'money',
      required: false,
      synonyms: ['sales price', 'price', 'unit price'],
    },
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
    {
      key: 'rep',
      label: { en: 'Sales rep', 'zh-CN': '销售', es: 'Comercial' },
      type: 'text',
      required: true,
      synonyms: ['sales agent', 'seller', 'salesperson', 'name'],
    },
    {
      key: 'manager',
      label: { en: 'Manager', 'zh-CN': '经理', es: 'Jefe' },
      type: 'text',
      required: false,
      synonyms: ['sales manager', 'team lead'],
    },
    {
      key: 'office',
      label: { en: 'Office', 'zh-CN': '办事处', es: 'Oficina' },
      type: 'text',
      required: false,
      synonyms: ['regional office', 'region', 'team'],
    },
  ],
};
