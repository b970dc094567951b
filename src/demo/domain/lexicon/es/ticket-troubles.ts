import type { VoiceWords } from '../vocabulary.ts';

/** What goes wrong, in Spanish: tickets of customers who cannot work as they should. */
export const TROUBLES = {
  login: [
    {
      subjects: ['No puedo entrar', 'Problema de acceso'],
      texts: [
        'Desde el {day} no puedo entrar. Acepta la contraseña y me devuelve a la pantalla de acceso.',
        'en el portátil entra y en la tablet del almacén no, mismo usuario y misma clave',
        'Me echa cada {n} minutos y pierdo lo que estaba escribiendo. Así no se puede trabajar.',
      ],
      answers: ['He reiniciado la sesión desde aquí. Cierra el navegador una vez y prueba de nuevo; si vuelve a pasar, me dices.'],
    },
    {
      subjects: ['No llega el correo de la contraseña'],
      texts: [
        'El correo para cambiar la contraseña no llega. Mirado en spam y con nuestro informático, nada. La cuadrilla sale a las 7, lo necesito hoy.',
      ],
      answers: ['Acceso recuperado. Te he enviado también un enlace nuevo, que vale una hora.'],
    },
    {
      subjects: ['Bloqueados desde el {day}'],
      texts: ['Me dice "demasiados intentos" y solo he probado dos veces.'],
      answers: [
        'He reiniciado la sesión desde aquí. Cierra el navegador una vez y prueba de nuevo; si vuelve a pasar, me dices.',
        'Acceso recuperado. Te he enviado también un enlace nuevo, que vale una hora.',
      ],
    },
    {
      subjects: ['No puedo entrar', 'Problema de acceso'],
      texts: [
        'Hay {n} compañeros que no pueden entrar esta mañana. El acceso con la cuenta de empresa se queda dando vueltas.',
        'Cambiamos el dominio del correo el {day} y ahora no entra nadie con la dirección nueva.',
      ],
      answers: [
        'Ya está: había cambiado la configuración de acceso de vuestro lado. La hemos corregido y probado con vuestra administradora.',
      ],
    },
    {
      subjects: ['Acceso para otra persona o móvil nuevo', 'Duda de acceso'],
      texts: [
        'He cambiado de móvil y los códigos se quedaron en el viejo. ¿Cómo vuelvo a entrar?',
        'Una planificadora de {town} se ha ido y su sustituta necesita el acceso. ¿Cómo se hace bien?',
      ],
      answers: [
        'Le he mandado a vuestro administrador los dos pasos. En cuanto confirme, podéis crear el acceso nuevo; no se pierde nada.',
      ],
    },
  ],
  import: [
    {
      subjects: ['La importación se queda parada', 'Error al importar el CSV'],
      texts: [
        'Se para en la fila {n} con "centro desconocido". El centro existe, lo estoy viendo ahora mismo.',
        'El fichero lleva "procesando" desde el {day}. ¿Es normal con {n} mil filas?',
      ],
      answers: ['El archivo traía dos filas de cabecera. He quitado la primera y ha entrado todo; te adjunto la lista de cambios.'],
    },
    {
      subjects: ['Fechas mal tras importar'],
      texts: ['Todas las fechas han entrado con el mes y el día cambiados. ¿Se puede deshacer entero?'],
      answers: [
        'He deshecho la importación para que empieces de cero. Elige el formato de fecha en el segundo paso: la vista previa te enseña el resultado.',
      ],
    },
    {
      subjects: ['Datos mal tras importar'],
      texts: [
        'Subí los clientes desde Excel y a la mitad de los teléfonos les falta el cero o el prefijo.',
        'las eñes y los acentos salen rotos (PeÃ±a en vez de Peña)',
      ],
      answers: [
        'Es Excel, que guarda en otro formato. He convertido el archivo, lo he cargado de nuevo y he revisado cincuenta filas a mano: ya está bien.',
      ],
    },
    {
      subjects: ['Error al importar el CSV'],
      texts: ['He importado dos veces el mismo archivo sin querer y ahora está todo duplicado. ¿Cómo quito las copias?'],
      answers: ['He retirado la segunda copia y cada trabajo está una sola vez. Para otra ocasión: Importaciones, tres puntos, Deshacer.'],
    },
    {
      subjects: ['Importación: {n} filas rechazadas'],
      texts: ['Pone que ha rechazado {n} filas, pero el archivo de errores está vacío.'],
      answers: [
        'El archivo de errores salió cortado, fallo nuestro. Aquí va completo; a casi todas las filas les falta solo la referencia del centro.',
      ],
    },
    {
      subjects: ['Duda sobre importaciones'],
      texts: [
        'Queremos traer {few} años de partes del programa antiguo. ¿Qué tamaño máximo admitís?',
        '¿Se pueden actualizar fichas con una importación o solo añade? No me he atrevido a probar.',
      ],
      answers: [
        'Las filas con la misma referencia se actualizan y las demás se añaden. Caben hasta un millón por archivo, y el ensayo te enseña el resultado antes de guardar.',
      ],
    },
  ],
  report_numbers: [
    {
      subjects: ['El informe da mal los números', 'No cuadran los totales', 'El informe semanal no coincide con la exportación'],
      texts: ['El informe dice {n} trabajos terminados y la exportación trae unos cuantos más. ¿Cuál es el bueno?'],
      answers: [
        'Las dos cifras cuentan distinto: una por el día planificado y otra por el día de cierre. He puesto tu informe en la segunda.',
      ],
    },
    {
      subjects: ['El informe da mal los números', 'No cuadran los totales', '{feature}: datos incorrectos'],
      texts: [
        'Desde la última actualización las horas extra de noche cuentan doble. Las nóminas se cierran el {day}, es urgente.',
        'Los trabajos que acaban pasada la medianoche salen en el día que no es.',
      ],
      answers: ['Tenías razón, el turno de noche contaba en los dos días. Está corregido y el mes pasado, recalculado.'],
    },
    {
      subjects: ['El informe da mal los números', 'No cuadran los totales'],
      texts: [
        'En {feature} no cuadran las horas: el total es menor que la suma de las líneas.',
        'Mi jefe pregunta por qué falta el {day} en el gráfico. Y yo tampoco lo sé.',
        'Filtro por zona y el total SUBE. ¿Cómo es posible?',
      ],
      answers: ['El filtro guardado dejaba fuera los centros archivados. Lo he quitado y ya coinciden; échale un vistazo, por favor.'],
    },
    {
      subjects: ['El informe da mal los números', '{feature}: datos incorrectos'],
      texts: [
        'El tiempo de viaje de {town} sale a cero todo el mes. No puede ser.',
        'Los números del cuadro cambian al recargar. Poco, pero cambian.',
        'El {day} presento esto en el comité. Según el informe todos resuelven a la primera el 100 %, que ojalá.',
      ],
      answers: [
        'Bien visto. Los datos de posición de esos días llegaron tarde y el informe no se refrescó. Lo he recalculado y ya cuadra.',
      ],
    },
  ],
  slow: [
    {
      subjects: ['Va muy lento', 'Tarda una eternidad: {feature}', 'Lento desde el {day}', 'Rendimiento'],
      texts: [
        'El módulo {feature} tarda {n} segundos en abrirse. Antes era inmediato.',
        'Con más de {n} técnicos en el plan ya no se puede ni mover la pantalla.',
        'Abrir el mes pasado tarda un minuto y este mes nada. ¿Son nuestros datos o sois vosotros?',
      ],
      answers: [
        'Una de tus vistas guardadas cargaba tres años de trabajos de golpe. La he limitado a noventa días y abre en menos de un segundo.',
        'También lo hemos visto y hemos ampliado capacidad. ¿Me confirmas si ya va como siempre?',
      ],
    },
    {
      subjects: ['Va muy lento', 'Lento desde el {day}', 'Rendimiento'],
      texts: [
        'esta mañana va todo lento, aquí nos pasa a tres',
        'Desde el {day} la búsqueda tarda tanto que la gente se llama por teléfono.',
        'Guardar un parte tarda {n} segundos y luego dice que lo ha cambiado otro. No lo ha tocado nadie.',
        'No está roto, está lento. Pero todo el día lento es casi lo mismo.',
      ],
      answers: [
        'También lo hemos visto y hemos ampliado capacidad. ¿Me confirmas si ya va como siempre?',
        'Se estaba recalculando vuestro espacio en segundo plano. Ya ha terminado y a partir de ahora se hará de noche.',
      ],
    },
    {
      subjects: ['Va muy lento', 'Rendimiento'],
      texts: [
        'En la oficina va bien, pero con datos móviles es insufrible. ¿Siempre fue así?',
        'El mapa me cuelga el navegador cuando alejo hasta {town}.',
      ],
      answers: ['El mapa cargaba todos los vehículos del año. Ahora carga solo lo que se ve; recarga una vez y me cuentas.'],
    },
  ],
  outage: [
    {
      subjects: ['No funciona nada', '¿Está caído el sistema?', 'Error 500 en todas partes'],
      texts: [
        'Pantalla en blanco para todos desde hace diez minutos. Tengo {n} equipos parados en el patio.',
        '¿Estáis caídos? La página de estado dice que todo bien.',
        'Error 500 cada vez que guardo. De momento hemos vuelto al papel.',
        'Nadie puede abrir {feature}. A las siete iba y a las ocho ya no.',
        'Sale "servicio no disponible" a ratos, cada {n} minutos más o menos.',
      ],
      answers: [
        'Lo sentimos. Falló un nodo de la base de datos y el cambio tardó más de la cuenta. Ya funciona todo y no se ha perdido nada de lo guardado.',
        'El servicio está de vuelta. En dos días laborables tendréis un informe con la causa y lo que vamos a cambiar.',
      ],
    },
    {
      subjects: ['¿Está caído el sistema?', 'Error 500 en todas partes'],
      texts: [
        'Es la segunda vez este mes. El {day} entero depende de esto.',
        'Los clientes llaman porque no ha ido nadie. Necesito algo por escrito que les pueda mandar.',
      ],
      answers: ['El servicio está de vuelta. En dos días laborables tendréis un informe con la causa y lo que vamos a cambiar.'],
    },
    {
      subjects: ['No funciona nada', 'URGENTE: las cuadrillas no ven los trabajos'],
      texts: [
        'Los de {town} no ven los trabajos, en la oficina sí. Corre prisa.',
        'No podemos asignar avisos. Llamadme, por favor, no me escribáis.',
      ],
      answers: [
        'Las cuadrillas ya ven sus trabajos; basta con refrescar la lista. Te llamo ahora mismo y repasamos los pendientes.',
        'Lo sentimos. Falló un nodo de la base de datos y el cambio tardó más de la cuenta. Ya funciona todo y no se ha perdido nada de lo guardado.',
      ],
    },
  ],
  integration: [
    {
      subjects: ['Se ha parado la sincronización'],
      texts: ['El calendario dejó de sincronizar el {day}. Los trabajos nuevos no aparecen.'],
      answers: ['El permiso caducó al cambiar la contraseña quien lo conectó. Recomiendo usar una cuenta de servicio; te explico cómo.'],
    },
    {
      subjects: ['La API devuelve 403'],
      texts: ['La API da 403 desde anoche con una clave que llevaba meses funcionando.'],
      answers: ['El permiso caducó al cambiar la contraseña quien lo conectó. Recomiendo usar una cuenta de servicio; te explico cómo.'],
    },
    {
      subjects: ['El webhook llega dos veces'],
      texts: ['Los webhooks llegan desordenados, "terminado" antes que "empezado". ¿Es normal?'],
      answers: [
        'Las entregas pueden repetirse por diseño: descarta las que traigan un id ya visto. Lo hemos aclarado en la documentación.',
      ],
    },
    {
      subjects: ['Conexión con contabilidad'],
      texts: ['Desde que habéis tocado algo, contabilidad recibe cada factura dos veces.'],
      answers: ['Un reintento tras un corte las mandó otra vez. Está corregido y he preparado la lista de duplicadas para contabilidad.'],
    },
    {
      subjects: ['Límite de la API'],
      texts: ['Con {n} furgonetas mandando la posición chocamos con el límite de la API. ¿Se puede subir?'],
      answers: ['He subido vuestro límite. Si mandáis las posiciones por lotes, no lo volveréis a tocar; te adjunto un ejemplo.'],
    },
    {
      subjects: ['Duda sobre la API', 'Documentación de integraciones'],
      texts: [
        '¿Tenéis conector para nuestro ERP o lo tiene que hacer nuestra gente?',
        'donde esta la documentacion del webhook? el enlace de la aplicacion no va',
      ],
      answers: [
        'La página había cambiado de sitio. Este es el enlace bueno, con ejemplos; también os podemos abrir un espacio de pruebas.',
      ],
    },
    {
      subjects: ['Problema con una integración'],
      texts: [
        'El acceso único funciona, pero los nuevos entran sin ningún permiso.',
        'La sincronización ha creado {n} clientes duplicados. ¿Lo podéis arreglar antes del {day}?',
      ],
      answers: ['He puesto un perfil por defecto y he unido los duplicados. Si ves alguno más, me avisas.'],
    },
  ],
  mobile: [
    {
      subjects: ['La app se cierra'],
      texts: ['La app se cierra cuando el técnico hace la foto número {n}.'],
      answers: ['Está corregido en la versión que salió ayer. Actualizad la app; lo que esté pendiente en el móvil se enviará solo.'],
    },
    {
      subjects: ['Problema con la app', 'La app tras la actualización'],
      texts: [
        'Desde la actualización del {day} el teclado tapa la firma.',
        'El GPS pone a la gente dentro del río en {town}. Tiene gracia, pero los tiempos también salen mal.',
        'La app se come la batería, a las dos de la tarde están sin móvil.',
      ],
      answers: ['Está corregido en la versión que salió ayer. Actualizad la app; lo que esté pendiente en el móvil se enviará solo.'],
    },
    {
      subjects: ['No suben las fotos'],
      texts: ['Las fotos se quedan en "pendiente" horas, y eso que hay wifi.'],
      answers: [
        'Hay que permitir el uso en segundo plano en los ajustes del móvil. Te adjunto una captura. Las fotos pendientes saldrán después.',
      ],
    },
    {
      subjects: ['Avisos en el móvil'],
      texts: ['Los avisos llegan tarde o no llegan. Acabamos llamando por teléfono, que era lo que queríamos evitar.'],
      answers: [
        'Hay que permitir el uso en segundo plano en los ajustes del móvil. Te adjunto una captura. Las fotos pendientes saldrán después.',
      ],
    },
    {
      subjects: ['La app no sincroniza'],
      texts: [
        'En los sótanos no hay cobertura, vale. Pero luego tampoco se pone al día.',
        'Rellenó la lista sin conexión y al volver faltaba la mitad. Está que trina.',
      ],
      answers: ['Hemos encontrado las respuestas en el móvil y las hemos recuperado. La causa está clara y la corrección, en camino.'],
    },
    {
      subjects: ['La app en Android antiguos'],
      texts: ['Dos compañeros tienen un Android viejo y ni siquiera se instala.'],
      answers: ['La app necesita Android 10 o posterior. En móviles más viejos va por el navegador con casi todo; te adjunto cómo.'],
    },
  ],
} satisfies Partial<VoiceWords['tickets']>;
