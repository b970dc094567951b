import type { TitleWords } from '../job-titles.ts';

export const TITLES: TitleWords = {
  general: {
    executive: [
      'CEO',
      '{Director|Directora} General',
      'Gerente General',
      '{Fundador|Fundadora}',
      '{Consejero Delegado|Consejera Delegada}',
    ],
    director: ['{Director|Directora} de Desarrollo', 'VP de Estrategia', '{Director|Directora} de Transformación'],
    manager: ['Gerente', 'Responsable de Proyectos', '{Jefe|Jefa} de Administración', 'Responsable de Delegación'],
    staff: ['Asistente de Dirección', '{Técnico|Técnica} de Proyectos', '{Administrativo|Administrativa}', 'Auxiliar de Oficina'],
  },
  operations: {
    executive: ['COO', 'Gerente General', '{Director|Directora} General de Operaciones'],
    director: [
      '{Director|Directora} de Operaciones',
      'VP de Operaciones',
      '{Director|Directora} Regional',
      '{Director|Directora} de Servicio',
    ],
    manager: ['{Jefe|Jefa} de Operaciones', 'Responsable de Operaciones', 'Gerente de Zona', 'Responsable de Calidad de Servicio'],
    staff: [
      '{Coordinador|Coordinadora} de Operaciones',
      'Especialista en Operaciones',
      'Auxiliar de Operaciones',
      '{Gestor|Gestora} de Servicio',
    ],
  },
  planning: {
    executive: ['COO', '{Socio|Socia}'],
    director: ['{Director|Directora} de Planificación', 'Head of Planning', '{Director|Directora} de Producción'],
    manager: ['{Jefe|Jefa} de Planificación', 'Responsable de Turnos', '{Supervisor|Supervisora} de Despacho', 'Gerente de Planificación'],
    staff: ['{Planificador|Planificadora}', '{Técnico|Técnica} de Planificación', 'Especialista en Planificación', 'Auxiliar de Tráfico'],
  },
  field: {
    executive: ['{Propietario|Propietaria}', 'Gerente General'],
    director: ['{Director Técnico|Directora Técnica}', 'VP de Servicio', '{Director|Directora} de Mantenimiento'],
    manager: [
      '{Jefe|Jefa} de Obra',
      '{Jefe|Jefa} de Equipo',
      'Responsable de Mantenimiento',
      '{Supervisor|Supervisora} de Campo',
      'Gerente de Servicio Técnico',
    ],
    staff: [
      '{Técnico|Técnica} de Campo',
      '{Instalador|Instaladora}',
      'Oficial de Mantenimiento',
      '{Inspector|Inspectora}',
      '{Encargado|Encargada}',
      'Electricista',
    ],
  },
  data: {
    executive: ['CIO', '{Director|Directora} General de Datos'],
    director: ['{Director|Directora} de Datos', 'Head of Analytics', '{Director|Directora} de Control de Gestión'],
    manager: ['Responsable de Informes', '{Jefe|Jefa} de Control de Gestión', 'Responsable de BI'],
    staff: ['Analista de Datos', 'Analista de Negocio', '{Controlador|Controladora} de Gestión', 'Analista de Operaciones'],
  },
  finance: {
    executive: ['CFO', '{Socio Director|Socia Directora}'],
    director: [
      '{Director|Directora} de Finanzas',
      '{Director|Directora} de Compras',
      'VP de Finanzas',
      '{Director Financiero|Directora Financiera}',
    ],
    manager: ['Responsable de Compras', '{Jefe|Jefa} de Contabilidad', 'Responsable de Administración', 'Gerente de Finanzas'],
    staff: ['Contable', '{Administrativo Contable|Administrativa Contable}', '{Técnico|Técnica} de Compras', 'Analista de Costes'],
  },
  it: {
    executive: ['CTO', 'CIO', 'CISO'],
    director: ['{Director|Directora} de Sistemas', 'Head of IT', '{Director|Directora} de Tecnología'],
    manager: ['Responsable de Sistemas', 'Responsable de Seguridad', '{Jefe|Jefa} de Informática', 'IT Manager'],
    staff: [
      '{Administrador|Administradora} de Sistemas',
      '{Técnico|Técnica} de Soporte',
      'Especialista en Aplicaciones',
      'Analista de Sistemas',
    ],
  },
};
